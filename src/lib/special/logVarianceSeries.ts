import exp from '@stdlib/math-base-special-exp';
import { cosSin } from './circular.ts';
import { logMinusDigamma, trigamma } from './digamma.ts';
import { logCharacteristic } from './logGammaRatio.ts';

/** exp(-35) = 6e-16 is the probability that may be lost at either end. */
const NEGLECTED = 35;

/** Terms smaller than exp(-42) = 6e-19 are left out. */
const SMALLEST = -42;

/**
 * The law of Y = log s_k^2 - E log s_k^2 for an estimator that takes a fixed multiple: the same for
 * all of them.
 */
export interface LogVarianceSeries {
  /** All but 1e-15 of the probability lies between these two. */
  readonly low: number;
  readonly high: number;
  /** Standard deviation of Y. */
  readonly spread: number;
  /**
   * P(Y <= y) - 1/2 and the density of Y, for y from `low` to `high`; both to about 1e-14 in
   * absolute terms.
   */
  readonly at: (y: number) => readonly [cdfLessHalf: number, density: number];
}

/**
 * The exact law of the sum Y of k independent copies of log(G / a) - E log(G / a), G gamma of shape
 * a = (n - 1) / 2.
 *
 * A square wave of half-period L is the sign of y while |y| < L, and has Fourier series (4 / pi)
 * sum of sin(w_j y) / (2j + 1), w_j = (2j + 1) pi / L. Its mean over Y - y is 1 - 2 P(Y <= y) if |Y
 * - y| < L, so with the characteristic function phi P(Y <= y) - 1/2 = -(2 / pi) sum of Im(phi(w_j)
 * exp(-i w_j y)) / (2j + 1), with 25 to 90 terms for n >= 10, and 460 at most (n = 2, k = 1).
 *
 * L is the width of what holds all but 1e-15 of the probability, from Chernoff's bound: log E
 * e^(rY) is at most v r^2 / 2 for r > 0, and at most v r^2 / (2 (1 + r / a)) for -a < r < 0, v =
 * Var Y, since trigamma(x) falls and x^2 trigamma(x) grows.
 */
export function logVarianceSeries(n: number, k: number): LogVarianceSeries {
  const a = (n - 1) / 2;
  const bias = logMinusDigamma(a);
  const spread = Math.sqrt(k * trigamma(a));
  const high = Math.sqrt(2 * NEGLECTED) * spread;
  const low = -high - NEGLECTED / a;
  const unit = Math.PI / (high - low);
  const terms: { readonly re: number; readonly im: number; readonly odd: number }[] = [];
  for (let odd = 1; ; odd += 2) {
    const t = odd * unit;
    const [logSize, angle] = logCharacteristic(a, t);
    if (k * logSize < SMALLEST) break;
    const size = exp(k * logSize);
    const [cos, sin] = cosSin(k * (angle + t * bias));
    terms.push({ re: size * cos, im: size * sin, odd });
  }
  const at = (y: number) => {
    // Horner's rule in exp(-2i w_0 y), for both series at once.
    const [cos, sin] = cosSin(-2 * unit * y);
    const [firstCos, firstSin] = cosSin(-unit * y);
    let [waveRe, waveIm, peakRe, peakIm] = [0, 0, 0, 0];
    for (let j = terms.length - 1; j >= 0; j--) {
      const { re, im, odd } = terms[j]!;
      const wave = waveRe * cos - waveIm * sin + re / odd;
      waveIm = waveRe * sin + waveIm * cos + im / odd;
      waveRe = wave;
      const peak = peakRe * cos - peakIm * sin + re;
      peakIm = peakRe * sin + peakIm * cos + im;
      peakRe = peak;
    }
    const cdfLessHalf = (-2 / Math.PI) * (waveRe * firstSin + waveIm * firstCos);
    const density = ((2 * unit) / Math.PI) * (peakRe * firstCos - peakIm * firstSin);
    return [cdfLessHalf, density] as const;
  };
  return { low, high, spread, at };
}
