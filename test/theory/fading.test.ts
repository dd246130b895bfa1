import { describe, expect, it } from 'vitest';
import { chiSquare } from '../../src/lib/random/gamma.ts';
import { keyed } from '../../src/lib/random/keyed.ts';
import { driftOfLogSd, halvingTimeOfSd } from '../../src/lib/theory/drift.ts';
import { fallTimeOfMedian } from '../../src/lib/theory/fallTimeOfMedian.ts';
import {
  cdfOfFirstPassage,
  firstPassage,
  meanFirstPassage,
  quantileOfFirstPassage,
} from '../../src/lib/theory/firstPassage.ts';
import {
  inverseGaussianCdf,
  inverseGaussianPdf,
  inverseGaussianQuantile,
} from '../../src/lib/special/inverseGaussian.ts';
import { logVariance } from '../../src/lib/special/logSd.ts';
import { exactMedianOfSd } from '../../src/lib/theory/sdLaw.ts';
import { theoryReference } from '../reference/theoryValues.ts';
import { expectRelative } from '../support/relative.ts';

describe('the generation in which the median of s has halved', () => {
  it('is the first with an exact median of at most one half', () => {
    for (const estimator of ['unbiased-variance', 'mle', 'c4']) {
      for (const n of [2, 3, 5, 10, 50, 200]) {
        const k = fallTimeOfMedian({ n, estimator });
        const median = (generation: number) =>
          exactMedianOfSd({ n, k: generation, sigma: 1, estimator });
        expect(median(k), `${estimator}, n = ${n}, k = ${k}`).toBeLessThanOrEqual(0.5);
        if (k > 1) expect(median(k - 1)).toBeGreaterThan(0.5);
      }
    }
  });

  it('is the smooth approximation, or at most two generations more', () => {
    expect([10, 50, 100, 200, 1000].map((n) => fallTimeOfMedian({ n }))).toEqual([
      13, 68, 138, 276, 1385,
    ]);
    for (const estimator of ['unbiased-variance', 'mle', 'c4']) {
      for (const n of [2, 3, 5, 10, 50, 200, 1000]) {
        const late = fallTimeOfMedian({ n, estimator }) - halvingTimeOfSd({ n, estimator });
        expect(late).toBeGreaterThan(0);
        expect(late).toBeLessThan(2);
      }
    }
  });

  it('serves other fractions, and never comes without drift', () => {
    expect(fallTimeOfMedian({ n: 200, fraction: 0.1 })).toBe(916);
    expect(fallTimeOfMedian({ n: 200, estimator: 'unbiased-log' })).toBe(Infinity);
    for (const fraction of [0, 1, 2, NaN]) {
      expect(() => fallTimeOfMedian({ n: 200, fraction })).toThrow(`between 0 and 1: ${fraction}`);
    }
  });
});

describe('the inverse Gaussian distribution', () => {
  it('has the cdf that quadrature in R gives, to 1e-13', () => {
    for (const { mean, shape, x, value } of theoryReference('inverseGaussian')) {
      const found = inverseGaussianCdf({ mean: mean!, shape: shape! }, x!);
      expect(Math.abs(found - value!), `${mean} ${shape} ${x}`).toBeLessThan(1e-13);
    }
  });

  it('has the density as the slope of its cdf', () => {
    for (const law of [
      { mean: 145, shape: 100 },
      { mean: Infinity, shape: 4 },
    ]) {
      for (const x of [3, 40, 145, 900]) {
        const step = 1e-4 * x;
        const slope =
          (inverseGaussianCdf(law, x + step) - inverseGaussianCdf(law, x - step)) / (2 * step);
        expectRelative(inverseGaussianPdf(law, x), slope, 1e-5, `x = ${x}`);
      }
    }
  });

  it('undoes its quantiles, from narrow laws to one without a mean', () => {
    for (const mean of [0.01, 1, 145, 1e5, Infinity]) {
      for (const shape of [0.003, 1, 105, 1e7]) {
        for (const p of [1e-9, 0.001, 0.05, 0.5, 0.9, 0.9999]) {
          const x = inverseGaussianQuantile({ mean, shape }, p);
          const found = inverseGaussianCdf({ mean, shape }, x);
          // A relative error of 1e-14 in x, times sqrt(shape / mean) for its effect.
          const tolerance = 1e-12 + 1e-14 * Math.sqrt(shape / mean);
          expect(Math.abs(found - p), `${mean} ${shape} ${p}`).toBeLessThan(tolerance);
        }
      }
    }
  });

  it('is shape / Z^2 without drift, and does not overflow with much', () => {
    expectRelative(inverseGaussianQuantile({ mean: Infinity, shape: 1 }, 0.5), 2.198109338, 1e-9);
    const narrow = { mean: 1, shape: 1e6 };
    expect(inverseGaussianCdf(narrow, 0.9)).toBe(0);
    // Nearly normal about the mean with variance mean^3 / shape: one half and a skewness term.
    expect(Math.abs(inverseGaussianCdf(narrow, 1) - 0.5)).toBeLessThan(1e-3);
    expect(inverseGaussianCdf(narrow, 1.1)).toBe(1);
  });

  it('ends at 0 and infinity', () => {
    const law = { mean: 5, shape: 2 };
    expect([-1, 0, Infinity].map((x) => inverseGaussianCdf(law, x))).toEqual([0, 0, 1]);
    expect([-1, 0, Infinity].map((x) => inverseGaussianPdf(law, x))).toEqual([0, 0, 0]);
    expect([0, 1].map((p) => inverseGaussianQuantile(law, p))).toEqual([0, Infinity]);
    for (const p of [NaN, -1, 2]) expect(inverseGaussianQuantile(law, p)).toBeNaN();
    expect(inverseGaussianCdf(law, NaN)).toBeNaN();
    expect(inverseGaussianPdf(law, NaN)).toBeNaN();
  });
});

