import type { DriftRow } from './driftTable.ts';
import { logVariance } from '../special/logSd.ts';

/*
 * Instead of an estimate, a draw: sigma*^2 = s^2 nu / chi2 from the posterior under the prior 1 /
 * sigma, nu = n - 1, and then data from it. The variance in one generation is multiplied by (chi2 /
 * nu) / (chi2' / nu), an F variable with nu and nu degrees of freedom, whose logarithm is symmetric
 * about 0: the median of sigma* is sigma for ever, and the noise in log s is doubled.
 */

/**
 * The row that a posterior draw has beside those of `driftTable`. Throws a RangeError for n < 2.
 */
export function posteriorDrawRow(n: number): DriftRow {
  return {
    id: 'posterior-draw',
    label: 'Draw from the posterior (prior 1/σ)',
    drift: 0,
    spread: Math.sqrt(2 * logVariance(n)),
    halfLife: Infinity,
    keeps: 'median',
    fate: 'wanders',
  };
}

/**
 * E sigma*_k^2 = sigma^2 ((n - 1) / (n - 3))^k, the mean of that F variable to the power k;
 * Infinity for n <= 3.
 */
export function meanVarianceOfPosteriorDraws({
  n,
  k,
  sigma,
}: {
  readonly n: number;
  readonly k: number;
  readonly sigma: number;
}): number {
  if (!(n > 3)) return Infinity;
  let mean = sigma * sigma;
  for (let i = 0; i < k; i++) mean *= (n - 1) / (n - 3);
  return mean;
}
