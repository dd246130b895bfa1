import type { Values } from './types.ts';
import { powerOfTwoBelow } from './special/powerOfTwo.ts';

/** Count, mean and spread of a column of numbers. */
export interface Moments {
  readonly n: number;
  /** NaN for no values, or where a value is not finite. */
  readonly mean: number;
  /**
   * Sum of (value - mean)^2 in units of `scale` squared: 0 only if all values are equal, NaN for no
   * values, or where a value is not finite.
   */
  readonly sumOfSquares: number;
  /** 1 for ordinary data; a power of two where the squares would overflow or underflow. */
  readonly scale: number;
}

/** In a larger sum of squares, no square that matters has lost digits to underflow. */
const SMALLEST_SAFE = 1e-280;

/**
 * Mean and sum of squares about the mean, to 13 digits or better also where the mean is huge beside
 * the spread: a first pass finds the mean from the differences to the first value, a second one
 * sums the squares about it and takes out what the rounding of that mean added. Source: Chan, Golub
 * & LeVeque 1983, The American Statistician 37(3), the corrected two-pass algorithm.
 */
export function moments(values: Values): Moments {
  // One container type keeps the loops below fast.
  const x = values instanceof Float64Array ? values : Float64Array.from(values);
  const plain = twoPasses(x, 1);
  const { sumOfSquares } = plain;
  if (sumOfSquares > SMALLEST_SAFE && sumOfSquares < Infinity) return plain;
  const unit = powerOfTwoBelow(largestMagnitude(x));
  return Number.isNaN(unit)
    ? { n: x.length, mean: NaN, sumOfSquares: NaN, scale: 1 }
    : twoPasses(
        x.map((value) => value / unit),
        unit,
      );
}

/**
 * `factor` times the standard deviation with this divisor under the root. In one step, since the
 * product may be a number where the standard deviation alone would overflow.
 */
export function standardDeviation({ sumOfSquares, scale }: Moments, divisor: number, factor = 1) {
  return scale * (factor * Math.sqrt(sumOfSquares / divisor));
}

/**
 * The two passes over `x`, whose values are in units of `scale`. Four lanes, since one sum would
 * wait for itself.
 */
function twoPasses(x: Float64Array, scale: number): Moments {
  const n = x.length;
  const origin = x[0]!;
  const whole = n - (n % 4);
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = 0; i < whole; i += 4) {
    a += x[i]! - origin;
    b += x[i + 1]! - origin;
    c += x[i + 2]! - origin;
    d += x[i + 3]! - origin;
  }
  for (let i = whole; i < n; i++) a += x[i]! - origin;
  const mean = origin + (a + b + (c + d)) / n;

  a = b = c = d = 0;
  let aa = 0;
  let bb = 0;
  let cc = 0;
  let dd = 0;
  for (let i = 0; i < whole; i += 4) {
    const p = x[i]! - mean;
    const q = x[i + 1]! - mean;
    const r = x[i + 2]! - mean;
    const s = x[i + 3]! - mean;
    a += p;
    b += q;
    c += r;
    d += s;
    aa += p * p;
    bb += q * q;
    cc += r * r;
    dd += s * s;
  }
  for (let i = whole; i < n; i++) {
    const p = x[i]! - mean;
    a += p;
    aa += p * p;
  }
  const excess = a + b + (c + d);
  const sumOfSquares = Math.max(0, aa + bb + (cc + dd) - (excess * excess) / n);
  return { n, mean: (mean + excess / n) * scale, sumOfSquares, scale };
}

function largestMagnitude(x: Float64Array): number {
  let largest = 0;
  for (const value of x) largest = Math.max(largest, Math.abs(value));
  return largest;
}
