import type { NormalRecursion } from './drift.ts';
import { upperGamma } from '../special/incompleteGamma.ts';
import { SOURCE_ESTIMATOR, scaleOf } from './scale.ts';

/**
 * The probability that s is larger after a generation than before it: P(c^2 chi2 / nu > 1), with
 * chi2 a chi-square variable of nu = n - 1 degrees of freedom and c the estimator's factor. Exact;
 * the same at every generation.
 */
export function chanceOfRise({ n, estimator = SOURCE_ESTIMATOR }: NormalRecursion): number {
  const half = (n - 1) / 2;
  const scale = scaleOf(estimator, n);
  return upperGamma(half, half / (scale * scale));
}
