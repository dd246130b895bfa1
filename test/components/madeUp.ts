import { bands } from '../../src/lib/ensemble/bands.ts';
import { checkEnsemble } from '../../src/lib/ensemble/config.ts';
import type { EnsembleConfig, EnsembleSlice } from '../../src/lib/ensemble/types.ts';
import { standardQuantile } from '../../src/lib/families/standardNormalQuantile.ts';
import type { EnsembleSoFar } from '../../src/lib/jobs/ensembles.ts';

/** A fit, or null where the run has ended. */
export type Fitted = { readonly mu: number; readonly sigma: number } | null;

/** An ensemble of N(0, 1) at the generations `at`, with the fits that are given instead of simulated ones. */
export function madeUp(
  asked: Partial<EnsembleConfig> & { readonly at: readonly number[] },
  fitOf: (t: number, replicate: number) => Fitted,
  runs = 40,
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
  const column = (name: 'mu' | 'sigma') =>
    Float64Array.from(
      at.flatMap((t) => Array.from({ length: runs }, (_, r) => fitOf(t, r)?.[name] ?? NaN)),
    );
  const values = { mu: column('mu'), sigma: column('sigma') };
  const slice: EnsembleSlice = { from: 0, to: runs, at, how, values, endings: {}, ends: [] };
  return { config, made: runs, slices: [slice], bands: bands([slice]) };
}

/** Replicate r of so many standard normal values that are as evenly spread as can be. */
export const evenly = (replicate: number, runs = 40) => standardQuantile((replicate + 0.5) / runs);
