import { beforeAll, expect } from 'vitest';
import { checkConfig } from '../../src/lib/config.ts';
import { drain } from '../../src/lib/drain.ts';
import { USUAL_LEVELS } from '../../src/lib/ensemble/bands.ts';
import { ensembleSlice } from '../../src/lib/ensemble/slice.ts';
import { diversityKept, diversityKeptByAll } from '../../src/lib/theory/diversity.ts';
import type { RunConfig } from '../../src/lib/types.ts';
import { equalRun, wordRuns, zipfRun } from './configs.ts';
import { runTypes, runTypesEnsembles } from './runPrograms.ts';
import { testEachTool } from './tools.ts';

const RUNS = 200;
/** Runs of the engine to compare with. */
const OURS = 2000;
const AT = [1, 2, 6];

/** Milliseconds: thousands of runs on a machine that may be busy. */
const PATIENCE = 240_000;

const average = (x: readonly number[]) => x.reduce((sum, value) => sum + value, 0) / x.length;
const varianceOf = (x: readonly number[]) => {
  const mean = average(x);
  return average(x.map((value) => (value - mean) ** 2));
};

/** Differences of 0 up to rounding are no evidence. */
const within = (found: number, exact: number, standardError: number, what: string) =>
  expect(
    Math.abs(found - exact) / Math.max(standardError, 1e-9),
    `${what}, in standard errors`,
  ).toBeLessThan(4.5);

/** A statistic of the generations AT in many runs by the engine; the same for every language. */
function byEngine(config: RunConfig): Record<string, number[][]> {
  const key = JSON.stringify(config);
  const found = known.get(key);
  if (found) return found;
  const statistics = ['types', 'diversity', 'next'];
  const { values } = drain(
    ensembleSlice({ ...config, replicates: OURS, at: AT, statistics }, 0, OURS),
  );
  const rows = Object.fromEntries(
    statistics.map((name) => [
      name,
      AT.map((_, row) => [...values[name]!.subarray(row * OURS, (row + 1) * OURS)]),
    ]),
  );
  known.set(key, rows);
  return rows;
}

const known = new Map<string, Record<string, number[][]>>();

beforeAll(() => wordRuns.forEach(byEngine));

const nameOf = ({ family, source, regime, decodingOptions }: RunConfig) =>
  [family, source, regime, decodingOptions?.tau].filter(Boolean).join(', ');

testEachTool(
  'as many types are alive in many runs as in those of the engine',
  async (tool) => {
    const configs = wordRuns.map((config, i) => ({
      ...{ ...config, replicates: RUNS, at: AT },
      seed: `many words ${i}`,
    }));
    const found = await runTypesEnsembles(tool, configs);
    for (const [i, config] of wordRuns.entries()) {
      expect(found[i]!.map(({ t }) => t)).toEqual(AT);
      for (const [row, ours] of byEngine(config).types!.entries()) {
        const { t, mean, quantiles } = found[i]![row]!;
        const what = `${tool.id}, ${nameOf(config)}, generation ${t}`;
        const error = Math.sqrt(varianceOf(ours) * (1 / RUNS + 1 / OURS));
        within(mean, average(ours), error, `${what}: mean`);
        // A quantile p of one sample has p between the shares below it and up to it in the other,
        // each with variance at most p (1 - p) (1 / R + 1 / R'): types are whole numbers.
        for (const [j, p] of USUAL_LEVELS.entries()) {
          const room = 4.5 * Math.sqrt(p * (1 - p) * (1 / RUNS + 1 / OURS));
          const below = ours.filter((types) => types < quantiles[j]!).length / OURS;
          const upTo = ours.filter((types) => types <= quantiles[j]!).length / OURS;
          expect(below - room, `${what}: quantile ${p}`).toBeLessThan(p);
          expect(upTo + room, `${what}: quantile ${p}`).toBeGreaterThan(p);
        }
      }
    }
  },
  PATIENCE,
);

const CHAINS = 40;

testEachTool(
  'single runs lose diversity and certainty as those of the engine',
  async (tool) => {
    const configs = wordRuns.flatMap((config) =>
      Array.from({ length: CHAINS }, (_, i) => ({ ...config, seed: `single words ${i}` })),
    );
    const found = await runTypes(tool, configs);
    for (const [i, config] of wordRuns.entries()) {
      const chains = found.slice(i * CHAINS, (i + 1) * CHAINS);
      const ours = byEngine(config);
      for (const [row, t] of AT.entries())
        for (const name of ['types', 'diversity', 'next'] as const) {
          const values = ours[name]![row]!;
          const error = Math.sqrt(varianceOf(values) * (1 / CHAINS + 1 / OURS));
          const mean = average(chains.map((rows) => rows[t - 1]![name]));
          within(mean, average(values), error, `${tool.id}, ${nameOf(config)}, ${name} of ${t}`);
        }
    }
  },
  PATIENCE,
);

