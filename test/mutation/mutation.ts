/**
 * `npm run mutation [-- ROOM…]`: changes the engine in one place at a time, and counts the changes
 * that no test notices. Ends with status 1 if a room has more of them than it may.
 *
 * `families/vectors` or `families/normal.ts` is a part of a room, with the tests of all of it.
 * `--force` tries anew what has not changed since the last time.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { CACHE, ROOT } from '../support/root.ts';
import { table } from '../support/table.ts';
import { ROOMS } from './rooms.ts';

/** Of a hundred mutants that tests reach or should reach, so many must be noticed. */
const LEAST = 90;

type Mutants = Awaited<ReturnType<Stryker['runMutationTest']>>;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { force: { type: 'boolean', default: false } },
});
/** The room that this is, or is a part of. */
const roomOf = (name: string) => ROOMS[name.split('/')[0]!];
const unknown = positionals.find((name) => !roomOf(name));
if (unknown !== undefined) {
  console.error(`mutation: unknown room: ${unknown} (known: ${Object.keys(ROOMS).join(', ')})`);
  process.exit(2);
}
const asked = positionals.length > 0 ? positionals : Object.keys(ROOMS);

function filesOf(name: string): string[] {
  if (!name.includes('/')) return [...roomOf(name)!.mutate];
  return [`src/lib/${name}${name.endsWith('.ts') ? '' : '/**/*.ts'}`];
}

async function mutantsOf(name: string): Promise<Mutants> {
  const room = name.split('/')[0]!;
  // Read by vitest.config.ts, which runs in a process of its own.
  process.env['MUTATION_ROOM'] = room;
  const stryker = new Stryker({
    mutate: filesOf(name),
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    ignoreStatic: true,
    concurrency: 1,
    timeoutMS: 10_000,
    dryRunTimeoutMinutes: 30,
    disableTypeChecks: false,
    ignorePatterns: ['.astro', '.cache', 'dist', 'public'],
    tempDirName: join(CACHE, 'mutation', 'sandbox'),
    incremental: true,
    incrementalFile: join(CACHE, 'mutation', `${room}.json`),
    force: values.force,
    allowEmpty: false,
    reporters: ['clear-text', 'progress-append-only'],
    clearTextReporter: { allowEmojis: false, reportTests: false, reportScoreTable: false },
    allowConsoleColors: false,
  });
  return stryker.runMutationTest();
}

/** A row of the table, and the share of mutants that were noticed, in percent. */
function countOf(mutants: Mutants): { readonly cells: readonly number[]; readonly score: number } {
  const count = (...statuses: readonly string[]) =>
    mutants.filter(({ status }) => statuses.includes(status)).length;
  const unreached = mutants.filter(
    ({ status, statusReason }) => status === 'Ignored' && /static/i.test(statusReason ?? ''),
  ).length;
  const [killed, timeouts] = [count('Killed', 'RuntimeError'), count('Timeout')];
  const [survived, uncovered] = [count('Survived'), count('NoCoverage')];
  const noticed = killed + timeouts;
  return {
    cells: [
      mutants.length,
      killed,
      timeouts,
      survived,
      uncovered,
      unreached,
      count('Ignored') - unreached,
    ],
    score: (100 * noticed) / (noticed + survived + uncovered),
  };
}

process.chdir(ROOT);
mkdirSync(join(CACHE, 'mutation'), { recursive: true });
const rows: string[][] = [];
for (const name of asked) {
  const start = performance.now();
  const { cells, score } = countOf(await mutantsOf(name));
  const minutes = (performance.now() - start) / 60_000;
  rows.push([name, ...cells.map(String), score.toFixed(1), minutes.toFixed(1)]);
  if (score < LEAST) process.exitCode = 1;
}
console.log(
  table(
    [
      'room',
      'mutants',
      'killed',
      'timeouts',
      'survived',
      'no test',
      'static',
      'excluded',
      'score %',
      'minutes',
    ],
    rows,
  ),
);
