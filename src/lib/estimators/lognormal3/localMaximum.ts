import { carefulScore, profileHeight, profileScore } from './profileScore.ts';
import type { Standardised } from './standardised.ts';

/** Below this e the plain score loses digits. */
const SMALL = 0.03;

/**
 * Relative change at which the root is found: Newton doubles the digits, so what is left is below
 * 1e-9.
 */
const CLOSE = 1e-5;

/**
 * The threshold is sought no nearer to the smallest value than this share of its distance from the
 * mean.
 */
const NEAREST = 1e-9;

/**
 * Points between the normal limit and the smallest value that are looked at before a maximum is
 * said not to exist.
 */
const SCAN = 60;

/**
 * Up to this size a sample may have two maxima: in 120,000 samples of 20, 100 and 1,000 values six
 * had, all of 20.
 */
const MAY_HAVE_TWO = 60;

/**
 * e = sd / (mean - threshold) at the interior local maximum of the profile likelihood (see
 * profileScore.ts), the highest if there are several, or null if there is none. A local minimum is
 * never returned: the score has to change from + to -. With a `share` below 1 there is no
 * likelihood to compare, and the first is taken.
 */
export function localMaximum(sample: Standardised, share = 1): number | null {
  const end = endOf(sample);
  const several = share === 1 && sample.n <= MAY_HAVE_TWO;
  if (sample.skewness > 0 && !several) {
    // At the normal limit the score is half the skewness: positive.
    const start = Math.min(momentStart(sample.skewness), 0.9 * end);
    const found = rootFrom(sample, share, { low: 0, high: null, start });
    if (found !== null) return found;
  }
  const found: number[] = [];
  for (const bracket of scan(sample, share)) {
    const e = rootFrom(sample, share, bracket);
    if (e !== null) found.push(e);
    if (!several) break;
  }
  if (found.length < 2) return found[0] ?? null;
  const heights = found.map((e) => profileHeight(sample.z, e));
  return found[heights.indexOf(Math.max(...heights))] ?? null;
}

/** The e of the lognormal with this skewness, above 0: e^3 + 3 e = skewness. */
export function momentStart(skewness: number): number {
  // Newton's method from above, for a function that is convex and rises.
  let e = Math.min(skewness / 3, 1 + skewness / 4);
  for (let i = 0; i < 60; i++) {
    const step = (e * (e * e + 3) - skewness) / (3 * (e * e + 1));
    e -= step;
    if (Math.abs(step) < 1e-12 * e) break;
  }
  return e;
}

/**
 * Where the score is positive, and if that is known a place to the right of it where it is
 * negative.
 */
interface Bracket {
  readonly low: number;
  readonly high: number | null;
  readonly start: number;
}

/** h and its slope, each without loss of digits. */
function scoreAt({ z }: Standardised, e: number, share: number): readonly [number, number] {
  if (e >= SMALL) return profileScore(z, e, share);
  const h = carefulScore(z, e, share);
  const nearby = e * 1e-4;
  return [h, (carefulScore(z, e + nearby, share) - h) / nearby];
}

const endOf = ({ lowest }: Standardised) => -1 / lowest;

/** The changes of sign from + to - on a grid that is dense at both ends. */
function* scan(sample: Standardised, share: number): Generator<Bracket> {
  const end = endOf(sample);
  // At the normal limit the score has the sign of the skewness, or is positive for a share below 1.
  let low: number | null = sample.skewness > 0 || share < 1 ? 0 : null;
  for (let i = 1; i < SCAN; i++) {
    const half = SCAN / 2;
    // Dense at the normal limit, and again at the smallest value.
    const e =
      i <= half
        ? (end / 2) * eighthPower(i / half)
        : end * (1 - eighthPower((SCAN - i) / half) / 2);
    const positive = scoreAt(sample, e, share)[0] > 0;
    if (low !== null && !positive) yield { low, high: e, start: (low + e) / 2 };
    low = positive ? e : null;
  }
}

/** x^8: from 1 quickly towards 0. */
function eighthPower(x: number): number {
  const square = x * x;
  return square * square * square * square;
}

/**
 * The root by Newton's method in the variable 1 / (1 - e / end): in it the score is nearly a
 * straight line, also where the threshold comes close to the smallest value. As long as no place
 * with a negative score is known it goes towards the smallest value, by a factor of eight in the
 * distance at most; null if it comes too near without one.
 */
function rootFrom(sample: Standardised, share: number, bracket: Bracket): number | null {
  const end = endOf(sample);
  let { low, high, start: e } = bracket;
  for (let i = 0; i < 200; i++) {
    const [h, slope] = scoreAt(sample, e, share);
    if (h > 0) low = e;
    else high = e;
    const gap = 1 - e / end;
    const u = 1 / gap;
    const step = h / (slope * end * gap * gap);
    let next = end * (1 - 1 / (u - step));
    const falls = slope < 0 && next > low && next < (high ?? end * (1 - gap / 8));
    if (falls && Math.abs(step) < CLOSE * u && Math.abs(next - e) < CLOSE * e) return next;
    if (high !== null) {
      if (high - low <= 4e-16 * high) return e;
      if (!falls) next = (low + high) / 2;
    } else if (!falls) {
      if (gap < NEAREST) return null;
      next = end * (1 - gap / 4);
    }
    e = next;
  }
  return high === null ? null : e;
}
