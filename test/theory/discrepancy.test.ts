import { describe, expect, it } from 'vitest';
import { standardCdf } from '../../src/lib/special/standardNormal.ts';
import { standardQuantile } from '../../src/lib/special/standardNormalQuantile.ts';
import { keyed } from '../../src/lib/random/keyed.ts';
import { largestDiscrepancy, standardErrorOfShare } from '../../src/lib/theory/discrepancy.ts';

const levels = [0.05, 0.25, 0.5, 0.75, 0.95];

describe('the discrepancy between simulated values and a law', () => {
  it('is none for values at the quantiles r / (R + 1), in any order', () => {
    const values = Array.from({ length: 999 }, (_, i) => standardQuantile((i + 1) / 1000));
    for (const order of [values, values.toReversed()]) {
      const found = largestDiscrepancy({ values: order, cdf: standardCdf, levels });
      expect(Math.abs(found.standardErrors)).toBeLessThan(1e-12);
    }
  });

  it('has mean 0 and variance 1 at a level, for values that follow the law', () => {
    const rng = keyed.open('discrepancy')(1);
    const repeats = 4000;
    for (const level of [0.1, 0.5, 0.95]) {
      let sum = 0;
      let squares = 0;
      for (let i = 0; i < repeats; i++) {
        const values = Float64Array.from({ length: 79 }, () => rng.uniform());
        const z = largestDiscrepancy({ values, cdf: (x) => x, levels: [level] }).standardErrors;
        sum += z;
        squares += z * z;
      }
      // 4 standard errors; a beta's kurtosis is within 1 of the normal's here, so Var z^2 is at
      // most 3.
      expect(Math.abs(sum / repeats)).toBeLessThan(4 / Math.sqrt(repeats));
      expect(Math.abs(squares / repeats - 1)).toBeLessThan(4 * Math.sqrt(3 / repeats));
    }
  });

  it('is the largest over the levels, with its sign', () => {
    const values = Array.from({ length: 999 }, (_, i) => (i + 1) / 1000);
    // Only the top quarter is too high: at level 0.75 by 0.1 in probability.
    const cdf = (x: number) => (x < 0.7 ? x : Math.min(1, x + 0.1));
    const found = largestDiscrepancy({ values, cdf, levels: [0.25, 0.5, 0.75] });
    expect(found.level).toBe(0.75);
    expect(found.found).toBeCloseTo(0.85, 12);
    expect(found.standardErrors).toBeCloseTo(0.1 / Math.sqrt((0.75 * 0.25) / 1001), 10);
    const lower = largestDiscrepancy({ values, cdf: (x) => x - 0.1, levels: [0.25] });
    expect(lower.standardErrors).toBeLessThan(-7);
  });

  it('takes the nearest rank that there is', () => {
    const at = (level: number) =>
      largestDiscrepancy({ values: [0.5], cdf: (x) => x, levels: [level] }).level;
    expect([0.001, 0.5, 0.999].map(at)).toEqual([0.5, 0.5, 0.5]);
  });

  it('leaves the values as they were', () => {
    const values = Float64Array.of(3, 1, 2);
    largestDiscrepancy({ values, cdf: () => 0.5, levels: [0.5] });
    expect([...values]).toEqual([3, 1, 2]);
  });

  it('needs values, levels, and numbers', () => {
    const cdf = standardCdf;
    expect(() => largestDiscrepancy({ values: [], cdf, levels })).toThrow('nothing to compare');
    expect(() => largestDiscrepancy({ values: [1], cdf, levels: [] })).toThrow('nothing');
    expect(() => largestDiscrepancy({ values: [1, NaN, 0], cdf, levels })).toThrow('NaN');
    expect(() => largestDiscrepancy({ values: [NaN], cdf, levels })).toThrow('NaN');
  });

  it('counts in standard errors of sqrt(p (1 - p) / R)', () => {
    expect(standardErrorOfShare(0.5, 100)).toBe(0.05);
    expect(standardErrorOfShare(0, 100)).toBe(0);
  });
});
