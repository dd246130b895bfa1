import { SMALLEST_NORMAL } from '../../special/smallestNormal.ts';
import { moments, standardDeviation } from '../../moments.ts';
import type { FitFailure, Values } from '../../types.ts';

/** A sample on a scale of its own, on which it can be fitted without overflow. */
export interface Standardised {
  readonly n: number;
  readonly mean: number;
  /** Standard deviation with divisor n. */
  readonly sd: number;
  /** (x - mean) / sd, in the order of the values: mean 0, mean square 1. */
  readonly z: Float64Array;
  /** The smallest of them, below 0. */
  readonly lowest: number;
  /**
   * Sample skewness m3 / m2^1.5, divisors n; 0 where it is no more than rounding, as in symmetric
   * samples.
   */
  readonly skewness: number;
}

/** The sample standardised, or why it cannot be fitted with three parameters. */
export function standardised(values: Values): Standardised | FitFailure {
  const found = moments(values);
  const { n, mean, sumOfSquares } = found;
  if (n < 2) return 'too-few-values';
  if (Number.isNaN(sumOfSquares)) return 'not-finite';
  if (sumOfSquares === 0) return 'all-equal';
  if (n < 3) return 'too-few-values';
  const sd = standardDeviation(found, n);
  if (sd < SMALLEST_NORMAL) return 'underflow';
  if (!Number.isFinite(sd) || !Number.isFinite(mean)) return 'overflow';
  const z = new Float64Array(n);
  let lowest = Infinity;
  let cubes = 0;
  let sizes = 0;
  for (let i = 0; i < n; i++) {
    const one = (values[i]! - mean) / sd;
    z[i] = one;
    cubes += one * one * one;
    sizes += Math.abs(one * one * one);
    if (one < lowest) lowest = one;
  }
  // Differences that overflow: values from one end of the number range to the other.
  if (cubes - cubes !== 0) return 'overflow';
  // The rounding of each term, and of the mean, which moves every z.
  const rounding = 1e-15 * (sizes + (n * Math.abs(mean)) / sd);
  return { n, mean, sd, z, lowest, skewness: Math.abs(cubes) > rounding ? cubes / n : 0 };
}
