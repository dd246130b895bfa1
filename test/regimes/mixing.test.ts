import { describe, expect, it } from 'vitest';
import { fixedRealRest } from '../../src/lib/theory/fixedRealRest.ts';
import { freshRealRest } from '../../src/lib/theory/freshRealRest.ts';
import { bestWeight, weightedRest } from '../../src/lib/theory/weightedRest.ts';
import { expectRelative } from '../support/relative.ts';
import {
  at,
  average,
  expectMedian,
  expectMoments,
  expectPrinted,
  fitsOf,
  momentsOf,
  squares,
} from './support.ts';

/*
 * The numbers that the site quotes for real values among synthetic ones, and ensembles at those
 * sizes. Tolerances are 4 standard errors, from the sample or as derived; seeds are fixed.
 */

/** An ensemble of n = 100 values, long enough to have come to rest. */
const rested = (regime: string, n: number, real: number, t: number, replicates = 4000) =>
  fitsOf({ regime, n, at: [t], replicates, regimeOptions: { share: real / n } });

const exactly = (regime: string, n: number, real: number, t: number) =>
  at(momentsOf({ regime, n, generations: t, regimeOptions: { share: real / n } }), t);

describe('fresh real values', () => {
  it('have the moments at rest that are quoted', () => {
    expectPrinted(freshRealRest({ n: 100, real: 2 }).varianceOfMean, '.3345');
    expectPrinted(freshRealRest({ n: 100, real: 5 }).varianceOfMean, '.1131');
    expectPrinted(freshRealRest({ n: 100, real: 10 }).varianceOfMean, '.0550');
    expectPrinted(freshRealRest({ n: 100, real: 10 }).meanOfVariance, '1.050');
    expectPrinted(freshRealRest({ n: 100, real: 50 }).varianceOfMean, '.0134');
  });

  it.each([
    [2, 400],
    [5, 250],
    [10, 120],
    [50, 25],
  ])('come to rest there, %i of 100 after %i generations', (real, t) => {
    const rest = freshRealRest({ n: 100, real });
    const exact = exactly('fresh-real', 100, real, t);
    expectRelative(exact.varianceOfMean, rest.varianceOfMean, 0.003);
    expectRelative(exact.meanOfVariance, rest.meanOfVariance, 0.003);
    expectMoments(rested('fresh-real', 100, real, t, 2500), t, exact);
  });

  it('hold the median of s at .991 with 10 in 100', () => {
    expectMedian(rested('fresh-real', 100, 10, 100, 6000).sigma(100), 0.991, 3);
  });

  it('hold the median of s at .92 with 1 in 100, where the mean of s² is 2', () => {
    const s = rested('fresh-real', 100, 1, 600, 2000).sigma(600);
    expectMedian(s, 0.92, 2);
    // That mean rests on few runs: half of all runs are below 1, and a sample of 2000 need not show
    // it.
    expect(s.filter((x) => x < 1).length / s.length).toBeGreaterThan(0.5);
  });
});

describe('the same real values in every generation', () => {
  it('have the moments at rest that are quoted', () => {
    expectPrinted(fixedRealRest({ n: 100, real: 10 }).meanOfVariance, '.9500');
    expectPrinted(fixedRealRest({ n: 100, real: 10 }).varianceOfMean, '.1450');
    expectPrinted(fixedRealRest({ n: 200, real: 20 }).meanOfVariance, '.976');
    expectPrinted(fixedRealRest({ n: 100, real: 50 }).meanOfVariance, '.993');
  });

  it.each([
    [100, 10, 200],
    [200, 20, 200],
    [100, 50, 40],
  ])('come to rest there, n = %i with %i real, after %i generations', (n, real, t) => {
    const rest = fixedRealRest({ n, real });
    const exact = exactly('fixed-real', n, real, t);
    expectRelative(exact.varianceOfMean, rest.varianceOfMean, 1e-8);
    expectRelative(exact.meanOfVariance, rest.meanOfVariance, 1e-8);
    expectMoments(rested('fixed-real', n, real, t, 2500), t, exact);
  });

  it('hold the median of s at .907 with 10 in 100', () => {
    expectMedian(rested('fixed-real', 100, 10, 120, 6000).sigma(120), 0.907, 3);
  });

  it('leave no spread if there is one of them, and the mean at it', () => {
    const n = 10;
    const t = 400;
    const fits = rested('fixed-real', n, 1, t, 1000);
    expect(Math.max(...fits.sigma(t))).toBeLessThan(1e-3);
    // The mean is a standard normal value then: its square has variance 2.
    const { mean } = average(squares(fits.mu(t)));
    expect(Math.abs(mean - 1)).toBeLessThan(4 * Math.sqrt(2 / 1000));
  });
});

describe('weighted mixtures', () => {
  it('have the best weights that are quoted', () => {
    expectPrinted(bestWeight({ real: 10, synthetic: 10 }), '.6180');
    expectPrinted(bestWeight({ real: 10, synthetic: 1 }), '.916');
    expectPrinted(bestWeight({ real: 1, synthetic: 10 }), '.270');
    const equal = { real: 10, synthetic: 10 };
    expectPrinted(10 * weightedRest({ ...equal, weight: bestWeight(equal) }), '.618');
    expectPrinted(10 * weightedRest({ ...equal, weight: 0.5 }), '.667');
  });

  it.each([
    [10, 10, 0.618],
    [10, 10, 0.5],
    [20, 2, 0.916],
    [4, 40, 0.27],
  ])('come to rest there, %i real and %i synthetic with weight %d', (real, synthetic, weight) => {
    const n = real + synthetic;
    // (1 - 0.27)^(2 × 60) is below 1e-16.
    const t = 60;
    const regimeOptions = { share: real / n, weight };
    const fits = fitsOf({ regime: 'weighted', n, at: [t], replicates: 5000, regimeOptions });
    const varianceOfMean = weightedRest({ real, synthetic, weight });
    expectMoments(fits, t, { varianceOfMean, meanOfVariance: 1 });
  });
});
