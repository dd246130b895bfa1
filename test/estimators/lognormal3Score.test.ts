import { describe, expect, it } from 'vitest';
import { fromThreshold } from '../../src/lib/estimators/lognormal3/fromThreshold.ts';
import { localMaximum, momentStart } from '../../src/lib/estimators/lognormal3/localMaximum.ts';
import {
  carefulScore,
  profileHeight,
  profileScore,
} from '../../src/lib/estimators/lognormal3/profileScore.ts';
import {
  standardised,
  type Standardised,
} from '../../src/lib/estimators/lognormal3/standardised.ts';
import { lognormal3 } from '../../src/lib/families/lognormal3.ts';
import { normal } from '../../src/lib/families/normal.ts';
import { logLikelihood } from '../../src/lib/logLikelihood.ts';
import { samples } from '../reference/lognormalValues.ts';
import { expectRelative } from '../support/relative.ts';

function sampleOf(values: readonly number[]): Standardised {
  const sample = standardised(values);
  if (typeof sample === 'string') throw new Error(sample);
  return sample;
}

/** The slope of f at x, by a central difference. */
const slopeOf = (f: (x: number) => number, x: number, h: number) => (f(x + h) - f(x - h)) / (2 * h);

/** Places between the normal limit and the smallest value. */
const PLACES = [0.05, 0.2, 0.35, 0.5];

describe('a standardised sample', () => {
  it('has mean 0 and mean square 1, its skewness and its smallest value', () => {
    // Mean 3; squares 2.25 + 2.25 + 0.25 + 12.25 = 17.
    const { n, mean, sd, z, lowest, skewness } = sampleOf([1.5, 1.5, 2.5, 6.5]);
    expect([n, mean]).toEqual([4, 3]);
    expectRelative(sd, Math.sqrt(17 / 4), 1e-15);
    expectRelative(lowest, -1.5 / sd, 1e-15);
    expect(lowest).toBe(Math.min(...z));
    // Cubes of -1.5, -1.5, -0.5 and 3.5.
    expectRelative(skewness, (2 * -3.375 - 0.125 + 42.875) / 4 / sd ** 3, 1e-14);
    expect(z.reduce((sum, x) => sum + x, 0)).toBeCloseTo(0, 14);
  });

  it('is skewed to the left or not at all where its values are', () => {
    expect(sampleOf([-1, -1, -2, -6]).skewness).toBeLessThan(-0.5);
    expect(sampleOf([1, 2, 3]).skewness).toBe(0);
    expect(sampleOf([1e9, 1e9 + 1, 1e9 + 2]).skewness).toBe(0);
  });

  it('says why it cannot be fitted with three parameters', () => {
    expect(standardised([])).toBe('too-few-values');
    expect(standardised([1])).toBe('too-few-values');
    expect(standardised([1, 2])).toBe('too-few-values');
    expect(standardised([1, 1])).toBe('all-equal');
    expect(standardised([1, NaN, 2])).toBe('not-finite');
    expect(standardised([0, 1e-320, 3e-320])).toBe('underflow');
    expect(standardised([-1.7e308, 1.7e308, 1.7e308])).toBe('overflow');
  });
});

