import ln from '@stdlib/math-base-special-ln';
import { logBias } from '../special/logSd.ts';
import { SOURCE_ESTIMATOR, scaleOf } from './scale.ts';

/** A normal model refitted to n of its own values each generation (the regime replace). */
export interface NormalRecursion {
  /** Values in each generation, at least 2. */
  readonly n: number;
  /** Id or alias of the estimator; the source article's if absent. */
  readonly estimator?: string;
}

/**
 * Mean change of log s in one generation: log c(n) - d(n), natural log, with c(n) the estimator's
 * factor and d(n) the bias of log s. Negative where runs collapse.
 */
export function driftOfLogSd({ n, estimator = SOURCE_ESTIMATOR }: NormalRecursion): number {
  return ln(scaleOf(estimator, n)) - logBias(n);
}

/**
 * Generations in which the median of s halves, log 2 / -drift, in the log-normal approximation of
 * `quantileOfSd`; Infinity where it does not fall.
 */
export function halvingTimeOfSd(recursion: NormalRecursion): number {
  const drift = driftOfLogSd(recursion);
  // The drift of the unbiased logarithm is 0 up to rounding.
  return drift < -1e-14 ? -Math.LN2 / drift : Infinity;
}
