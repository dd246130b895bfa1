import '../../src/lib/withLognormals.ts';
import { bands } from '../../src/lib/ensemble/bands.ts';
import { checkEnsemble } from '../../src/lib/ensemble/config.ts';
import type { EnsembleConfig, EnsembleSlice, Ending } from '../../src/lib/ensemble/types.ts';
import type { Guessed } from '../../src/components/charts/guess.ts';
import { families } from '../../src/lib/families/index.ts';
import { standardQuantile } from '../../src/lib/special/standardNormalQuantile.ts';
import type { EnsembleSoFar, EnsemblesResult } from '../../src/lib/jobs/ensembles.ts';
import type { Path } from '../../src/lib/jobs/paths.ts';
import type { RunResult } from '../../src/lib/jobs/run.ts';
import type { Params, RunConfig } from '../../src/lib/types.ts';

/** A fit, or null where the run has ended. */
export type Fitted = Params | null;

/** Every statistic of the fits, by name; NaN where there is none. */
const columnsOf = (family: string, fits: readonly Fitted[]) =>
  Object.fromEntries(
    families
      .get(family)
      .statistics.map(({ name, of }) => [
        name,
        Float64Array.from(fits, (fit) => (fit ? of(fit, null) : NaN)),
      ]),
  );

type Asked = Partial<EnsembleConfig> & { readonly at: readonly number[] };

/**
 * An ensemble of N(0, 1) at the generations `at`, with the fits that are given instead of simulated
 * ones.
 */
export function madeUp(
  asked: Asked,
  fitOf: (t: number, replicate: number) => Fitted,
  runs = 40,
  ends: readonly Ending[] = [],
): EnsembleSoFar {
  const { config } = checkEnsemble({
    family: 'normal',
    truth: { mu: 0, sigma: 1 },
    estimator: 'unbiased-variance',
    regime: 'replace',
    n: 100,
    generations: asked.at.at(-1)!,
    seed: 'made up',
    stream: 'keyed',
    replicates: runs,
    ...asked,
  });
  const { at, how } = config;
  const fits = at.flatMap((t) => Array.from({ length: runs }, (_, r) => fitOf(t, r)));
  const values = columnsOf(config.family, fits);
  const slice: EnsembleSlice = { from: 0, to: runs, at, how, values, endings: {}, ends };
  return { config, made: runs, slices: [slice], bands: bands([slice]) };
}

/** Replicate r of so many standard normal values that are as evenly spread as can be. */
export const evenly = (replicate: number, runs = 40) => standardQuantile((replicate + 0.5) / runs);

/**
 * So many runs that every quantile in use is the value of a run: that at 0.05 of the third lowest,
 * at 0.95 of the third highest.
 */
export const RUNGS = 41;

/**
 * The run's place among so many, from -20 to 20: mixed, so that no picture rests on their order.
 */
export const rungOf = (replicate: number) => ((17 * replicate + 5) % RUNGS) - 20;

/** The place of the quantile at each level. */
export const RUNG_AT: Readonly<Record<string, number>> = {
  '0.05': -18,
  '0.25': -10,
  '0.5': 0,
  '0.75': 10,
  '0.95': 18,
};

interface Besides {
  readonly runs?: EnsemblesResult['runs'];
  readonly keep?: readonly string[];
}

/** Ensembles as a job hands them over. */
export const resultOf = (
  ensembles: readonly EnsembleSoFar[],
  { runs = [], keep = ['mu', 'sigma'] }: Besides = {},
): EnsemblesResult => ({ input: { ensembles: [], keep, levels: [] }, ensembles, runs });

/** The same as the pictures of the fan take it: with what the reader guessed. */
export const guessing = (result: EnsemblesResult, guess: number | null = null): Guessed => ({
  ...result,
  view: { guess },
});

/**
 * One run at the generations of an ensemble, with the fits that are given; null from its end on.
 */
export function madeUpPath(
  { config: { replicates: _, how: __, at, ...config } }: EnsembleSoFar,
  fits: readonly Fitted[],
  ended: Path['ended'] = null,
  changes: Partial<RunConfig> = {},
): Path {
  const values = columnsOf(
    config.family,
    at.map((_t, row) => fits[row] ?? null),
  );
  return { config: { ...config, ...changes }, at, values, ended };
}

type RunChanges = Partial<RunConfig> & Partial<Pick<RunResult, 'asked' | 'ended'>>;

/** One run from N(0, 1), with the fits that are given instead of simulated ones. */
export function madeUpRun(
  fits: readonly Params[],
  { asked, ended = null, ...changes }: RunChanges = {},
): RunResult {
  const generations = changes.generations ?? Math.max(1, fits.length);
  const config: RunConfig = {
    family: 'normal',
    truth: { mu: 0, sigma: 1 },
    estimator: 'unbiased-variance',
    regime: 'replace',
    n: 100,
    seed: 'made up',
    stream: 'keyed',
    ...changes,
    generations,
  };
  const fitted = columnsOf(config.family, fits);
  return { config, asked: asked ?? generations, reached: fits.length, fitted, ended };
}
