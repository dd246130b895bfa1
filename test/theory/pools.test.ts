import { describe, expect, it } from 'vitest';
import { estimatorsFor } from '../../src/lib/estimators/index.ts';
import { isMultiple } from '../../src/lib/estimators/normalEstimator.ts';
import { accumulated, accumulatedBy } from '../../src/lib/theory/accumulateLaw.ts';
import {
  limitOfAccumulated,
  limitUnderMaximumLikelihood,
  limitUnderUnbiasedVariance,
} from '../../src/lib/theory/accumulateLimit.ts';
import { extrapolate } from '../../src/lib/special/extrapolate.ts';
import { fixedBudgetGrowth, grownBy } from '../../src/lib/theory/fixedBudgetGrowth.ts';
import {
  FIXED_BUDGET_LIMIT,
  fixedBudgetVarianceOfMean,
} from '../../src/lib/theory/fixedBudgetLimit.ts';
import { quadraticProduct } from '../../src/lib/special/quadraticProduct.ts';
import { at, momentsOf } from '../regimes/support.ts';
import { expectRelative } from '../support/relative.ts';

const ESTIMATORS = estimatorsFor('normal')
  .filter(isMultiple)
  .map(({ id }) => id);
const SIZES = [2, 10, 50, 200];

describe.each(ESTIMATORS)('what is kept and fitted by %s', (estimator) => {
  it('has the exact moments of accumulating', () => {
    for (const n of SIZES) {
      const moments = momentsOf({ regime: 'accumulate', n, generations: 300, estimator });
      const law = accumulated({ n, estimator });
      for (let t = 1; t <= 300; t++) {
        const { value } = law.next();
        expectRelative(value.meanOfVariance, at(moments, t).meanOfVariance, 1e-11);
        expectRelative(value.varianceOfMean, n * at(moments, t).varianceOfMean, 1e-11);
      }
      expectRelative(
        accumulatedBy({ n, t: 300, estimator }).meanOfVariance,
        at(moments, 300).meanOfVariance,
        1e-11,
      );
    }
  });

  it('comes near the limits of accumulating as 1 / t', () => {
    for (const n of SIZES) {
      const limit = limitOfAccumulated({ n, estimator });
      const late = accumulatedBy({ n, t: 4000, estimator });
      // What is missing of the sum of E s^2 / i^2, and at most 3 / (n i^2) in each factor of E s^2.
      const rest = (2 * Math.max(1, limit.meanOfVariance)) / 4000;
      expect(Math.abs(limit.varianceOfMean - late.varianceOfMean)).toBeLessThan(rest);
      expect(Math.abs(limit.meanOfVariance - late.meanOfVariance)).toBeLessThan((3 * rest) / n);
    }
  });

  it('grows under a fixed budget as the exact moments do', () => {
    for (const n of SIZES) {
      const t = 20_000;
      const moments = momentsOf({ regime: 'accumulate-subsample', n, generations: t, estimator });
      const growth = fixedBudgetGrowth({ n, estimator });
      // The next term is below (c^2 + 3) / (n t), the sum of what the factors add after t.
      const off = grownBy(growth, t) / at(moments, t).meanOfVariance - 1;
      expect(Math.abs(off), `n = ${n}`).toBeLessThan(20 / (n * t));
    }
  });
});

