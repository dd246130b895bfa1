import { describe, expect, it } from 'vitest';
import { bands } from '../../src/lib/ensemble/bands.ts';
import { valuesAt } from '../../src/lib/ensemble/pick.ts';
import { estimatorsFor } from '../../src/lib/estimators/index.ts';
import { cdfOfSd } from '../../src/lib/theory/sdLaw.ts';
import { logMinusDigamma, trigamma } from '../../src/lib/special/digamma.ts';
import { KOLMOGOROV_CRITICAL } from '../random/goodnessOfFit.ts';
import { config, distance, slicesOf } from './support.ts';

/*
 * Ensembles against the exact law, and the two ways of making them against each other. Every
 * tolerance is 4 standard errors, which a correct engine exceeds once in 16,000; seeds are fixed.
 */

const R = 20_000;
const SIZES = [10, 50, 200, 1000];
const GENERATIONS = [1, 10, 100, 500];
const LEVELS = [0.05, 0.25, 0.5, 0.75, 0.95];

describe.each(SIZES)('an ensemble by sufficient statistics with n = %i', (n) => {
  const slices = slicesOf({ ...config, n, replicates: R, at: GENERATIONS, how: 'sufficient' });
  const found = bands(slices, LEVELS);
  const truth = { mu: 125, sigma: 30 };

  it.each(GENERATIONS.map((k, row) => [k, row] as const))(
    'has the quantiles of the exact law of s in generation %i',
    (k, row) => {
      const { survivors, statistics } = found[row]!;
      expect(survivors).toBe(R);
      for (const p of LEVELS) {
        const x = statistics.sigma!.quantiles[p]!;
        // The share of R values below the p-quantile has standard error sqrt(p (1 - p) / R); the
        // sample quantile lies between two neighbours, which adds 1 / R at most.
        const tolerance = 4 * Math.sqrt((p * (1 - p)) / R) + 1 / R;
        expect(Math.abs(cdfOfSd({ n, k, sigma: 30, x }) - p)).toBeLessThan(tolerance);
      }
    },
  );

  it.each(GENERATIONS.map((k, row) => [k, row] as const))(
    'has the mean and the variance of log s in generation %i',
    (k) => {
      const half = (n - 1) / 2;
      const mean = Math.log(30) - (k * logMinusDigamma(half)) / 2;
      const variance = (k * trigamma(half)) / 4;
      const logs = valuesAt(slices, k, 'sigma').map(Math.log);
      const centre = logs.reduce((sum, value) => sum + value, 0) / R;
      expect(Math.abs(centre - mean)).toBeLessThan(4 * Math.sqrt(variance / R));
      // A mean square about the known mean has variance (fourth cumulant + 2 variance^2) / R, and
      // the cumulant is k psi'''(x) / 16 with x = (n - 1) / 2, psi'''(x) = 2/x^3 + 3/x^4 + 2/x^5 -
      // … (DLMF 5.15.9).
      const cumulant = (k * (2 / half ** 3 + 3 / half ** 4 + 2 / half ** 5)) / 16;
      const square = logs.reduce((sum, value) => sum + (value - mean) ** 2, 0) / R;
      const standardError = Math.sqrt((cumulant + 2 * variance * variance) / R);
      expect(Math.abs(square - variance)).toBeLessThan(4 * standardError);
    },
  );

  // Later the mean of s^2 rests on runs too rare to be among these, and its standard error says
  // little: for n = 200 and k = 500 its fourth power has a mean of 148 sigma^4. So n and k are
  // taken where it is below 3.
  it.each([1, 10, 100].filter((k) => k <= n / 2))(
    'keeps E m at mu and E s^2 at sigma^2, with Var m = k sigma^2 / n, in generation %i',
    (k) => {
      const { mu, sigma } = found[GENERATIONS.indexOf(k)]!.statistics;
      // E s_i^2 s_j^2 = sigma^4 growth^min(i, j), as s_j^2 is a martingale.
      const growth = (n + 1) / (n - 1);
      const s4 = truth.sigma ** 4;
      const errorOfSquare = Math.sqrt((s4 * (growth ** k - 1)) / R);
      expect(Math.abs(sigma!.meanSquare - truth.sigma ** 2)).toBeLessThan(4 * errorOfSquare);

      const variance = (k * truth.sigma ** 2) / n;
      expect(Math.abs(mu!.mean - truth.mu)).toBeLessThan(4 * Math.sqrt(variance / R));
      // Given the path of s the mean is normal with variance V = (1/n) sum of s_j^2, j < k: E (m -
      // mu)^4 = 3 E V^2.
      let fourth = 0;
      for (let i = 0; i < k; i++) {
        for (let j = 0; j < k; j++) fourth += (3 * s4 * growth ** Math.min(i, j)) / (n * n);
      }
      const values = valuesAt(slices, k, 'mu');
      const square = values.reduce((sum, m) => sum + (m - truth.mu) ** 2, 0) / R;
      const errorOfVariance = Math.sqrt((fourth - variance * variance) / R);
      expect(Math.abs(square - variance)).toBeLessThan(4 * errorOfVariance);
    },
  );
});

