import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import { standardCdf } from '../families/standardNormal.ts';
import { standardQuantile } from '../families/standardNormalQuantile.ts';
import { meanOfLogSd, varianceOfLogSd, type NormalGeneration } from './sdMoments.ts';

/*
 * An approximation: log s_k is a sum of k independent terms, so nearly normal with its exact mean and variance.
 * At n = 200, k = 500 it is within 1 % of the quantiles from 5 % to 95 %; it is at its worst for k = 1 and small n.
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
