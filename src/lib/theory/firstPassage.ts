import ln from '@stdlib/math-base-special-ln';
import { driftOfLogSd, type NormalRecursion } from './drift.ts';
import {
  inverseGaussianCdf,
  inverseGaussianQuantile,
  type InverseGaussian,
} from '../special/inverseGaussian.ts';
import { logVariance } from '../special/logSd.ts';

/*
 * The first generation in which s is below a fraction of sigma. log s is a random walk; as a
 * Brownian motion it would reach L = log(1 / fraction) below its start after a time that is inverse
 * Gaussian with mean L / d and shape L^2 / v (d: fall, v: variance of log s per generation). A walk
 * is looked at once a generation and has then gone too far, on average by -zeta(1/2) / sqrt(2 pi)
 * of its step's standard deviation (Chang & Peres 1997, Annals of Probability 25, 787-802), which
 * is added to L. Left out are the skewness of a step (up to a sixth of it times sqrt v more) and a
 * quarter of d: each less than one generation.
 */

/** -zeta(1/2) / sqrt(2 pi). */
const OVERSHOOT = 0.5825971579390107;

/** Generations at least until s is below `fraction` (between 0 and 1) of sigma. */
export interface Fading extends NormalRecursion {
  readonly fraction: number;
}

/**
 * The law of that generation, as a continuous time. Its mean is infinite for an estimator without
 * drift. Throws a RangeError for a fraction that is not between 0 and 1, or an estimator under
 * which log s grows.
 */
export function firstPassage({ fraction, ...recursion }: Fading): InverseGaussian {
  if (!(fraction > 0 && fraction < 1)) {
    throw new RangeError(`a fraction lies between 0 and 1: ${fraction}`);
  }
  const drift = driftOfLogSd(recursion);
  if (drift > 1e-14) throw new RangeError(`s grows under the estimator: ${recursion.estimator}`);
  const variance = logVariance(recursion.n);
  const level = OVERSHOOT * Math.sqrt(variance) - ln(fraction);
  // The drift of the unbiased logarithm is 0 up to rounding.
  const mean = drift < -1e-14 ? -level / drift : Infinity;
  return { mean, shape: (level * level) / variance };
}

/**
 * The mean number of generations until s is first below `fraction` sigma; about 2 (n - 1) log(1 /
 * fraction).
 */
export function meanFirstPassage(fading: Fading): number {
  return firstPassage(fading).mean;
}

/** The probability that s has been below `fraction` sigma by generation k. */
export function cdfOfFirstPassage({ k, ...fading }: Fading & { readonly k: number }): number {
  return inverseGaussianCdf(firstPassage(fading), k);
}

/**
 * The generation (not rounded) by which that has happened with probability p; the median at one
 * half.
 */
export function quantileOfFirstPassage({ p, ...fading }: Fading & { readonly p: number }): number {
  return inverseGaussianQuantile(firstPassage(fading), p);
}
