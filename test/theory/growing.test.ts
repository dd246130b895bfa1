import { describe, expect, it } from 'vitest';
import { regimes } from '../../src/lib/regimes/index.ts';
import { growingLaw, quantileOfGrowing } from '../../src/lib/theory/growingLaw.ts';
import { limitOfPower, limitOfRatio } from '../../src/lib/theory/growingLimit.ts';
import { replacingSizes } from '../../src/lib/theory/replacingSizes.ts';
import {
  meanOfLogSd,
  meanOfVariance,
  varianceOfLogSd,
  varianceOfMean,
} from '../../src/lib/theory/sdMoments.ts';
import { quantileOfSd } from '../../src/lib/theory/sdQuantiles.ts';
import { at, momentsOf, otherOptions } from '../regimes/support.ts';
import { expectRelative } from '../support/relative.ts';

describe('the sizes of a regime that only replaces', () => {
  it('are those of replace and of the growing regimes, and null elsewhere', () => {
    const replacing = regimes.all.filter(
      ({ id }) => replacingSizes({ regime: id, n: 20, generations: 5 }) !== null,
    );
    expect(replacing.map(({ id }) => id)).toEqual(['replace', 'growing', 'growing-geometric']);
    const asked = { regime: 'growing', n: 20, generations: 4 };
    expect(replacingSizes({ ...asked, regimeOptions: { power: 2 } })).toEqual([20, 80, 180, 320]);
    expect(replacingSizes({ ...asked, regime: 'replace' })).toEqual([20, 20, 20, 20]);
    // With real values only, or none, what mixes is one batch as well.
    for (const [share, sizes] of [
      [0, [20, 20, 20, 20]],
      [1, null],
    ] as const) {
      const mixed = { ...asked, regime: 'fresh-real', regimeOptions: { share } };
      expect(replacingSizes(mixed)).toEqual(sizes);
    }
  });
});

describe('the law of a model that only replaces', () => {
  it.each(['unbiased-variance', 'maximum-likelihood', 'c4'])(
    'is that of equal sizes where the sizes are equal, %s',
    (estimator) => {
      const generation = { n: 30, k: 70, sigma: 3, estimator };
      const replacing = { sizes: new Array<number>(70).fill(30), sigma: 3, estimator };
      const law = growingLaw(replacing);
      expectRelative(law.meanOfLogSd, meanOfLogSd(generation), 1e-12);
      expectRelative(law.varianceOfLogSd, varianceOfLogSd(generation), 1e-12);
      expectRelative(law.varianceOfMean, varianceOfMean(generation), 1e-12);
      expectRelative(law.meanOfVariance, meanOfVariance(generation), 1e-12);
      for (const p of [0.05, 0.5, 0.95]) {
        const q = quantileOfGrowing({ ...replacing, p });
        expectRelative(q, quantileOfSd({ ...generation, p }), 1e-12);
      }
    },
  );

  it('has the exact moments of every growing regime', () => {
    for (const regime of ['growing', 'growing-geometric']) {
      for (const estimator of ['unbiased-variance', 'maximum-likelihood']) {
        const regimeOptions = otherOptions(regimes.get(regime))!;
        const asked = { regime, regimeOptions, n: 7, generations: 40, estimator };
        const law = growingLaw({ sizes: replacingSizes(asked)!, sigma: 1, estimator });
        const exact = at(momentsOf(asked), 40);
        expectRelative(law.varianceOfMean, exact.varianceOfMean, 1e-12);
        expectRelative(law.meanOfVariance, exact.meanOfVariance, 1e-12);
      }
    }
  });

  it('is the original before the first size, and needs two values in each', () => {
    const none = growingLaw({ sizes: [], sigma: 1 });
    expect(none).toEqual({
      meanOfLogSd: 0,
      varianceOfLogSd: 0,
      varianceOfMean: 0,
      meanOfVariance: 1,
    });
    expect(() => growingLaw({ sizes: [5, 1], sigma: 1 })).toThrow(RangeError);
  });
});

