import { estimatorsFor } from '../estimators/index.ts';
import { isMultiple } from '../estimators/normalEstimator.ts';
import { driftOfLogSd, halvingTimeOfSd } from './drift.ts';
import { logVariance } from '../special/logSd.ts';
import { meanOfSd, meanOfVariance } from './sdMoments.ts';

/** What one way of estimating does to the recursion, for n values in each generation. */
export interface DriftRow {
  /** Id of the estimator. */
  readonly id: string;
  readonly label: string;
  /** Mean change of log s in one generation, natural log. */
  readonly drift: number;
  /** Standard deviation of that change. */
  readonly spread: number;
  /**
   * Generations in which the median of s halves, in the log-normal approximation; Infinity if it
   * does not fall.
   */
  readonly halfLife: number;
  /** Whose expectation, or which quantity, stays what it was at every generation. */
  readonly keeps: 'nothing' | 'variance' | 'standard-deviation' | 'logarithm' | 'median';
  /**
   * In the long run, with probability one: s tends to 0; or it comes back to every value again and
   * again; or it tends to infinity.
   */
  readonly fate: 'collapses' | 'wanders' | 'explodes';
}

/**
 * One row for each registered estimator of the normal that takes a fixed multiple of s, in the
 * readers' order. A factor c collapses if log c is below the bias of log s (strong law of large
 * numbers); at equality log s is a random walk with mean 0, which visits everything for ever (Chung
 * & Fuchs 1951, Memoirs of the AMS 6). Throws a RangeError for n < 2.
 */
export function driftTable(n: number): readonly DriftRow[] {
  return estimatorsFor('normal')
    .filter(isMultiple)
    .map(({ id, label }) => {
      const recursion = { n, estimator: id };
      const drift = driftOfLogSd(recursion);
      return {
        id,
        label,
        drift,
        spread: Math.sqrt(logVariance(n)),
        halfLife: halvingTimeOfSd(recursion),
        keeps: kept(id, n),
        fate: isZero(drift) ? 'wanders' : drift < 0 ? 'collapses' : 'explodes',
      };
    });
}

/** The row of one estimator. Throws a RangeError if it has none. */
export function driftOf(n: number, estimator: string): DriftRow {
  const row = driftTable(n).find(({ id }) => id === estimator);
  if (!row) throw new RangeError(`no factor is known of the estimator: ${estimator}`);
  return row;
}

function kept(estimator: string, n: number): DriftRow['keeps'] {
  const once = { n, estimator, k: 1, sigma: 1 };
  if (isZero(meanOfVariance(once) - 1)) return 'variance';
  if (isZero(meanOfSd(once) - 1)) return 'standard-deviation';
  return isZero(driftOfLogSd(once)) ? 'logarithm' : 'nothing';
}

/** Zero up to rounding: what separates the estimators is more than 1e-8 for n up to ten million. */
function isZero(value: number): boolean {
  return Math.abs(value) < 1e-13;
}
