/**
 * `npm run results`: makes src/content/results/lognormal.json, the simulated numbers that the
 * articles say of the lognormal with a threshold. Ten thousand runs each take minutes, too long for
 * every build; the test beside this file makes the first of them again.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import '../../src/lib/withLognormals.ts';
import '../../src/lib/withRegimes.ts';
import { bands } from '../../src/lib/ensemble/bands.ts';
import { drain } from '../../src/lib/drain.ts';
import { ensembleSlice } from '../../src/lib/ensemble/slice.ts';
import type { EnsembleConfig, EnsembleSlice } from '../../src/lib/ensemble/types.ts';
import type { FitFailure, Params } from '../../src/lib/types.ts';
import { ROOT } from '../support/root.ts';

export const RESULTS = join(ROOT, 'src', 'content', 'results', 'lognormal.json');

/** Runs of every experiment, and how many of them the test makes again. */
const WHOLE = 10_000;
export const PART = 40;

type Experiment = Omit<EnsembleConfig, 'replicates' | 'generations'> & {
  readonly at: readonly number[];
};

const original = {
  family: 'lognormal3',
  truth: { threshold: 10, meanlog: 2, sdlog: 0.5 },
  estimator: 'mle',
  regime: 'replace',
  n: 100,
  seed: 'edge',
  stream: 'keyed',
} as const;

const experiments: Readonly<Record<string, Experiment>> = {
  replace200: { ...original, n: 200, at: [1, 5, 10, 20, 40, 100] },
  divisor200: {
    ...original,
    n: 200,
    estimator: 'mle-unbiased-scale',
    at: [1, 5, 10, 20, 40, 100],
  },
  replace100: { ...original, at: [5, 10, 20, 40, 100, 200, 500] },
  freshReal100: { ...original, regime: 'fresh-real', at: [200] },
  fixedReal100: { ...original, regime: 'fixed-real', at: [200] },
  budget100: { ...original, regime: 'accumulate-subsample', at: [200] },
  nearlyNormal100: { ...original, truth: { ...original.truth, sdlog: 0.1 }, at: [1] },
};

const PARAMETERS = ['threshold', 'meanlog', 'sdlog'] as const;

/** Six digits: no article prints more. */
const rounded = (x: number) => Number(x.toPrecision(6));

/**
 * The 5, 50 and 95 % points of each parameter among the runs that are left, a row for each
 * generation.
 */
function percentilesOf(slice: EnsembleSlice) {
  const levels = [0.05, 0.5, 0.95];
  const made = bands([slice], levels);
  const rows = (name: string) =>
    made.map(({ statistics }) =>
      levels.map((level) => rounded(statistics[name]!.quantiles[String(level)]!)),
    );
  return Object.fromEntries(PARAMETERS.map((name) => [name, rows(name)]));
}

/** What becomes of the runs of one experiment: counts at each generation in `at`. */
export interface Course {
  readonly n: number;
  readonly truth: Params;
  readonly estimator: string;
  readonly regime: string;
  readonly at: readonly number[];
  readonly left: readonly number[];
  readonly intoTheNormal: readonly number[];
  readonly intoTheEdge: readonly number[];
  readonly percentiles?: Readonly<Record<string, readonly (readonly number[])[]>>;
}

function courseOf(config: Experiment, runs: number): Course {
  const { at } = config;
  const asked = { ...config, replicates: runs, generations: Math.max(...at) };
  const slice = drain(ensembleSlice(asked, 0, runs));
  const endedBy = (reason: FitFailure) =>
    at.map((t) => slice.ends.filter((end) => end.reason === reason && end.t <= t).length);
  return {
    n: config.n,
    truth: config.truth,
    estimator: config.estimator,
    regime: config.regime,
    at,
    left: at.map((t) => runs - slice.ends.filter((end) => end.t <= t).length),
    intoTheNormal: endedBy('not-right-skewed'),
    intoTheEdge: endedBy('no-interior-maximum'),
    ...(config.n === 200 && { percentiles: percentilesOf(slice) }),
  };
}

/** What becomes of the first `runs` runs of each experiment. */
export const resultsOf = (runs: number) => ({
  runs,
  courses: Object.fromEntries(
    Object.entries(experiments).map(([name, config]) => [name, courseOf(config, runs)]),
  ),
});

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  mkdirSync(dirname(RESULTS), { recursive: true });
  const made = { by: 'npm run results', seed: original.seed, whole: resultsOf(WHOLE) };
  const results = { ...made, part: resultsOf(PART) };
  writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
}
