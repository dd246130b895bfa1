import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import { SOURCE_ESTIMATOR, scaleOf } from './scale.ts';
import { logPowerMean } from '../special/logGammaRatio.ts';
import { expm1, log1p } from '../special/log1pExpm1.ts';
import type { NormalGeneration } from './sdMoments.ts';

/*
 * Exact: s_k^2 is sigma^2 times a product of k independent c^2 G / a, G gamma of shape a = (n - 1)
 * / 2 (cochran1934), and E (G / a)^p = Gamma(a + p) / (Gamma(a) a^p). c is the estimator's factor.
 */

/**
 * E s_k^power for any real power above -(n - 1), in the unit of sigma to that power; Infinity where
 * it exceeds the number range. Throws a RangeError for lower powers, whose mean is infinite from
 * the first generation on.
 */
export function momentOfSd({
  n,
  k,
  sigma,
  power,
  estimator = SOURCE_ESTIMATOR,
}: NormalGeneration & { readonly power: number }): number {
  const perGeneration = power * ln(scaleOf(estimator, n)) + logPowerMean((n - 1) / 2, power / 2);
  return exp(power * ln(sigma) + k * perGeneration);
}

/**
 * Var s_k^2 = sigma^4 c^(4k) (((n + 1) / (n - 1))^k - 1): the second moment of a chi-square over
 * its degrees of freedom nu is 1 + 2 / nu. It grows without end unless c shrinks it, which is why
 * averages of s^2 mislead (`sight.ts`).
 */
export function varianceOfVariance({
  n,
  k,
  sigma,
  estimator = SOURCE_ESTIMATOR,
}: NormalGeneration): number {
  const square = sigma * sigma;
  const scaled = square * square * exp(4 * k * ln(scaleOf(estimator, n)));
  return scaled * expm1(k * log1p(2 / (n - 1)));
}
