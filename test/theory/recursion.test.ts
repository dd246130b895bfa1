import { describe, expect, it } from 'vitest';
import { standardQuantile } from '../../src/lib/special/standardNormalQuantile.ts';
import { driftOfLogSd, halvingTimeOfSd } from '../../src/lib/theory/drift.ts';
import { upperGamma } from '../../src/lib/special/incompleteGamma.ts';
import { chanceOfRise } from '../../src/lib/theory/rise.ts';
import {
  meanOfLogSd,
  meanOfSd,
  meanOfVariance,
  varianceOfLogSd,
  varianceOfMean,
} from '../../src/lib/theory/sdMoments.ts';
import { chanceOfSdAbove, medianOfSd, quantileOfSd } from '../../src/lib/theory/sdQuantiles.ts';
import { reference } from '../reference/normalValues.ts';
import { expectRelative } from '../support/relative.ts';

const source = { n: 200, k: 500, sigma: 30 };

describe('the drift of log s in one generation', () => {
  // Computed independently (R), to the digits that are printed.
  it.each([
    [10, -0.057603, -0.110283, -0.029882],
    [50, -0.010274, -0.020375, -0.005172],
    [200, -0.0025168, -0.005023, -0.0012605],
    [1000, -0.00050067, -0.0010009, -0.00025042],
  ])('is half as large again with each unbiasing, n = %i', (n, variance, likelihood, sd) => {
    expectRelative(driftOfLogSd({ n }), variance, 1e-4);
    expectRelative(driftOfLogSd({ n, estimator: 'mle' }), likelihood, 1e-4);
    expectRelative(driftOfLogSd({ n, estimator: 'c4' }), sd, 1e-4);
    expect(Math.abs(driftOfLogSd({ n, estimator: 'unbiased-log' }))).toBeLessThan(1e-15);
  });

  it('halves the median in about 1.39 n generations', () => {
    expect(halvingTimeOfSd({ n: 200 }).toFixed(1)).toBe('275.4');
    expect(halvingTimeOfSd({ n: 200, estimator: 'mle' }).toFixed(1)).toBe('138.0');
    expect(halvingTimeOfSd({ n: 200, estimator: 'c4' }).toFixed(1)).toBe('549.9');
    expect(halvingTimeOfSd({ n: 1_000_000 }) / 1e6).toBeCloseTo(2 * Math.LN2, 5);
    expect(halvingTimeOfSd({ n: 200, estimator: 'unbiased-log' })).toBe(Infinity);
  });

  it('is not known for an estimator that nobody registered', () => {
    expect(() => driftOfLogSd({ n: 200, estimator: 'median' })).toThrow(
      'unknown normal estimator: median',
    );
  });
});

describe('the probability that s rises in one generation', () => {
  it('is that of R to 1e-12, n = 2 to a million', () => {
    for (const [n, value] of reference('rise')) {
      expectRelative(chanceOfRise({ n }), value, 1e-12, `n = ${n}`);
    }
    for (const [n, value] of reference('riseMaximumLikelihood')) {
      expectRelative(chanceOfRise({ n, estimator: 'mle' }), value, 1e-12, `n = ${n}`);
    }
  });

  it('is a little below one half: 0.487 for n = 200', () => {
    expect(chanceOfRise({ n: 200 }).toFixed(3)).toBe('0.487');
    expect(chanceOfRise({ n: 10 }).toFixed(3)).toBe('0.437');
  });

  it('comes from an incomplete gamma function that is exp(-x) for shape 1', () => {
    for (const x of [0, 1e-9, 0.1, 1, 5, 20]) {
      expect(Math.abs(upperGamma(1, x) - Math.exp(-x))).toBeLessThan(1e-14);
      // Shape 20 is beyond the switch to Stirling's series: the Poisson sum of its first 20 terms.
      let term = Math.exp(-x);
      let sum = 0;
      for (let j = 0; j < 20; j++) {
        sum += term;
        term *= x / (j + 1);
      }
      expect(Math.abs(upperGamma(20, x) - sum)).toBeLessThan(1e-14);
    }
  });
});

describe('the moments of s', () => {
  it('keep E s^2 at sigma^2 for ever when the variance estimator is unbiased', () => {
    for (const k of [1, 10, 500, 100_000]) {
      expect(meanOfVariance({ ...source, k })).toBe(900);
    }
  });

  it('let E s fall to 16.0 after 500 generations of 200 values', () => {
    expect(meanOfSd(source).toFixed(1)).toBe('16.0');
  });

  it('keep E s at sigma for ever when the standard deviation estimator is unbiased', () => {
    expectRelative(meanOfSd({ ...source, estimator: 'c4' }), 30, 1e-12);
    const { n, k } = source;
    const grown = 900 * meanOfSd({ n, k, sigma: 1 }) ** -2;
    expectRelative(meanOfVariance({ ...source, estimator: 'c4' }), grown, 1e-12);
  });

  it('shrink E s^2 by (1 - 1/n)^k under maximum likelihood', () => {
    const shrunk = 900 * (1 - 1 / 200) ** 500;
    expectRelative(meanOfVariance({ ...source, estimator: 'mle' }), shrunk, 1e-12);
  });

  it('let the variance of the mean grow as k sigma^2 / n, without end', () => {
    expectRelative(varianceOfMean(source), 2250, 1e-14);
    expectRelative(Math.sqrt(varianceOfMean(source)), 47.4, 1e-3);
    // By hand for k = 2 and maximum likelihood: (sigma^2 / n)(1 + (n - 1) / n).
    const twice = varianceOfMean({ n: 10, k: 2, sigma: 1, estimator: 'mle' });
    expectRelative(twice, 0.19, 1e-13);
  });
});

describe('the log-normal approximation of the law of s', () => {
  it('has the quantiles 1.34, 3.99, 8.52, 18.19 and 54.11 after 500 generations of 200 values', () => {
    const found = [0.05, 0.25, 0.5, 0.75, 0.95].map((p) => quantileOfSd({ ...source, p }));
    expect(found.map((value) => value.toFixed(2))).toEqual([
      '1.34',
      '3.99',
      '8.52',
      '18.19',
      '54.11',
    ]);
    expect(medianOfSd(source)).toBe(found[2]);
  });

  it('undoes its quantiles', () => {
    for (const p of [0.01, 0.3, 0.5, 0.9]) {
      const x = quantileOfSd({ ...source, p, estimator: 'mle' });
      expectRelative(1 - chanceOfSdAbove({ ...source, x, estimator: 'mle' }), p, 1e-12);
    }
  });

  it('leaves 13 % of runs wider than the original', () => {
    expect(chanceOfSdAbove({ ...source, x: 30 }).toFixed(2)).toBe('0.13');
  });

  it('is made of the exact mean and variance of log s', () => {
    const spread = Math.sqrt(varianceOfLogSd(source));
    const upper = Math.log(quantileOfSd({ ...source, p: 0.9 }));
    expectRelative(upper, meanOfLogSd(source) + spread * standardQuantile(0.9), 1e-13);
  });
});