describe.each(estimatorsFor('normal').map(({ id }) => id))(
  'literal and sufficient ensembles fitted by %s',
  (estimator) => {
    it.each([
      [2, [1, 4, 12]],
      [10, [1, 10, 100]],
      [200, [1, 10, 40]],
    ])('have the same law of m and of s, n = %i, k in %j', (n, at) => {
      const runs = 3000;
      const asked = { ...config, estimator, n, at, generations: at.at(-1)!, replicates: runs };
      // Other seeds, since the two share their streams.
      const literal = slicesOf({ ...asked, how: 'literal', seed: 'literal' });
      const sufficient = slicesOf({ ...asked, how: 'sufficient', seed: 'sufficient' });
      for (const t of at) {
        for (const name of ['mu', 'sigma']) {
          const found = distance(valuesAt(literal, t, name), valuesAt(sufficient, t, name));
          // Smirnov: D sqrt(runs / 2) has Kolmogorov's limit law.
          expect(found * Math.sqrt(runs / 2)).toBeLessThan(KOLMOGOROV_CRITICAL);
        }
      }
    });
  },
);

/**
 * The largest distance between the shares of a column below x and a law, over all x above `floor`.
 * NaN, where a replicate has ended, counts as below.
 */
function distanceFromLaw(values: Float64Array, cdf: (x: number) => number, floor: number): number {
  const { length } = values;
  return values
    .map((x) => (x > floor ? x : floor))
    .sort()
    .reduce((found, x, i) => {
      if (x === floor) return found;
      return Math.max(found, Math.abs(cdf(x) - i / length), Math.abs(cdf(x) - (i + 1) / length));
    }, 0);
}

describe('an ensemble that draws every value', () => {
  // Doubles near 125 are 1.4e-14 apart: spreads below this are rounded, and then the run ends.
  const floor = 1e-11;

  it.each([
    // As many runs as some 100 million values allow.
    [10, 3000],
    [50, 3000],
    [200, 1000],
    [1000, 200],
  ])('has the law of the shortcut and the exact law of s, n = %i, over %i runs', (n, runs) => {
    const asked = { ...config, n, at: GENERATIONS, replicates: runs };
    const literal = slicesOf({ ...asked, how: 'literal', seed: 'value by value' });
    // Another seed, since the two share their streams, and far more runs: the distance is that of
    // the literal ones.
    const many = 10 * runs;
    const sufficient = slicesOf({ ...asked, how: 'sufficient', replicates: many });
    // Smirnov: D times this has Kolmogorov's limit law.
    const size = Math.sqrt((runs * many) / (runs + many));
    const spreads = (slices: typeof literal, k: number) =>
      valuesAt(slices, k, 'sigma').map((s) => (s > floor ? s : floor));
    for (const k of GENERATIONS) {
      const s = distance(spreads(literal, k), spreads(sufficient, k));
      expect(s * size, `s, k = ${k}`).toBeLessThan(KOLMOGOROV_CRITICAL);
      const m = valuesAt(literal, k, 'mu');
      if (!m.some(Number.isNaN)) {
        const found = distance(m, valuesAt(sufficient, k, 'mu'));
        expect(found * size, `m, k = ${k}`).toBeLessThan(KOLMOGOROV_CRITICAL);
      } else expect([n, k]).toEqual([10, 500]);
      const cdf = (x: number) => cdfOfSd({ n, k, sigma: 30, x });
      const off = distanceFromLaw(valuesAt(literal, k, 'sigma'), cdf, floor);
      expect(off * Math.sqrt(runs), `law, k = ${k}`).toBeLessThan(KOLMOGOROV_CRITICAL);
    }
  });
});

describe('the ends of replicates with two values each', () => {
  // E log s falls by 0.635 a generation.
  const asked = { ...config, n: 2, replicates: 1000, generations: 1300 };

  it('come by underflow and long after 900 generations, by sufficient statistics', () => {
    const at = [1, 900, 1050, 1100, 1150, 1300];
    const slices = slicesOf({ ...asked, at, how: 'sufficient' }, 300);
    const found = bands(slices);
    found.forEach(({ t, survivors }) => {
      const alive = valuesAt(slices, t, 'sigma').filter((s) => s > 0);
      expect(survivors).toBe(alive.length);
      expect(alive.every((s) => s >= 2.2250738585072014e-308)).toBe(true);
    });
    const counts = found.map(({ survivors }) => survivors);
    expect(counts.slice(0, 2)).toEqual([1000, 1000]);
    expect(counts.toSorted((a, b) => b - a)).toEqual(counts);
    const ended = slices.reduce((sum, { endings }) => sum + (endings.underflow ?? 0), 0);
    expect(ended).toBe(1000 - counts.at(-1)!);
    // A run that is alive has not been below: at most the share that the law has above, and 4
    // standard errors.
    const share = 1 - cdfOfSd({ n: 2, k: 1100, sigma: 30, x: 2.2250738585072014e-308 });
    expect(counts[3]! / 1000).toBeLessThan(share + 4 * Math.sqrt((share * (1 - share)) / 1000));
    expect(counts[3]! / 1000).toBeGreaterThan(share / 2);
  });

  it('come by all-equal, as soon as no value differs from the mean in its last bit, literally', () => {
    const at = [1, 20, 60, 200];
    const [slice] = slicesOf({ ...asked, generations: 200, at, how: 'literal' });
    expect(slice!.endings).toEqual({ 'all-equal': 1000 });
    const counts = bands([slice!]).map(({ survivors }) => survivors);
    expect(counts[0]).toBe(1000);
    // s is down to 1e-15 of m, the spacing of doubles, after about 35 / 0.635 = 55 generations.
    expect(counts[2]).toBeGreaterThan(200);
    expect(counts[2]).toBeLessThan(800);
    expect(counts[3]).toBe(0);
  });
});
