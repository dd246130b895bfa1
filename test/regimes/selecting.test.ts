import { describe, expect, it } from 'vitest';
import { driftOfLogSd } from '../../src/lib/theory/drift.ts';
import { growingLaw, quantileOfGrowing } from '../../src/lib/theory/growingLaw.ts';
import { replacingSizes } from '../../src/lib/theory/replacingSizes.ts';
import { varianceOfSelected, varianceOfSelectedMean } from '../../src/lib/theory/selectionLaw.ts';
import { pathUnderTaste } from '../../src/lib/theory/tasteLaw.ts';
import { truncationFactor } from '../../src/lib/special/truncationFactor.ts';
import {
  average,
  expectAverage,
  expectMedian,
  expectMoments,
  expectPrinted,
  fitsOf,
} from './support.ts';

/*
 * The numbers that the site quotes for growing samples and for selection, and ensembles at those
 * sizes. Tolerances are 4 standard errors; seeds are fixed.
 */

describe('growing samples', () => {
  const growing = (regime: string, regimeOptions?: Record<string, number>) => ({
    regime,
    n: 200,
    generations: 500,
    ...(regimeOptions && { regimeOptions }),
  });
  const medianOf = (asked: ReturnType<typeof growing>) =>
    quantileOfGrowing({ sizes: replacingSizes(asked)!, sigma: 1, p: 0.5 });

  it.each([
    ['replace', undefined, '.284'],
    ['growing', { power: 1 }, '.983'],
    ['growing', { power: 1.5 }, '.9937'],
    ['growing', { power: 2 }, '.9959'],
    ['growing-geometric', { ratio: 1.1 }, '.973'],
  ])('have the median of s that is quoted: %s %o, %s', (regime, options, printed) => {
    const asked = growing(regime, options);
    expectPrinted(medianOf(asked), printed);
    // By t = 500 the sizes of the last regime are beyond what a sample could hold; shortcuts do not
    // mind.
    const s = fitsOf({ ...asked, at: [500], replicates: 2500 }).sigma(500);
    const logs = s.map(Math.log);
    const law = growingLaw({ sizes: replacingSizes(asked)!, sigma: 1 });
    expectAverage(logs, law.meanOfLogSd, 'E log s');
    // The variance of a variance estimate of nearly normal values is 2 v² / R.
    const { sd } = average(logs);
    const tolerance = 4 * Math.sqrt(2 / 2500) * law.varianceOfLogSd;
    expect(Math.abs(sd * sd - law.varianceOfLogSd)).toBeLessThan(tolerance);
    expectMedian(s, Number(printed), printed.length - 1);
  });
});

describe('trimming', () => {
  it.each([1, 2, 3])('loses the factor that theory says each time, c = %d', (cut) => {
    const n = 20;
    const t = 10;
    const regimeOptions = { cut };
    const fits = fitsOf({ regime: 'truncated', n, at: [t], replicates: 1500, regimeOptions });
    const asked = { n, t, factor: truncationFactor(cut), sigma: 1 };
    expectMoments(fits, t, {
      varianceOfMean: varianceOfSelectedMean(asked),
      meanOfVariance: varianceOfSelected(asked),
    });
  });

  it('collapses a sample of 50,000 values as it does an endless one', () => {
    const n = 50_000;
    const [s] = fitsOf({ regime: 'truncated', n, at: [12], replicates: 1 }).sigma(12);
    const expected = 0.5 * Math.log(truncationFactor(2)) * 11;
    // Each generation adds less noise to log s than a sample of a normal, 1 / sqrt(2 n): the values
    // have short tails.
    expect(Math.abs(Math.log(s!) - expected)).toBeLessThan(4 * Math.sqrt(12 / (2 * n)));
  });
});

describe('sampling with less variety', () => {
  it('takes log s down by half the log of lambda, beside the drift of sampling', () => {
    const n = 20;
    const t = 15;
    const logs = fitsOf({ regime: 'sharpened', n, at: [t], regimeOptions: { lambda: 0.9 } })
      .sigma(t)
      .map(Math.log);
    expectAverage(logs, t * driftOfLogSd({ n }) + ((t - 1) / 2) * Math.log(0.9), 'E log s');
  });

  it('weighs more than sampling does as soon as 1 - lambda is above 1 / n', () => {
    for (const n of [20, 200, 2000]) {
      // Half of -log(1 - 1 / n) against a drift of 1 / (2 (n - 1)): equal up to 1 / n of either.
      const ratio = Math.log(1 - 1 / n) / 2 / driftOfLogSd({ n });
      expect(Math.abs(ratio - 1)).toBeLessThan(1.5 / n);
    }
  });
});

describe('selecting by taste', () => {
  it('follows the path of endless samples when n is large', () => {
    const n = 100_000;
    const regimeOptions = { target: 1, width: 2 };
    const fits = fitsOf({ regime: 'soft-selection', n, at: [10], replicates: 100, regimeOptions });
    const path = pathUnderTaste({ mean: 0, sd: 1 }, { target: 1, width: 2 }, 10);
    // Bias is of the order of 1 / n per generation, here 1e-4 at most against noise of sqrt(10 / n)
    // = 1e-2 in each run.
    const tolerance = (sd: number) => (4 * sd) / 10 + 1e-4;
    const [m, s] = [average(fits.mu(10)), average(fits.sigma(10))];
    expect(Math.abs(m.mean - path.mean)).toBeLessThan(tolerance(m.sd));
    expect(Math.abs(s.mean - path.sd)).toBeLessThan(tolerance(s.sd));
    expect(m.sd).toBeLessThan(1e-2);
  });
});