describe('the profile likelihood of the threshold', () => {
  const sample = () => sampleOf(samples.envstats);

  it('is that of the likeliest lognormal above the threshold, beside that of the normal', () => {
    const { n, mean, sd, z } = sample();
    const limit = logLikelihood(normal.line, { mu: mean, sigma: sd }, samples.envstats);
    for (const e of PLACES) {
      const fit = fromThreshold(sample(), e, 'n');
      if (!fit.ok) throw new Error(fit.reason);
      const { threshold } = fit.model;
      expectRelative(threshold, mean - sd / e, 1e-14);
      const found = logLikelihood(lognormal3.line, fit.model, samples.envstats);
      expect(profileHeight(z, e)).toBeCloseTo((found - limit) / n, 10);
    }
  });

  it('has the score as its slope, however that is worked out', () => {
    const { z } = sample();
    for (const e of PLACES) {
      const slope = slopeOf((at) => profileHeight(z, at), e, 1e-5);
      expect(profileScore(z, e, 1)[0]).toBeCloseTo(slope, 7);
      expect(carefulScore(z, e, 1)).toBeCloseTo(slope, 7);
    }
  });

  it('has a score that tends to half the skewness at the normal limit', () => {
    const { z, skewness } = sample();
    expect(carefulScore(z, 1e-7, 1)).toBeCloseTo(skewness / 2, 6);
    expect(carefulScore(z, 1e-9, 1)).toBeCloseTo(skewness / 2, 8);
  });

  it('has the slope of the score beside it, for every share', () => {
    const { z } = sample();
    for (const e of PLACES) {
      for (const share of [1, 0.8]) {
        const slope = slopeOf((at) => profileScore(z, at, share)[0], e, 1e-5);
        expectRelative(profileScore(z, e, share)[1], slope, 1e-5);
      }
    }
  });

  it('has the share before the second term of the score', () => {
    const { n, z } = sample();
    for (const e of PLACES) {
      // g = mean(1 / w) + share cov(L, 1 / w) / var(L), in two passes.
      const inverse = [...z].map((x) => 1 / (1 + e * x));
      const logs = inverse.map((v) => -Math.log(v));
      const meanOf = (of: readonly number[]) => of.reduce((sum, x) => sum + x, 0) / n;
      const [v, l] = [meanOf(inverse), meanOf(logs)];
      const variance = meanOf(logs.map((x) => (x - l) ** 2));
      const covariance = meanOf(logs.map((x, i) => (x - l) * (inverse[i]! - v)));
      for (const share of [1, 0.8, 0.3]) {
        const wanted = (v + (share * covariance) / variance) / e;
        expectRelative(profileScore(z, e, share)[0], wanted, 1e-9);
        expectRelative(carefulScore(z, e, share), wanted, 1e-9);
      }
    }
  });
});

describe('a fit from a threshold', () => {
  it('has mean and standard deviation of the logarithms above it, with either divisor', () => {
    for (const e of [0.01, 0.02, 0.2, 0.5]) {
      for (const divisor of ['n', 'n - 1'] as const) {
        const sample = sampleOf(samples.envstats);
        const fit = fromThreshold(sample, e, divisor);
        if (!fit.ok) throw new Error(fit.reason);
        const { threshold, meanlog, sdlog } = fit.model;
        const logs = samples.envstats.map((x) => Math.log(x - threshold));
        const mean = logs.reduce((sum, y) => sum + y, 0) / logs.length;
        const squares = logs.reduce((sum, y) => sum + (y - mean) ** 2, 0);
        expectRelative(meanlog, mean, 1e-11);
        const parts = divisor === 'n' ? logs.length : logs.length - 1;
        expectRelative(sdlog, Math.sqrt(squares / parts), 1e-10);
      }
    }
  });

  it('has none where the threshold is beyond all numbers, or nothing varies above it', () => {
    const sample = sampleOf([0, 1, 5]);
    const fails = { ok: false, reason: 'overflow' };
    expect(fromThreshold(sample, 1e-320, 'n')).toEqual(fails);
    expect(fromThreshold({ ...sample, z: new Float64Array(3) }, 0.5, 'n')).toEqual(fails);
  });
});

describe('where the search for the maximum begins and ends', () => {
  it('begins at the lognormal of the sample’s skewness', () => {
    for (const skewness of [1e-8, 0.01, 0.5, 1, 4, 30, 1e4]) {
      const e = momentStart(skewness);
      expectRelative(e * (e * e + 3), skewness, 1e-12);
    }
  });

  it('ends where the score falls through 0', () => {
    for (const values of [samples.envstats, samples.auto]) {
      const sample = sampleOf(values);
      for (const share of [1, (values.length - 1) / values.length]) {
        const e = localMaximum(sample, share)!;
        const at = (place: number) => profileScore(sample.z, place, share)[0];
        expect(at(e * (1 - 1e-7))).toBeGreaterThan(0);
        expect(at(e * (1 + 1e-7))).toBeLessThan(0);
      }
    }
  });
});
