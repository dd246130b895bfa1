import ln from '@stdlib/math-base-special-ln';
import { driftOfLogSd, type NormalRecursion } from './drift.ts';
import { cdfOfSd } from './sdLaw.ts';

/**
 * The first generation in which the median of s_k is at most `fraction` of sigma (one half if
 * absent): exact, a whole number. Infinity where log s does not fall on average; `halvingTimeOfSd`
 * is the smooth approximation. Throws a RangeError for a fraction that is not between 0 and 1.
 */
export function fallTimeOfMedian({
  fraction = 0.5,
  ...recursion
}: NormalRecursion & { readonly fraction?: number }): number {
  if (!(fraction > 0 && fraction < 1)) {
    throw new RangeError(`a fraction lies between 0 and 1: ${fraction}`);
  }
  const drift = driftOfLogSd(recursion);
  // The drift of the unbiased logarithm is 0 up to rounding.
  if (drift > -1e-14) return Infinity;
  const reached = (k: number) => cdfOfSd({ ...recursion, k, sigma: 1, x: fraction }) >= 0.5;
  // log s is skewed to the left, so its median is above its mean: by a third of a generation's fall
  // for the source's estimator.
  let k = Math.max(1, Math.ceil(ln(fraction) / drift));
  while (k > 1 && reached(k - 1)) k--;
  while (!reached(k)) k++;
  return k;
}
