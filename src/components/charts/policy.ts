import type { EnsembleBand } from '../../lib/ensemble/types.ts';
import type { EnsembleSoFar, EnsemblesResult } from '../../lib/jobs/ensembles.ts';
import { regimes } from '../../lib/regimes/index.ts';
import { regimeMoments, type RegimeMoments } from '../../lib/theory/regimeMoments.ts';
import { spreadOver } from './ensemble.ts';
import { labelWithOptions } from './labelWithOptions.ts';
import { originally } from './statistic.ts';

/**
 * Laws that have been worked out, by the ensemble's settings: pictures of the same runs ask again
 * and again.
 */
const known = new WeakMap<EnsembleSoFar['config'], RegimeMoments | null>();

/** Var m_t and E s_t^2 by the exact recursion; null where there is none for the policy. */
export function momentsOf({ config }: Pick<EnsembleSoFar, 'config'>): RegimeMoments | null {
  const before = known.get(config);
  if (before !== undefined) return before;
  const found = regimeMoments(config);
  known.set(config, found);
  return found;
}

/** Works the laws of all ensembles out, for pictures that draw them. */
export function* findLaws({ ensembles }: EnsemblesResult): Generator<undefined, void> {
  for (const ensemble of ensembles) {
    momentsOf(ensemble);
    yield;
  }
}

/** The policy's name with its options: "Fresh real share, α = 0.1". */
export function policyName({
  config,
}: {
  readonly config: Pick<EnsembleSoFar['config'], 'regime' | 'regimeOptions'>;
}): string {
  const { label, options } = regimes.get(config.regime);
  return labelWithOptions(label, options, config.regimeOptions);
}

/** Root of the mean of s squared, simulated. */
export const simulatedRoot = (ensemble: EnsembleSoFar, band: EnsembleBand) =>
  Math.sqrt(spreadOver(ensemble, band, 'spread').meanSquare);

/** The same by the law; NaN where there is none. */
export const exactRoot = (ensemble: EnsembleSoFar, t: number) =>
  Math.sqrt(momentsOf(ensemble)?.meanOfVariance[t - 1] ?? NaN);

/**
 * The standard deviation of the fitted means over the runs, by the law; NaN where there is none.
 */
export const exactDeviationOfMean = (ensemble: EnsembleSoFar, t: number) =>
  Math.sqrt(momentsOf(ensemble)?.varianceOfMean[t - 1] ?? NaN);

/** The same, simulated: about the original mean. */
export function simulatedDeviationOfMean(ensemble: EnsembleSoFar, band: EnsembleBand): number {
  const { mean, meanSquare } = spreadOver(ensemble, band, 'mean');
  const original = originally(ensemble, 'mean');
  return Math.sqrt(Math.max(0, meanSquare - 2 * original * mean + original * original));
}
