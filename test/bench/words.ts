/**
 * What a generation of a model of words costs: all its words written, and the model fitted to them,
 * with its statistics. In ms, and as a ratio to what one would write first, a Map from each context
 * to the list of what follows it. Alone: `node test/bench/words.ts`.
 */
import { pathToFileURL } from 'node:url';
import { checkConfig } from '../../src/lib/config.ts';
import { generationsOf } from '../../src/lib/recursion.ts';
import { wordsOf } from '../../src/lib/sources/tokens.ts';
import { statisticsOf, storedIn } from '../../src/lib/statistics.ts';
import type { RunConfig } from '../../src/lib/types.ts';
import { mobyDick } from '../support/mobyDick.ts';
import { table } from '../support/table.ts';

interface WordCost {
  readonly name: string;
  readonly ms: number;
  /** To the plain baseline of the same order and length; less is faster. */
  readonly ratio: number;
}

const GENERATIONS = 10;
const BOOK = mobyDick(10);

/**
 * The book copied and copied again, as one would write it first; returns the words alive at last.
 */
function plain(order: number, n: number): number {
  let text = [...wordsOf(BOOK)];
  for (let t = 0; t < GENERATIONS; t++) {
    const followers = new Map<string, string[]>();
    const contextAt = (words: readonly string[], place: number) => {
      const context: string[] = [];
      for (let back = order - 1; back > 0; back--)
        context.push(words[(place - back + words.length) % words.length]!);
      return context.join(' ');
    };
    for (let place = 0; place < text.length; place++) {
      const context = contextAt(text, place);
      const list = followers.get(context);
      if (list) list.push(text[place]!);
      else followers.set(context, [text[place]!]);
    }
    const start = Math.floor(Math.random() * text.length);
    const copy = text.slice(start, start + order - 1);
    while (copy.length < order - 1) copy.push(text[copy.length]!);
    while (copy.length < n) {
      const next = followers.get(contextAt(copy, copy.length))!;
      copy.push(next[Math.floor(Math.random() * next.length)]!);
    }
    text = copy;
  }
  return new Set(text).size;
}

function engine(order: number, n: number, replicate: number): number {
  const config: RunConfig = {
    ...{ family: order === 1 ? 'categorical' : `ngram-${order}`, source: 'text', text: BOOK },
    ...{ truth: {}, estimator: 'mle', regime: 'replace', n, generations: GENERATIONS },
    ...{ seed: 'bench', stream: 'keyed' },
  };
  const checked = checkConfig(config);
  const statistics = statisticsOf(checked.family);
  const columns = statistics.map(() => new Float64Array(1));
  for (const { fit } of generationsOf(checked, replicate))
    if (fit.ok) storedIn(columns, 0, statistics, fit.model, checked.original);
  return columns[0]![0]!;
}

/** The best of some rounds for each way, all ways in every round. */
function benchWords(rounds = 12): readonly WordCost[] {
  const sizes = [
    [1, 20_000],
    [2, 20_000],
    [3, 20_000],
    [2, 5_000],
  ] as const;
  const ways = sizes.flatMap(([order, n]) => [
    { name: `order ${order}, ${n} words: Map and lists (baseline)`, make: () => plain(order, n) },
    {
      name: `order ${order}, ${n} words: engine`,
      make: (round: number) => engine(order, n, round),
    },
  ]);
  const best = ways.map(() => Infinity);
  let alive = 0;
  for (let round = 0; round < rounds; round++) {
    ways.forEach(({ make }, way) => {
      const begun = performance.now();
      alive += make(round);
      best[way] = Math.min(best[way]!, (performance.now() - begun) / GENERATIONS);
    });
  }
  if (Number.isNaN(alive)) throw new Error('a copy has no words');
  return ways.map(({ name }, way) => ({
    name,
    ms: best[way]!,
    ratio: best[way]! / best[way - (way % 2)]!,
  }));
}

/** The table that bench.ts prints. */
export const wordsTable = (): string =>
  table(
    ['a generation of words: Moby Dick 1-10', 'ms', 'ratio'],
    benchWords().map(({ name, ms, ratio }) => [name, ms.toFixed(2), ratio.toFixed(2)]),
  );

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(wordsTable());