describe('the limits of accumulating', () => {
  it('are sin(x) / x with x = pi / sqrt(n) and a ratio of Gammas, to 1e-12', () => {
    for (const n of [...SIZES, 1000, 1e6]) {
      const mle = limitOfAccumulated({ n, estimator: 'maximum-likelihood' }).meanOfVariance;
      const x = Math.PI / Math.sqrt(n);
      expectRelative(limitUnderMaximumLikelihood(n), Math.sin(x) / x, 1e-14);
      expectRelative(limitUnderMaximumLikelihood(n), mle, 1e-12);
      expectRelative(
        limitUnderUnbiasedVariance(n),
        limitOfAccumulated({ n }).meanOfVariance,
        1e-12,
      );
    }
    // By hand: the product of 1 - 1 / (i (2 i - 1)) is that of (i - 1)(2 i + 1) / (i (2 i - 1)),
    // 2/3 in the limit.
    expectRelative(limitUnderUnbiasedVariance(2), 2 / 3, 1e-14);
  });

  it('have products that are known as they go', () => {
    let [mle, unbiased] = [1, 1];
    for (let i = 1; i <= 50; i++) {
      mle *= 1 - 1 / (10 * i * i);
      if (i > 1) unbiased *= 1 - 1 / (i * (10 * i - 1));
      const estimator = 'maximum-likelihood';
      expectRelative(accumulatedBy({ n: 10, t: i, estimator }).meanOfVariance, mle, 1e-13);
      expectRelative(accumulatedBy({ n: 10, t: i }).meanOfVariance, unbiased, 1e-13);
    }
  });

  it('have n Var m near pi^2 / 6 for large n', () => {
    for (const estimator of ESTIMATORS) {
      const { varianceOfMean } = limitOfAccumulated({ n: 1e6, estimator });
      // E s^2 is within 2 / n of 1, and pi^2 / 6 is below 2.
      expect(Math.abs(varianceOfMean - Math.PI ** 2 / 6)).toBeLessThan(4e-6);
    }
  });

  it('refuse what has no spread or is no generation', () => {
    expect(() => accumulatedBy({ n: 1, t: 3 })).toThrow('a spread needs n of at least 2, got 1');
    expect(() => accumulatedBy({ n: 5, t: 0 })).toThrow('whole numbers from 1, got 0');
    expect(() => accumulatedBy({ n: 5, t: 1.5 })).toThrow(RangeError);
    expect(() => limitUnderMaximumLikelihood(1)).toThrow(RangeError);
    expect(() => limitUnderUnbiasedVariance(NaN)).toThrow(RangeError);
    expect(() => extrapolate([])).toThrow('nothing to extrapolate from');
  });
});

describe('the fixed budget', () => {
  it('has 3 (1 + 1/4 + … + 1/t^2) - 2 for n Var m_t when n is large, and pi^2 / 2 - 2 in the end', () => {
    const n = 1_000_000;
    const { varianceOfMean } = momentsOf({ regime: 'accumulate-subsample', n, generations: 500 });
    for (const t of [1, 2, 3, 10, 100, 500]) {
      // E s^2 is off by a few times log(t) / n.
      expectRelative(n * varianceOfMean[t - 1]!, fixedBudgetVarianceOfMean(t), 1e-5);
    }
    // The sum of 1 / i^2 over i > t is 1 / t up to 1 / t^2.
    const t = 1e6;
    expectRelative(fixedBudgetVarianceOfMean(t) + 3 / t, FIXED_BUDGET_LIMIT, 1e-11);
    expectRelative(FIXED_BUDGET_LIMIT, 2.9348, 1e-5);
    expect(() => fixedBudgetVarianceOfMean(0)).toThrow(RangeError);
  });

  it('has E s^2 grow as t^(1/n) with divisor n - 1, and stay with divisor n', () => {
    for (const n of SIZES) {
      expectRelative(fixedBudgetGrowth({ n }).power, 1 / n, 1e-13);
      const { power } = fixedBudgetGrowth({ n, estimator: 'maximum-likelihood' });
      expect(Math.abs(power)).toBeLessThan(1e-15);
    }
    expect(() => fixedBudgetGrowth({ n: 1 })).toThrow(RangeError);
  });

  it('has products of quadratics with real roots below 2 only', () => {
    // (i - 1)(i + 1) / i^2 over i = 2, 3, … is 1/2.
    expectRelative(quadraticProduct({ sum: 0, product: -1 }, 0), 0.5, 1e-14);
    expect(() => quadraticProduct({ sum: 0, product: 1 }, 0)).toThrow('no product from 2 on');
    expect(() => quadraticProduct({ sum: 0, product: -4 }, 0)).toThrow(RangeError);
  });
});
