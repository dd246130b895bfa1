import { moments, standardDeviation } from '../moments.ts';
import type { Estimator, Fit, FitFailure, Params, Values } from '../types.ts';

/** The smallest number that a double holds in full precision. */
const SMALLEST_NORMAL = 2.2250738585072014e-308;

/** An estimator of mu by the mean and of sigma by a multiple of the sample standard deviation. */
export interface NormalEstimator extends Estimator {
  /** What multiplies the standard deviation with divisor n - 1, for n >= 2 values. */
  readonly scale: (n: number) => number;
}

/** The estimator of the normal family that differs from the others in `scale` only. */
export function normalEstimator(
  described: Omit<NormalEstimator, 'family' | 'fit'>,
): NormalEstimator {
  // A run asks for the same n at every generation.
  let lastN = NaN;
  let lastScale = NaN;
  const fit = (values: Values): Fit => {
    const found = moments(values);
    const { n, mean, sumOfSquares } = found;
    if (n < 2) return failed('too-few-values');
    if (Number.isNaN(sumOfSquares)) return failed('not-finite');
    if (sumOfSquares === 0) return failed('all-equal');
    if (n !== lastN) {
      lastScale = described.scale(n);
      lastN = n;
    }
    const sigma = standardDeviation(found, n - 1, lastScale);
    if (sigma < SMALLEST_NORMAL) return failed('underflow');
    if (!Number.isFinite(sigma) || !Number.isFinite(mean)) return failed('overflow');
    return { ok: true, params: { mu: mean, sigma } };
  };
  return { ...described, family: 'normal', fit, standardErrors };
}

/** For large n, whatever the divisor: by the information of a normal. */
function standardErrors({ sigma }: Params, n: number): Params {
  return { mu: sigma! / Math.sqrt(n), sigma: sigma! / Math.sqrt(2 * n) };
}

function failed(reason: FitFailure): Fit {
  return { ok: false, reason };
}
