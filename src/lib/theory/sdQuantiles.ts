import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import { standardCdf } from '../special/standardNormal.ts';
import { standardQuantile } from '../special/standardNormalQuantile.ts';
import { meanOfLogSd, varianceOfLogSd, type NormalGeneration } from './sdMoments.ts';

/*
 * An approximation: log s_k is a sum of k independent terms, so nearly normal with its exact mean
 * and variance. Against the exact law (`sdLaw.ts`) a probability is off by at most 0.0665 sqrt(2 /
 * ((n - 1) k)) for n >= 200, by 0.076 times that root for any n: the skewness of a term is about
 * -sqrt(2 / nu), and Edgeworth's first term is at most skewness / (6 sqrt(2 pi)). That is 0.0003 at
 * n = 200, k = 500 (quantiles from 5 % to 95 % within 0.2 %), and at its worst 0.1 at n = 2, k = 1.
 */

/**
 * The value that s_k stays below with probability p (0 < p < 1), in the log-normal approximation:
 * exp(E log s_k + z_p sd(log s_k)).
 */
export function quantileOfSd({ p, ...generation }: NormalGeneration & { readonly p: number }) {
  const spread = Math.sqrt(varianceOfLogSd(generation));
  return exp(meanOfLogSd(generation) + spread * standardQuantile(p));
}

/** The median of s_k in the log-normal approximation: exp(E log s_k). */
export function medianOfSd(generation: NormalGeneration): number {
  return exp(meanOfLogSd(generation));
}

/** P(s_k > x) for x > 0, in the log-normal approximation. */
export function chanceOfSdAbove({ x, ...generation }: NormalGeneration & { readonly x: number }) {
  const spread = Math.sqrt(varianceOfLogSd(generation));
  return standardCdf((meanOfLogSd(generation) - ln(x)) / spread);
}