testEachTool(
  'follows the exact laws of tables',
  async (tool) => {
    const bases = [zipfRun, equalRun];
    const configs = bases.flatMap((base) =>
      ['replace', 'accumulate'].flatMap((regime) =>
        Array.from({ length: CHAINS }, (_, i) => ({ ...base, regime, seed: `exact ${i}` })),
      ),
    );
    const found = await runTypes(tool, configs);
    for (let i = 0; i < found.length; i += CHAINS) {
      const config = configs[i]!;
      const { n, generations, regime } = config;
      const shares = [...checkConfig(config).real.shares!];
      const chains = found.slice(i, i + CHAINS);
      const what = `${tool.id}, ${nameOf(config)}`;
      // A type is in the first sample unless all n draws miss it.
      const firsts = chains.map((rows) => rows[0]!.types);
      const missed = shares.map((share) => (1 - share) ** n);
      const expected = missed.reduce((sum, chance) => sum + 1 - chance, 0);
      // Types are missed together less often than alone: the variance is below that of independent
      // ones.
      const most = missed.reduce((sum, chance) => sum + chance * (1 - chance), 0);
      within(average(firsts), expected, Math.sqrt(most / CHAINS), `${what}: types`);
      const real = 1 - shares.reduce((sum, share) => sum + share ** 2, 0);
      const kept = regime === 'replace' ? diversityKept : diversityKeptByAll;
      const lasts = chains.map((rows) => rows.at(-1)!.diversity);
      const error = Math.sqrt(varianceOf(byEngine(config).diversity!.at(-1)!) / CHAINS);
      within(average(lasts), real * kept(n, generations), error, `${what}: diversity`);
    }
  },
  PATIENCE,
);

testEachTool(
  'hardly changes a large sample but by its temperature',
  async (tool) => {
    // The second generation has the diversity of the real chances raised to the power 1 / tau. Of
    // 100,000 draws a share is off by at most 4.5 / sqrt(4 n) = 0.007, a power of 2 doubles that,
    // and 1 - sum p² is off by twice as much at most: by 0.03.
    const n = 100_000;
    const text = 'a a a a b a a a c b b a c d a a a b e a';
    const configs = [0.5, 2].flatMap((tau) =>
      ['categorical', 'ngram-2'].map((family) => ({
        ...{ ...wordRuns[0]!, family, text, n, generations: 2 },
        ...{ decoding: 'temperature', decodingOptions: { tau } },
      })),
    );
    const found = await runTypes(tool, configs);
    for (const [i, config] of configs.entries()) {
      const power = 1 / config.decodingOptions.tau;
      const words = text.split(' ');
      const rows = config.family === 'categorical' ? [words] : followers(words);
      const chances = rows.map((next) => heated(next, power));
      const [first, second] = found[i]! as [(typeof found)[0][0], (typeof found)[0][0]];
      const what = `${tool.id}, ${nameOf(config)}`;
      const shares =
        config.family === 'categorical' ? chances[0]! : stationary([...new Set(words)], chances);
      const diversity = 1 - [...shares.values()].reduce((sum, share) => sum + share ** 2, 0);
      expect(Math.abs(second.diversity - diversity), `${what}: diversity`).toBeLessThan(0.03);
      expect(first.types).toBe(5);
      expect(Math.abs(first.diversity - diversity), `${what}: not the same`).toBeGreaterThan(0.05);
    }
  },
  PATIENCE,
);

/** What stands after each word of a circle. */
function followers(words: readonly string[]): string[][] {
  return [...new Set(words)].map((word) =>
    words.filter((_, i) => words[(i + words.length - 1) % words.length] === word),
  );
}

/** The chance of each word, by its number of times raised to a power. */
function heated(words: readonly string[], power: number): Map<string, number> {
  const weights = new Map<string, number>();
  for (const word of words) weights.set(word, words.filter((one) => one === word).length ** power);
  const sum = [...weights.values()].reduce((all, weight) => all + weight, 0);
  return new Map([...weights].map(([word, weight]) => [word, weight / sum]));
}

/** How often each word comes in the long run, where `chances` say what comes after it. */
function stationary(words: readonly string[], chances: readonly Map<string, number>[]) {
  let shares = new Map(words.map((word) => [word, 1 / words.length]));
  for (let step = 0; step < 1000; step++)
    shares = new Map(
      words.map((to) => [
        to,
        words.reduce((sum, from, i) => sum + shares.get(from)! * (chances[i]!.get(to) ?? 0), 0),
      ]),
    );
  return shares;
}
