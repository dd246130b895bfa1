import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import { log1p } from '../special/log1pExpm1.ts';
import type { Rng } from '../types.ts';

/** Below this mean the values are few, and sought one after the other. */
const SEEK_BELOW = 10;

/**
 * One draw from the binomial distribution: how many of `n` trials succeed, each with probability
 * `p`. Throws a RangeError unless n is a whole number of at least 0 and p lies in [0, 1]. Sources:
 * for small means the inversion of the distribution function; else hormann1993, rejection from a
 * transformed uniform.
 */
export function binomial(rng: Rng, n: number, p: number): number {
  if (!(Number.isSafeInteger(n) && n >= 0 && p >= 0 && p <= 1))
    throw new RangeError(`no binomial of ${n} trials with probability ${p}`);
  if (n === 0 || p === 0) return 0;
  // Stryker disable next-line ConditionalExpression: the mirror image of 0 is n too
  if (p === 1) return n;
  if (p > 0.5) return n - binomial(rng, n, 1 - p);
  return n * p < SEEK_BELOW ? sought(rng, n, p) : rejected(rng, n, p);
}

/** The value at which the distribution function passes a uniform number, from 0 on. */
function sought(rng: Rng, n: number, p: number): number {
  const odds = p / (1 - p);
  const none = exp(n * log1p(-p));
  for (;;) {
    let left = rng.uniform();
    let chance = none;
    for (let x = 0; x <= n; x++) {
      if (left < chance) return x;
      left -= chance;
      chance *= ((n - x) / (x + 1)) * odds;
    }
    // The chances are rounded: beyond the last of them, begin again.
  }
}

function rejected(rng: Rng, n: number, p: number): number {
  const q = 1 - p;
  const sd = Math.sqrt(n * p * q);
  const b = 1.15 + 2.53 * sd;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const centre = n * p + 0.5;
  const alpha = (2.83 + 5.1 / b) * sd;
  const squeeze = 0.92 - 4.2 / b;
  const odds = p / q;
  const mode = Math.floor((n + 1) * p);
  const atMode = tail(mode) + tail(n - mode);
  for (;;) {
    const u = rng.uniform() - 0.5;
    const v = rng.uniform();
    const edge = 0.5 - Math.abs(u);
    const x = Math.floor(((2 * a) / edge + b) * u + centre);
    // Stryker disable next-line EqualityOperator: the bounds are hit with probability 0
    if (edge >= 0.07 && v <= squeeze) return x;
    if (!(x >= 0 && x <= n) || v === 0) continue;
    const height = ln((v * alpha) / (a / (edge * edge) + b));
    const density =
      (mode + 0.5) * ln((mode + 1) / (odds * (n - mode + 1))) +
      (n + 1) * ln((n - mode + 1) / (n - x + 1)) +
      (x + 0.5) * ln((odds * (n - x + 1)) / (x + 1)) +
      atMode -
      tail(x) -
      tail(n - x);
    // Stryker disable next-line EqualityOperator: hit with probability 0
    if (height <= density) return x;
  }
}

/** What Stirling's formula for log k! leaves: DLMF 5.11.1 at k + 1, and the values below 10. */
function tail(k: number): number {
  const known = TAILS[k];
  if (known !== undefined) return known;
  const x = k + 1;
  const square = 1 / (x * x);
  return (1 / 12 - (1 / 360 - square / 1260) * square) / x;
}

/** By mpmath 1.3, loggamma at 30 digits. */
const TAILS = [
  0.08106146679532726, 0.04134069595540929, 0.02767792568499834, 0.02079067210376509,
  0.016644691189821193, 0.013876128823070748, 0.01189670994589177, 0.010411265261972096,
  0.009255462182712733, 0.00833056343336287,
];
