/**
 * `npm run judge`: the words of the keyed streams before dieharder, an outside judge of random
 * numbers (Debian's package `dieharder`). Prints the p-values and ends with status 1 if it condemns
 * a feed or lets a control pass.
 *
 * `--feed low --feed RANDU` judges these only, `--test dab_dct` by this test only, `--all` by every
 * test that dieharder's author calls good: hours.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { CALL, run, type Test } from './dieharder.ts';
import { controls, feeds, type Feed } from './feeds.ts';
import { condemned, type Row, rowsOf, WEAK_SHARE } from './rows.ts';
import { askedAgain, shown, table } from './table.ts';
import { FURTHER, TESTS } from './tests.ts';

async function judge(feed: Feed, tests: readonly Test[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const test of tests) {
    const start = performance.now();
    const found = await rowsOf((part) => run(test, feed.open(part)));
    rows.push(...found);
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    const verdicts = found.map(({ first }) => shown(first)).join(', ');
    console.error(`${feed.name}, ${test.name}, ${seconds} s: ${verdicts}`);
  }
  return rows;
}

const { values } = parseArgs({
  options: {
    all: { type: 'boolean', default: false },
    feed: { type: 'string', multiple: true },
    test: { type: 'string', multiple: true },
  },
});

function chosen<Entry extends { readonly name: string }>(
  kind: string,
  known: readonly Entry[],
  names: readonly string[] | undefined,
): readonly Entry[] {
  const unknown = names?.find((name) => !known.some((entry) => entry.name === name));
  if (unknown !== undefined) {
    const list = [...new Set(known.map(({ name }) => name))].join(', ');
    console.error(`judge: unknown ${kind}: ${unknown} (known: ${list})`);
    process.exit(2);
  }
  return names ? known.filter(({ name }) => names.includes(name)) : known;
}

/** With `--all` the ranks too have as many samples as dieharder gives them. */
const usual: readonly Test[] = values.all ? TESTS.map(({ name }) => ({ name })) : TESTS;
const tests =
  values.all || values.test ? chosen('test', [...usual, ...FURTHER], values.test) : usual;
const asked = chosen('feed', [...feeds, ...controls], values.feed);

const { stdout, error } = spawnSync('dieharder', ['-l'], { encoding: 'utf8' });
const version = /dieharder version [\d.]+/.exec(stdout ?? '')?.[0];
if (error || !version) {
  console.error('judge: no dieharder here (apt-get install dieharder)');
  process.exit(2);
}

console.log(`${version} ${CALL.join(' ')} -d (test), on words from npm run judge`);
for (const { name, samples } of tests) if (samples) console.log(`-d ${name} with -p ${samples}`);
console.log('p-values; W and F are dieharder’s verdicts WEAK and FAILED\n');
for (const { name, about } of asked) console.log(`${name.padEnd(13)}${about}`);

const judged = new Map<Feed, readonly Row[]>();
for (const feed of asked) judged.set(feed, await judge(feed, tests));
console.log(['', ...table(judged), ''].join('\n'));

const engine = new Map([...judged].filter(([feed]) => feeds.includes(feed)));
for (const again of askedAgain(engine)) console.log(again);

const rows = [...engine.values()].flat();
const weak = rows.filter(({ first }) => first.word === 'WEAK').length;
const bad = rows.filter(condemned).length;
const byChance = (rows.length * WEAK_SHARE).toFixed(1);
console.log(
  `engine: ${rows.length} verdicts, ${weak} of them WEAK, by chance about ${byChance}; ${bad} condemned`,
);
let wrong = bad > 0;
for (const control of controls) {
  const found = judged.get(control);
  if (!found) continue;
  const failed = found.filter(condemned).length;
  console.log(`${control.name}: ${found.length} verdicts, ${failed} condemned, as must some be`);
  wrong ||= failed === 0;
}
if (wrong) process.exitCode = 1;
