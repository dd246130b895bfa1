import { describe, expect, it } from 'vitest';
import { fixedRealRest } from '../../src/lib/theory/fixedRealRest.ts';
import { freshRealRest, freshRealRestOfMany } from '../../src/lib/theory/freshRealRest.ts';
import { bestWeight, weightedRest } from '../../src/lib/theory/weightedRest.ts';
import { at, momentsOf } from '../regimes/support.ts';
import { expectRelative } from '../support/relative.ts';

const SIZES = [2, 3, 10, 100];

/** Some numbers of real values among n. */
const MIXTURES = SIZES.flatMap((n) =>
  [1, 2, 5, 10, 50, n].filter((real) => real <= n).map((real) => ({ n, real })),
);

/**
 * Moments long after the start. The slowest is one real value in 100, which takes 0.4 % off the
 * distance from rest in a generation: exp(-0.004 × 9000) is 2e-16. More real values are faster in
 * proportion, or better.
 */
function late(regime: string, n: number, real: number) {
  const generations = Math.ceil(9000 / real);
  const asked = { regime, n, generations, regimeOptions: { share: real / n } };
  return at(momentsOf(asked), generations);
}

describe('the rest with fresh real values', () => {
  it('is where the exact moments come to', () => {
    for (const { n, real } of MIXTURES) {
      const found = late('fresh-real', n, real);
      const rest = freshRealRest({ n, real });
      expectRelative(rest.varianceOfMean, found.varianceOfMean, 1e-11, `${n}, ${real}`);
      expectRelative(rest.meanOfVariance, found.meanOfVariance, 1e-11, `${n}, ${real}`);
    }
  });

  it('takes one real value to be twice as wide as the original, for every n', () => {
    for (const n of [...SIZES, 1e6]) {
      const rest = freshRealRest({ n, real: 1 });
      expectRelative(rest.varianceOfMean, 1, 1e-12);
      expectRelative(rest.meanOfVariance, 2, 1e-12);
    }
  });

  it('is that of one fit if all values are real, and none at all without a real value', () => {
    expect(freshRealRest({ n: 50, real: 50 })).toEqual({ varianceOfMean: 0.02, meanOfVariance: 1 });
    const none = { varianceOfMean: Infinity, meanOfVariance: 1 };
    expect(freshRealRest({ n: 50, real: 0 })).toEqual(none);
  });

  it('has 1 / (n a (2 - a)) for the variance of the mean when n is large', () => {
    for (const share of [0.01, 0.1, 0.5, 1]) {
      const n = 1e6;
      const { varianceOfMean } = freshRealRest({ n, real: share * n });
      // The next term is smaller by 1 / (n a (2 - a)).
      expectRelative(varianceOfMean, freshRealRestOfMany({ n, share }), 1e-4);
    }
    expect(freshRealRestOfMany({ n: 10, share: 0 })).toBe(Infinity);
  });

  it('refuses sizes and shares that there are not', () => {
    expect(() => freshRealRest({ n: 1, real: 1 })).toThrow('a spread needs n of at least 2, got 1');
    expect(() => freshRealRest({ n: 5, real: 6 })).toThrow('from 0 to 5, got 6');
    expect(() => freshRealRest({ n: 5, real: 1.5 })).toThrow(RangeError);
    expect(() => freshRealRestOfMany({ n: 5, share: 1.1 })).toThrow('0 to 1, got 1.1');
  });
});

describe('the rest with the same real values again and again', () => {
  it('is where the exact moments come to', () => {
    for (const { n, real } of MIXTURES) {
      const found = late('fixed-real', n, real);
      const rest = fixedRealRest({ n, real });
      expectRelative(rest.varianceOfMean, found.varianceOfMean, 1e-11, `${n}, ${real}`);
      expect(Math.abs(rest.meanOfVariance - found.meanOfVariance)).toBeLessThan(1e-11);
    }
  });

  it('has no spread left about a single real value', () => {
    expect(fixedRealRest({ n: 100, real: 1 })).toEqual({ varianceOfMean: 1, meanOfVariance: 0 });
  });

  it('has less spread than the original, and that of one fit if all values are real', () => {
    for (const { n, real } of MIXTURES) {
      const { meanOfVariance } = fixedRealRest({ n, real });
      if (real < n) expect(meanOfVariance).toBeLessThan(1);
      else expectRelative(meanOfVariance, 1, 1e-14);
    }
    expect(fixedRealRest({ n: 9, real: 0 }).varianceOfMean).toBe(Infinity);
    expect(() => fixedRealRest({ n: 9, real: -1 })).toThrow(RangeError);
  });
});

describe('the rest of a weighted mixture', () => {
  const GOLDEN = (1 + Math.sqrt(5)) / 2;

  it('is where the exact moments come to', () => {
    for (const weight of [0.05, 0.3, 0.618, 1]) {
      for (const real of [2, 10, 18]) {
        const regimeOptions = { share: real / 20, weight };
        const asked = { regime: 'weighted', n: 20, generations: 1000, regimeOptions };
        const found = at(momentsOf(asked), 1000);
        const rest = weightedRest({ weight, real, synthetic: 20 - real });
        expectRelative(rest, found.varianceOfMean, 1e-11, `${weight}, ${real}`);
        expectRelative(found.meanOfVariance, 1, 1e-11);
      }
    }
  });

  it('is best at 1 over the golden ratio for equal numbers, and leaves as much of the variance', () => {
    const mixture = { real: 10, synthetic: 10 };
    expectRelative(bestWeight(mixture), 1 / GOLDEN, 1e-15);
    expectRelative(10 * weightedRest({ ...mixture, weight: 1 / GOLDEN }), 1 / GOLDEN, 1e-15);
    expectRelative(10 * weightedRest({ ...mixture, weight: 0.5 }), 2 / 3, 1e-15);
    expectRelative(10 * weightedRest({ ...mixture, weight: 1 }), 1, 1e-15);
  });

  it('is worse on either side of the best weight, where it is that weight over the real values', () => {
    for (const real of [1, 7, 1e6]) {
      for (const synthetic of [1, 30, 1e6]) {
        const mixture = { real, synthetic };
        const weight = bestWeight(mixture);
        const kappa = real / synthetic;
        if (kappa < 1e3) {
          const asPrinted = (Math.sqrt(kappa * kappa + 4 * kappa) - kappa) / 2;
          expectRelative(weight, asPrinted, 1e-12);
        }
        const best = weightedRest({ ...mixture, weight });
        expectRelative(best, weight / real, 1e-12);
        for (const other of [0.99 * weight, Math.min(1, 1.01 * weight)]) {
          expect(weightedRest({ ...mixture, weight: other })).toBeGreaterThanOrEqual(best);
        }
      }
    }
  });

  it('needs real values: none is Infinity, all is one fit', () => {
    expect(weightedRest({ real: 5, synthetic: 5, weight: 0 })).toBe(Infinity);
    expect(weightedRest({ real: 5, synthetic: 0, weight: 1 })).toBe(0.2);
    expect(weightedRest({ real: 5, synthetic: 0, weight: 0.5 })).toBe(Infinity);
    expect(bestWeight({ real: 5, synthetic: 0 })).toBe(1);
    expect(bestWeight({ real: 5, synthetic: Infinity })).toBe(0);
    expect(() => bestWeight({ real: 0, synthetic: 5 })).toThrow('no such mixture');
    expect(() => weightedRest({ real: 5, synthetic: 5, weight: 2 })).toThrow('0 to 1, got 2');
  });
});
