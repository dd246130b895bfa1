import { describe, expect, it } from 'vitest';
import { accumulatedBy } from '../../src/lib/theory/accumulateLaw.ts';
import {
  limitOfAccumulated,
  limitUnderMaximumLikelihood,
  limitUnderUnbiasedVariance,
} from '../../src/lib/theory/accumulateLimit.ts';
import { fixedBudgetGrowth } from '../../src/lib/theory/fixedBudgetGrowth.ts';
import { FIXED_BUDGET_LIMIT } from '../../src/lib/theory/fixedBudgetLimit.ts';
import { at, expectMoments, expectPrinted, fitsOf, momentsOf } from './support.ts';

/*
 * The numbers that the site quotes for data that are kept, and ensembles at those sizes. Tolerances
 * are 4 standard errors from the sample; seeds are fixed.
 */

describe('keeping everything', () => {
  it('has the limits of E s² that are quoted', () => {
    expectPrinted(limitUnderMaximumLikelihood(10), '.8434');
    expectPrinted(limitUnderMaximumLikelihood(50), '.9674');
    expectPrinted(limitUnderMaximumLikelihood(100), '.9836');
    expectPrinted(limitUnderMaximumLikelihood(200), '.9918');
    expectPrinted(limitUnderUnbiasedVariance(10), '.9351');
    expectPrinted(limitUnderUnbiasedVariance(200), '.9968');
  });

  it('has n Var m near pi² / 6 = 1.645 in the limit', () => {
    const limit = (n: number) =>
      limitOfAccumulated({ n, estimator: 'maximum-likelihood' }).varianceOfMean;
    expectPrinted(limit(50), '1.629');
    expectPrinted(limit(200), '1.641');
  });

  it.each([
    [10, 'maximum-likelihood'],
    [50, 'maximum-likelihood'],
    [100, 'maximum-likelihood'],
    [200, 'maximum-likelihood'],
    [10, 'unbiased-variance'],
    [200, 'unbiased-variance'],
  ])('has the exact moments in simulation, n = %i, %s', (n, estimator) => {
    const t = 150;
    const fits = fitsOf({ regime: 'accumulate', n, estimator, at: [t], replicates: 4000 });
    const { meanOfVariance, varianceOfMean } = accumulatedBy({ n, t, estimator });
    expectMoments(fits, t, { meanOfVariance, varianceOfMean: varianceOfMean / n });
  });

  it('takes each run to a limit of its own, which is not the original', () => {
    const fits = fitsOf({ regime: 'accumulate', n: 100, at: [400, 800], replicates: 1000 });
    const [before, after] = [fits.sigma(400), fits.sigma(800)];
    let [moved, off] = [0, 0];
    for (let i = 0; i < 1000; i++) {
      moved += (Math.log(after[i]!) - Math.log(before[i]!)) ** 2;
      off += Math.log(after[i]!) ** 2;
    }
    // Generation i moves log s² by about sqrt(2 / n) / i: what is left after 400 is 1 / 400 of a
    // variance whose whole is pi² / 6.
    expect(moved / off).toBeLessThan(0.01);
    expect(off / 1000).toBeGreaterThan(0.5 / 200);
  });
});

describe('keeping everything under a fixed budget', () => {
  const mle = 'maximum-likelihood';
  const exact = (n: number, generations: number, estimator = mle) =>
    at(momentsOf({ regime: 'accumulate-subsample', n, generations, estimator }), generations);

  it('has the limits that are quoted: E s² with divisor n, n Var m for large n', () => {
    expectPrinted(fixedBudgetGrowth({ n: 10, estimator: mle }).factor, '.739');
    expectPrinted(fixedBudgetGrowth({ n: 50, estimator: mle }).factor, '.943');
    expectPrinted(fixedBudgetGrowth({ n: 100, estimator: mle }).factor, '.971');
    expectPrinted(FIXED_BUDGET_LIMIT, '2.935');
    // By t = 20,000 the sum of 1 / i² lacks 5e-5.
    expect(
      Math.abs(10_000 * exact(10_000, 20_000).varianceOfMean - FIXED_BUDGET_LIMIT),
    ).toBeLessThan(2e-3);
  });

  it('has E s² grow slowly with divisor n - 1: 1.15 at t = 40 and 2.5 at t = 100,000, n = 10', () => {
    expectPrinted(exact(10, 40, 'unbiased-variance').meanOfVariance, '1.15');
    expectPrinted(exact(10, 100_000, 'unbiased-variance').meanOfVariance, '2.5');
  });

  it.each([
    [10, mle, 10],
    [10, mle, 40],
    [10, 'unbiased-variance', 10],
    [10, 'unbiased-variance', 40],
    [50, mle, 40],
  ])('has the exact moments in simulation, n = %i, %s, generation %i', (n, estimator, t) => {
    const replicates = 1200;
    const fits = fitsOf({ regime: 'accumulate-subsample', n, estimator, at: [t], replicates });
    expectMoments(fits, t, exact(n, t, estimator));
  });
});
