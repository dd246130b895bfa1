import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import { standardQuantile } from '../special/standardNormalQuantile.ts';
import { rootOf } from '../special/invert.ts';
import { seriesOf } from './keptSeries.ts';
import { meanOfLogSd, type NormalGeneration } from './sdMoments.ts';

/*
 * The exact law of s_k, to about 1e-13 in probability for every n >= 2 and k >= 1: log s_k^2 is log
 * sigma^2 plus the sum of k independent copies of log(c^2 chi2 / nu), chi2 with nu = n - 1 degrees
 * of freedom (cochran1934). Probabilities below about 1e-13 have no correct digit. All throw a
 * RangeError unless k is a whole number from 1 and n at least 2.
 */

type At = NormalGeneration & {
  /** A standard deviation, in the unit of sigma. */
  readonly x: number;
};

/** P(s_k <= x); 0 for x <= 0. */
export function cdfOfSd(generation: At): number {
  return 0.5 + lessHalf(generation);
}

/**
 * P(s_k > x), to the same absolute accuracy; 1 for x <= 0. At x = sigma: the share of runs wider
 * than the original.
 */
export function exactChanceOfSdAbove(generation: At): number {
  return 0.5 - lessHalf(generation);
}

/** The density of s_k at x, per unit of x; 0 for x <= 0. */
export function densityOfSd({ x, ...generation }: At): number {
  const { low, high, at } = seriesOf(generation.n, generation.k);
  if (Number.isNaN(x)) return NaN;
  const y = x > 0 ? 2 * (ln(x) - meanOfLogSd(generation)) : -Infinity;
  return y < low || y > high ? 0 : (2 * Math.max(0, at(y)[1])) / x;
}

/** The value that s_k stays below with probability p: 0 at 0, Infinity at 1, NaN outside. */
export function exactQuantileOfSd({ p, ...generation }: NormalGeneration & { readonly p: number }) {
  const series = seriesOf(generation.n, generation.k);
  if (!(p > 0 && p < 1)) return p === 0 ? 0 : p === 1 ? Infinity : NaN;
  const { low, high, at, spread } = series;
  const wanted = p - 0.5;
  const y = rootOf({
    low,
    high,
    start: spread * standardQuantile(p),
    precision: 1e-13 * spread,
    at: (tried) => {
      const [found, density] = at(tried);
      return [found - wanted, density];
    },
  });
  return exp(meanOfLogSd(generation) + y / 2);
}

/** The median of s_k. */
export function exactMedianOfSd(generation: NormalGeneration): number {
  return exactQuantileOfSd({ ...generation, p: 0.5 });
}

/** P(s_k <= x) - 1/2. */
function lessHalf({ x, ...generation }: At): number {
  const { low, high, at } = seriesOf(generation.n, generation.k);
  if (Number.isNaN(x)) return NaN;
  const y = x > 0 ? 2 * (ln(x) - meanOfLogSd(generation)) : -Infinity;
  if (y <= low) return -0.5;
  return y >= high ? 0.5 : Math.min(0.5, Math.max(-0.5, at(y)[0]));
}
