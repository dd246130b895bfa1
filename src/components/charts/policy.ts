import type { EnsembleBand } from '../../lib/ensemble/types.ts';
import type { EnsembleSoFar, EnsemblesResult } from '../../lib/jobs/ensembles.ts';
import { regimes } from '../../lib/regimes/index.ts';
import { regimeMoments, type RegimeMoments } from '../../lib/theory/regimeMoments.ts';
import { plain } from './words.ts';

/**
 * Laws that have been worked out, by the ensemble's settings: pictures of the same runs ask again
 * and again.
 */
const known = new WeakMap<EnsembleSoFar['config'], RegimeMoments | null>();

/** Var m_t and E s_t^2 by the exact recursion; null where there is none for the policy. */
export function momentsOf({ config }: Pick<EnsembleSoFar, 'config'>): RegimeMoments | null {
  if (!known.has(config)) known.set(config, regimeMoments(config));
  return known.get(config)!;
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
  const set = options.map(
    ({ name, symbol }) => `${symbol} = ${plain(config.regimeOptions?.[name] ?? NaN)}`,
  );
  return [label, ...set].join(', ');
}

/** Root of the mean of s squared, simulated. */
export const simulatedRoot = (band: EnsembleBand) => Math.sqrt(band.statistics.sigma!.meanSquare);

/** The same by the law; NaN where there is none. */
export const exactRoot = (ensemble: EnsembleSoFar, t: number) =>
  Math.sqrt(momentsOf(ensemble)?.meanOfVariance[t - 1] ?? NaN);

/**
 * The standard deviation of the fitted means over the runs, by the law; NaN where there is none.
 */
export const exactDeviationOfMean = (ensemble: EnsembleSoFar, t: number) =>
  Math.sqrt(momentsOf(ensemble)?.varianceOfMean[t - 1] ?? NaN);

/** The same, simulated: about the original mean. */
export function simulatedDeviationOfMean({ config }: EnsembleSoFar, band: EnsembleBand): number {
  const { mean, meanSquare } = band.statistics.mu!;
  const mu = config.truth.mu!;
  return Math.sqrt(Math.max(0, meanSquare - 2 * mu * mean + mu * mu));
}
