import ln from '@stdlib/math-base-special-ln';
import { varianceOfVariance } from './sdPowers.ts';
import type { NormalGeneration } from './sdMoments.ts';

/**
 * The generation by which the average of s^2 over a number of runs has typically lost half of its
 * expectation: (n - 1) log(runs).
 *
 * With log s nearly normal of variance k v, v = 1 / (2 (n - 1)), E s^2 is carried by runs about 2
 * sqrt(k v) standard deviations above the middle: weighting a normal by exp(2x) moves its mean by
 * twice its variance. The highest of R runs is about sqrt(2 log R) standard deviations up; the two
 * are equal at k = log(R) / (2v). The same for every estimator, since they differ by a factor.
 */
export function generationsInSight({ n, runs }: { readonly n: number; readonly runs: number }) {
  return (n - 1) * ln(runs);
}

/**
 * The standard error of the average of s_k^2 over independent runs, in squared units of x: for the
 * unbiased variance sigma^2 sqrt((((n + 1) / (n - 1))^k - 1) / runs). Beyond `generationsInSight`
 * it is itself carried by runs that nobody sees.
 */
export function standardErrorOfMeanVariance({
  runs,
  ...generation
}: NormalGeneration & { readonly runs: number }): number {
  return Math.sqrt(varianceOfVariance(generation) / runs);
}