describe('the first generation with s below a fraction of sigma', () => {
  it('has mean 145 and median 88 for half and n = 100, 463 and 382 for a tenth', () => {
    const found = [0.5, 0.1].flatMap((fraction) => [
      meanFirstPassage({ n: 100, fraction }),
      quantileOfFirstPassage({ n: 100, fraction, p: 0.5 }),
    ]);
    expect(found.map(Math.round)).toEqual([145, 88, 463, 382]);
    expect(Math.round(quantileOfFirstPassage({ n: 200, fraction: 0.1, p: 0.9 }))).toBe(1698);
  });

  it('is 8 generations later at n = 100 than for a Brownian motion', () => {
    const late = meanFirstPassage({ n: 100, fraction: 0.5 }) - halvingTimeOfSd({ n: 100 });
    expectRelative(late, (0.5826 * Math.sqrt(logVariance(100))) / -driftOfLogSd({ n: 100 }), 1e-4);
    expect(late.toFixed(1)).toBe('8.2');
  });

  /** First passages of simulated runs, by sufficient statistics. */
  function simulate(n: number, fraction: number, runs: number, shrink = 1): number[] {
    const rng = keyed.open('first passage')(n);
    const square = fraction * fraction;
    return Array.from({ length: runs }, () => {
      let k = 0;
      for (let s = 1; s >= square; k++) s *= (shrink * chiSquare(rng, n - 1)) / (n - 1);
      return k;
    });
  }

  it.each([
    [10, 0.5, 20_000],
    [10, 0.1, 20_000],
    [100, 0.5, 20_000],
    [100, 0.1, 6000],
    [200, 0.5, 8000],
  ])('has the mean and the law of simulated runs, n = %i, fraction %d', (n, fraction, runs) => {
    const times = simulate(n, fraction, runs);
    const { mean, shape } = firstPassage({ n, fraction });
    // The variance of an inverse Gaussian is mean^3 / shape. The terms left out are below one
    // generation.
    const standardError = Math.sqrt(mean ** 3 / shape / runs);
    const found = times.reduce((sum, k) => sum + k, 0) / runs;
    expect(Math.abs(found - mean)).toBeLessThan(4 * standardError + 1);
    for (const p of [0.1, 0.25, 0.5, 0.75, 0.9]) {
      const k = Math.round(quantileOfFirstPassage({ n, fraction, p }));
      const law = cdfOfFirstPassage({ n, fraction, k });
      const share = times.filter((time) => time <= k).length / runs;
      // 4 standard errors, and what one generation more or less makes of the law.
      const around = cdfOfFirstPassage({ n, fraction, k: k + 1 }) - law;
      const tolerance = 4 * Math.sqrt((law * (1 - law)) / runs) + around;
      expect(Math.abs(share - law), `p = ${p}`).toBeLessThan(tolerance);
    }
  });

  it('serves the other estimators: maximum likelihood is there in half the time', () => {
    const at = { n: 50, fraction: 0.2, estimator: 'mle' };
    const times = simulate(50, 0.2, 20_000, 49 / 50);
    const { mean, shape } = firstPassage(at);
    const found = times.reduce((sum, k) => sum + k, 0) / times.length;
    const standardError = Math.sqrt(mean ** 3 / shape / times.length);
    expect(Math.abs(found - mean)).toBeLessThan(4 * standardError + 1);
    expectRelative(mean, meanFirstPassage({ n: 50, fraction: 0.2 }) / 2, 0.02);
  });

  it('comes for certain but after no mean time without drift', () => {
    const at = { n: 10, fraction: 0.5, estimator: 'unbiased-log' };
    expect(meanFirstPassage(at)).toBe(Infinity);
    expect(quantileOfFirstPassage({ ...at, p: 0.5 })).toBeGreaterThan(20);
    expect(cdfOfFirstPassage({ ...at, k: 1e9 })).toBeGreaterThan(0.9998);
  });

  it('is asked for fractions between 0 and 1', () => {
    for (const fraction of [0, 1, -1, NaN]) {
      expect(() => meanFirstPassage({ n: 10, fraction })).toThrow(`between 0 and 1: ${fraction}`);
    }
  });
});