describe('what is left for ever', () => {
  const law = (regime: string, regimeOptions: Record<string, number>, n: number, t: number) =>
    growingLaw({ sizes: replacingSizes({ regime, regimeOptions, n, generations: t })!, sigma: 1 });

  it('is what a long run comes to, within what is still to come', () => {
    for (const n of [2, 10, 200]) {
      for (const power of [1.2, 1.5, 2, 3]) {
        const limit = limitOfPower({ n, power });
        const t = 5000;
        const seen = law('growing', { power }, n, t);
        // The sum of i^-p over i > t lies between the integrals from t + 1 and from t.
        const least = (t + 1) ** (1 - power) / (power - 1) / n;
        const most = t ** (1 - power) / (power - 1) / n;
        const slack = 1e-9 + (2 / n ** 2) * t ** (1 - 2 * power);
        const [mean, log, spread] = [
          limit.varianceOfMean - seen.varianceOfMean,
          seen.meanOfLogSd - limit.meanOfLogSd,
          limit.varianceOfLogSd - seen.varianceOfLogSd,
        ];
        for (const missing of [mean, 2 * log, 2 * spread]) {
          expect(missing).toBeGreaterThan(least - slack);
          expect(missing).toBeLessThan(most + slack);
        }
        expect(limit.error).toBeLessThan(1e-6);
      }
      for (const ratio of [1.05, 1.3, 2]) {
        const limit = limitOfRatio({ n, ratio });
        const seen = law('growing-geometric', { ratio }, n, 700);
        expectRelative(limit.varianceOfMean, seen.varianceOfMean, 1e-9);
        expectRelative(limit.meanOfLogSd, seen.meanOfLogSd, 1e-9);
        expectRelative(limit.varianceOfLogSd, seen.varianceOfLogSd, 1e-9);
      }
    }
  });

  it('has Var m = zeta(p) / n for whole powers and r / (n (r - 1)) for a ratio of 2', () => {
    expectRelative(limitOfPower({ n: 10, power: 2 }).varianceOfMean, Math.PI ** 2 / 60, 1e-12);
    expectRelative(limitOfPower({ n: 10, power: 4 }).varianceOfMean, Math.PI ** 4 / 900, 1e-12);
    expectRelative(limitOfRatio({ n: 10, ratio: 2 }).varianceOfMean, 0.2, 1e-12);
  });

  it('has the same limit wherever the exact terms end, near the edge too', () => {
    // zeta(1.05) = 20.58084430… (1 / 0.05 + Euler's constant + 0.0728158… × 0.05 - …, DLMF 25.2.4).
    const limit = limitOfPower({ n: 1_000_000, power: 1.05 });
    expectRelative(1e6 * limit.varianceOfMean, 20.5808443, 1e-8);
  });

  it('is nothing without growth beyond 1 / t', () => {
    for (const none of [
      limitOfPower({ n: 10, power: 1 }),
      limitOfPower({ n: 10, power: 0 }),
      limitOfRatio({ n: 10, ratio: 1 }),
    ]) {
      expect(none.meanOfLogSd).toBe(-Infinity);
      expect(none.varianceOfMean).toBe(Infinity);
    }
    // Slowly: a linear sample loses 1 / (2 n) of log s each time that t is multiplied by e.
    const [early, late] = [
      law('growing', { power: 1 }, 50, 1000),
      law('growing', { power: 1 }, 50, 8000),
    ];
    const lost = early.meanOfLogSd - late.meanOfLogSd;
    expectRelative(lost, Math.log(8) / 100, 1e-3);
    expect(() => limitOfPower({ n: 1, power: 2 })).toThrow('no such growth: 1 t^2');
    expect(() => limitOfRatio({ n: 5, ratio: 0.5 })).toThrow(RangeError);
  });
});
