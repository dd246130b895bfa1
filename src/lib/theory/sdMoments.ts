import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import { normal } from '../families/normal.ts';
import { c4 } from '../special/c4.ts';
import type { RunConfig } from '../types.ts';
import { driftOfLogSd, type NormalRecursion } from './drift.ts';
import { logVariance } from '../special/logSd.ts';
import { SOURCE_ESTIMATOR, scaleOf } from './scale.ts';

/** Generation k of that recursion, k = 1 being the first fit to n values from N(mu, sigma^2). */
export interface NormalGeneration extends NormalRecursion {
  readonly k: number;
  /** Standard deviation of the original distribution. */
  readonly sigma: number;
}

/** Generation k of a normal run under "replace". */
export const generationOf = (
  { n, truth, estimator }: Pick<RunConfig, 'n' | 'truth' | 'estimator'>,
  k: number,
): NormalGeneration => ({ n, k, sigma: normal.model(truth).sigma, estimator });

/*
 * Exact, since s_k^2 = sigma^2 times the product of k independent c^2 chi2 / nu (cochran1934): an
 * expectation of a power is the k-th power of that of one generation. c is the estimator's factor.
 */

/** E s_k^2 = sigma^2 c^(2k): sigma^2 for ever if the variance estimator is unbiased. */
export function meanOfVariance({ n, k, sigma, estimator = SOURCE_ESTIMATOR }: NormalGeneration) {
  return sigma * sigma * power(scaleOf(estimator, n), 2 * k);
}

/** E s_k = sigma (c c4(n))^k. */
export function meanOfSd({ n, k, sigma, estimator = SOURCE_ESTIMATOR }: NormalGeneration): number {
  return sigma * power(scaleOf(estimator, n) * c4(n), k);
}

/** E log s_k (natural log). */
export function meanOfLogSd({ k, sigma, ...recursion }: NormalGeneration): number {
  return ln(sigma) + k * driftOfLogSd(recursion);
}

/** Var log s_k, the same for every estimator: they differ by a factor. */
export function varianceOfLogSd({ n, k }: Pick<NormalGeneration, 'n' | 'k'>): number {
  return k * logVariance(n);
}

/**
 * Var m_k = (sigma^2 / n) (1 + c^2 + … + c^(2(k - 1))): each generation moves the mean by s /
 * sqrt(n) times a standard normal. k sigma^2 / n if the variance estimator is unbiased.
 */
export function varianceOfMean({ n, k, sigma, estimator = SOURCE_ESTIMATOR }: NormalGeneration) {
  const scale = scaleOf(estimator, n);
  const ratio = scale * scale;
  const sum = ratio === 1 ? k : (power(ratio, k) - 1) / (ratio - 1);
  return ((sigma * sigma) / n) * sum;
}

function power(base: number, exponent: number): number {
  return base === 1 ? 1 : exp(exponent * ln(base));
}
