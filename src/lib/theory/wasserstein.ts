import ln from '@stdlib/math-base-special-ln';
import type { RunConfig } from '../types.ts';
import { logPowerMean } from '../special/logGammaRatio.ts';
import { expm1 } from '../special/log1pExpm1.ts';
import { SOURCE_ESTIMATOR, scaleOf } from './scale.ts';
import { varianceOfMean, type NormalGeneration } from './sdMoments.ts';

/**
 * The mean of the squared 2-Wasserstein distance between the model of generation k and the
 * original, in squared units of x. Between two normals it is (m - mu)^2 + (s - sigma)^2, so the
 * mean is Var m_k + E s_k^2
 * - 2 sigma E s_k + sigma^2; for the unbiased variance sigma^2 (k / n + 2 - 2 c4^k). It grows
 *   without end for the source's estimator (shumailov2024).
 */
export function expectedSquaredWasserstein(generation: NormalGeneration): number {
  const { n, k, sigma, estimator = SOURCE_ESTIMATOR } = generation;
  const logScale = ln(scaleOf(estimator, n));
  // log c4 is half a log-moment: c4 = E (G / a)^(1/2). Both terms are taken less 1, which they are
  // near.
  const variance = expm1(2 * k * logScale);
  const sd = expm1(k * (logScale + logPowerMean((n - 1) / 2, 0.5)));
  return varianceOfMean(generation) + sigma * sigma * (variance - 2 * sd);
}

/**
 * What it is while k is small beside n, for each of the estimators: (3/2) sigma^2 k / n, two thirds
 * of it from the mean. Var m_k is k sigma^2 / n and Var s_k is k sigma^2 / (2n) to first order;
 * biases enter squared.
 */
export function earlySquaredWasserstein({ n, k, sigma }: Omit<NormalGeneration, 'estimator'>) {
  return (1.5 * sigma * sigma * k) / n;
}

/**
 * The same of generation t of a run, in units of the original variance; null where it is not known,
 * as under every policy but `replace`.
 */
export function exactRisk(
  { family, source, regime, n, estimator }: RunConfig,
  t: number,
): number | null {
  if (family !== 'normal' || source !== undefined || regime !== 'replace') return null;
  return expectedSquaredWasserstein({ n, k: t, sigma: 1, estimator });
}
