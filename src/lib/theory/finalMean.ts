import { normal } from '../families/normal.ts';
import type { RunConfig } from '../types.ts';
import { SOURCE_ESTIMATOR } from './scale.ts';

/*
 * Where the mean ends up. Under the unbiased variance m_k converges with probability one, since the
 * sum of all s_j^2 is finite, and as n grows (m - mu) / sigma tends to Student's t with 2 degrees
 * of freedom:
 *
 * Given the path of s the final mean is normal with variance (1 / n) sum of s_j^2, a perpetuity:
 * sum = sigma^2 + (s_1 / sigma)^2 sum'. For large n and tau = j / (2n) that is 2 sigma^2 times the
 * integral of exp(2 (W(tau) - tau)) over tau > 0, which is distributed as 1 / (2E), E exponential
 * with mean 1 (Dufresne 1990, Scandinavian Actuarial Journal, 39-79). And a normal with variance 1
 * / E is t with 2 degrees of freedom.
 *
 * n has gone from the answer: more values make the mean wander more slowly, not less far; no
 * variance exists. The law is asymptotic in n, and it holds for no other estimator. The quantiles
 * of finite n are a little narrower: far out by the factor 1 / sqrt(n m), m = digamma(nu / 2 + 1) -
 * log(nu / 2), which is 0.993 at n = 50 and 0.967 at n = 10 (the tail of the perpetuity: Goldie
 * 1991, Annals of Applied Probability 1, 126-166); nearer the middle by less.
 */

export interface FinalMean {
  /** Mean and standard deviation of the original distribution. */
  readonly mu: number;
  readonly sigma: number;
}

/** What the law is asked with, for a normal run, and whether the means of such runs tend to it. */
export const finalMeanOf = ({ truth, estimator }: Pick<RunConfig, 'truth' | 'estimator'>) => ({
  original: normal.model(truth) satisfies FinalMean,
  holds: estimator === SOURCE_ESTIMATOR,
});

/**
 * The density of the final mean at x, per unit of x: (2 + z^2)^(-3/2) / sigma with z = (x - mu) /
 * sigma.
 */
export function densityOfFinalMean({ mu, sigma, x }: FinalMean & { readonly x: number }): number {
  const z = (x - mu) / sigma;
  const square = 2 + z * z;
  return 1 / (square * Math.sqrt(square) * sigma);
}

/**
 * P(final mean <= x) = (1 + z / sqrt(2 + z^2)) / 2, to full relative precision in the lower tail
 * too.
 */
export function cdfOfFinalMean({ mu, sigma, x }: FinalMean & { readonly x: number }): number {
  const z = (x - mu) / sigma;
  if (Math.abs(z) > 1e150) return z > 0 ? 1 : 0;
  const root = Math.sqrt(2 + z * z);
  return z < 0 ? 1 / (root * (root - z)) : 0.5 + z / root / 2;
}

/**
 * The value with P(final mean <= value) = p: mu + sigma (2p - 1) / sqrt(2p (1 - p)); infinite at 0
 * and 1, NaN outside.
 */
export function quantileOfFinalMean({ mu, sigma, p }: FinalMean & { readonly p: number }): number {
  if (!(p >= 0 && p <= 1)) return NaN;
  return mu + (sigma * (2 * p - 1)) / Math.sqrt(2 * p * (1 - p));
}
