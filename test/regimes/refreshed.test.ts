import { describe, expect, it } from 'vitest';
import { freshAccumulated, rateOfFreshAccumulated } from '../../src/lib/theory/freshAccumulated.ts';
import {
  at,
  average,
  expectMoments,
  expectPrinted,
  fitsOf,
  momentsOf,
  squares,
} from './support.ts';

/*
 * A store that nothing leaves and a share of real values comes to. Tolerances are 4 standard errors
 * or derived; seeds are fixed.
 */

const regime = 'accumulate-fresh';
const exactly = (n: number, share: number, t: number) =>
  at(momentsOf({ regime, n, generations: t, regimeOptions: { share } }), t);

const TABLE = [
  [0, '1', '1.550', '1.635', '1.644'],
  [0.01, '1', '1.500', '1.517', '1.457'],
  [0.1, '1', '1.122', '.777', '.497'],
  [0.25, '1', '.695', '.266', '.088'],
  [0.5, '1', '.326', '.0561', '.0079'],
  [1, '1', '.1', '.01', '.001'],
] as const;
const TIMES = [1, 10, 100, 1000];

describe('accumulating with a fresh real share', () => {
  it.each(TABLE)('has the n Var m that are quoted for large n, share %d', (share, ...printed) => {
    for (const [i, t] of TIMES.entries())
      expectPrinted(freshAccumulated({ share, t }), printed[i]!);
  });

  it.each(TABLE)('has them at n = 100 too, up to one in n, share %d', (share) => {
    const n = 100;
    for (const t of TIMES) {
      const { varianceOfMean, meanOfVariance } = exactly(n, share, t);
      // The same recursion with noise of variance E s² in the synthetic part: where E s² is within
      // 1 / n of sigma², so is every sum of such noise.
      expect(Math.abs(meanOfVariance - 1)).toBeLessThan(1 / n);
      expect(Math.abs((n * varianceOfMean) / freshAccumulated({ share, t }) - 1)).toBeLessThan(
        1 / n,
      );
    }
  });

  it('has n Var m of 1.12 and .776 in simulation, a tenth being real, n = 100, t = 10 and 100', () => {
    const [n, share] = [100, 0.1];
    const fits = fitsOf({ regime, n, at: [10, 100], regimeOptions: { share } });
    for (const [t, seen] of [
      [10, 1.118],
      [100, 0.771],
    ] as const) {
      expectMoments(fits, t, exactly(n, share, t));
      // What another program found, with as many runs: two estimates, each with its error.
      const { mean, error } = average(squares(fits.mu(t)));
      expect(Math.abs(n * mean - seen)).toBeLessThan(4 * Math.SQRT2 * n * error);
    }
  });

  it('has a mean that falls like t^-2a below one half, and like 1 / t above', () => {
    for (const share of [0.05, 0.1, 0.25, 0.75, 0.9, 1]) {
      const t = 20_000;
      const slope = Math.log2(
        freshAccumulated({ share, t: 2 * t }) / freshAccumulated({ share, t }),
      );
      // Two parts, like t^-2a and like t^-1 / (2a - 1), of which the smaller one is |2a - 1|^-1
      // t^-|2a - 1| of the other up to a factor: some part of it is what the slope is off by.
      const gap = Math.abs(2 * share - 1);
      const other = t ** -gap / gap;
      expect(Math.abs(slope + rateOfFreshAccumulated(share)), `share ${share}`).toBeLessThan(other);
    }
    expect([0, 0.25, 0.5, 1].map(rateOfFreshAccumulated)).toEqual([0, 0.5, 1, 1]);
  });

  it('falls like log t / t at one half', () => {
    // w = t Var obeys w' = w (1 + 1 / (4 t (t - 1))) + 1 / t: from t to 2 t it gains the sum of 1 /
    // i, which is ln 2 up to 1 / (4 t), and less than w / (4 t).
    for (const t of [1000, 10_000]) {
      const [w, w2] = [t, 2 * t].map((s) => s * freshAccumulated({ share: 0.5, t: s })) as [
        number,
        number,
      ];
      expect(Math.abs(w2 - w - Math.LN2)).toBeLessThan((1 + w2) / (4 * t));
    }
  });

  it('is accumulating with no share, and one fit to t n real values with nothing else', () => {
    for (const t of [1, 2, 50]) {
      const none = exactly(20, 0, t);
      expect(none).toEqual(at(momentsOf({ regime: 'accumulate', n: 20, generations: t }), t));
      const all = exactly(20, 1, t);
      expect(all.varianceOfMean * 20 * t).toBeCloseTo(1, 12);
      expect(all.meanOfVariance).toBeCloseTo(1, 12);
    }
  });

  it('takes a share from 0 to 1 and no other', () => {
    for (const share of [-0.1, 1.1, NaN]) {
      expect(() => freshAccumulated({ share, t: 2 })).toThrow(`got ${share}`);
      expect(() => rateOfFreshAccumulated(share)).toThrow(RangeError);
    }
  });
});
