import { SMALLEST_NORMAL } from '../special/smallestNormal.ts';
import { rootOfSquares } from '../special/rootOfSquares.ts';
import { moments, standardDeviation } from '../moments.ts';
import type { Estimator, Fit, FitFailure, Normal, Values, WeightedSample } from '../types.ts';

/**
 * An estimator of mu by the mean and of sigma by a multiple of the sample standard deviation, or by
 * that and a number that the data have no say in.
 */
export interface NormalEstimator extends Estimator<Normal> {
  /** What multiplies the standard deviation with divisor n - 1, for n >= 2 values. */
  readonly scale: (n: number) => number;
  /** A standard deviation whose square is added to the square of that product; 0 if absent. */
  readonly least?: (n: number) => number;
}

/** True for an estimator of the normal that only multiplies the standard deviation. */
export const isMultiple = (estimator: Estimator): estimator is NormalEstimator =>
  'scale' in estimator && !('least' in estimator);

/** The estimator of the normal family that differs from the others in `scale` and `least` only. */
export function normalEstimator(
  described: Omit<NormalEstimator, 'family' | 'fit'>,
): NormalEstimator {
  // A run asks for the same n at every generation.
  let lastN = NaN;
  let lastScale = NaN;
  let lastLeast = 0;
  const fit = (values: Values): Fit<Normal> => {
    const found = moments(values);
    const { n, mean, sumOfSquares } = found;
    if (n < 2) return failed('too-few-values');
    if (Number.isNaN(sumOfSquares)) return failed('not-finite');
    if (sumOfSquares === 0) return failed('all-equal');
    if (n !== lastN) {
      lastScale = described.scale(n);
      lastLeast = described.least?.(n) ?? 0;
      lastN = n;
    }
    const own = standardDeviation(found, n - 1, lastScale);
    const sigma = lastLeast === 0 ? own : rootOfSquares(own, lastLeast);
    if (sigma < SMALLEST_NORMAL) return failed('underflow');
    if (!Number.isFinite(sigma) || !Number.isFinite(mean)) return failed('overflow');
    return { ok: true, model: { mu: mean, sigma } };
  };
  return { ...described, family: 'normal', fit, fitWeighted: weightedBy(fit), standardErrors };
}

/**
 * Fits each sample by itself and takes the weighted mean of the means and of the *variances*
 * (he2026): where the variance of each sample is right on average, so is theirs. A sample of weight
 * 0 is not looked at.
 */
function weightedBy(fit: NormalEstimator['fit']) {
  return (samples: readonly WeightedSample[]): Fit<Normal> => {
    let mu = 0;
    let variance = 0;
    for (const { values, weight } of samples) {
      if (weight === 0) continue;
      const found = fit(values);
      if (!found.ok) return found;
      mu += weight * found.model.mu;
      variance += weight * found.model.sigma * found.model.sigma;
    }
    if (variance === 0) return failed('underflow');
    if (!Number.isFinite(variance)) return failed('overflow');
    return { ok: true, model: { mu, sigma: Math.sqrt(variance) } };
  };
}

/** For large n, whatever the divisor: by the information of a normal. */
function standardErrors({ sigma }: Normal, n: number): Normal {
  return { mu: sigma / Math.sqrt(n), sigma: sigma / Math.sqrt(2 * n) };
}

function failed(reason: FitFailure): Fit<Normal> {
  return { ok: false, reason };
}
