import { atanExcess } from './circular.ts';
import { log1p } from './log1pExpm1.ts';

/*
 * For G gamma with shape a, log E (G / a)^z = log Gamma(a + z) - log Gamma(a) - z log a. The logs
 * of Gamma would cancel where a is large, so their difference is taken term by term in Stirling's
 * series (DLMF 5.11.1) beyond a = 16, where Gamma(x + 1) = x Gamma(x) brings it: each step leaves
 * -log(1 + z / x).
 */

const SERIES_FROM = 16;

/** B_2m / (2m (2m - 1)), m = 1, 2, …, 7. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156] as const;

/**
 * log E (G / a)^p for real p > -a: log(Gamma(a + p) / (Gamma(a) a^p)); absolute error about 1e-15
 * (1 + |p|). Throws a RangeError where the expectation is infinite.
 */
export function logPowerMean(a: number, p: number): number {
  if (!(a > 0 && p > -a)) throw new RangeError(`no mean of power ${p} for a gamma of shape ${a}`);
  let top = a;
  let sum = 0;
  // The powers of a are those of the shape asked for, Stirling's those of the shape it is raised
  // to.
  for (; Math.min(top, top + p) < SERIES_FROM; top++) sum -= log1p(p / top);
  if (top > a) sum += p * log1p((top - a) / a);
  const leading = (top + p - 0.5) * log1p(p / top) - p;
  return sum + leading + stirling(top + p, 0)[0] - stirling(top, 0)[0];
}

/**
 * log E (G / a)^(it) = log E exp(it log(G / a)) for real t, as [log of the size, angle]. The angle
 * is continuous in t, not reduced by turns. Absolute errors about 1e-15 of the larger of 1 and |t|.
 */
export function logCharacteristic(a: number, t: number): readonly [logSize: number, angle: number] {
  let top = a;
  let size = 0;
  let angle = 0;
  for (; top < SERIES_FROM; top++) {
    const u = t / top;
    size -= log1p(u * u) / 2;
    angle -= atanExcess(u) + u;
  }
  if (top > a) angle += t * log1p((top - a) / a);
  const u = t / top;
  const half = log1p(u * u) / 2;
  const excess = atanExcess(u);
  const [re, im] = stirling(top, t);
  size += (top - 0.5) * half - t * (excess + u) + re - stirling(top, 0)[0];
  // (top - 1/2) atan(u) + t log|1 + iu| - t, without the two t that cancel.
  angle += (top - 0.5) * excess - u / 2 + t * half + im;
  return [size, angle];
}

/** Sum of B_2m / (2m (2m - 1) z^(2m - 1)) at z = x + iy, as [real, imaginary]. */
function stirling(x: number, y: number): readonly [re: number, im: number] {
  const square = x * x + y * y;
  const re1 = x / square;
  const im1 = -y / square;
  const re2 = re1 * re1 - im1 * im1;
  const im2 = 2 * re1 * im1;
  let re = 0;
  let im = 0;
  for (let m = STIRLING.length - 1; m >= 0; m--) {
    const next = STIRLING[m]! + re * re2 - im * im2;
    im = re * im2 + im * re2;
    re = next;
  }
  return [re * re1 - im * im1, re * im1 + im * re1];
}
