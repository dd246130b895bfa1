import { describe, expect, it } from 'vitest';
import { expectedMinimum } from '../../src/lib/theory/expectedMinimum.ts';
import { streams } from '../../src/lib/random/index.ts';
import { lognormalReference } from '../reference/lognormalValues.ts';

describe('the mean of the smallest of n normal values', () => {
  it('is known in closed form for up to five values', () => {
    const root = Math.sqrt(Math.PI);
    const angle = Math.asin(1 / 3);
    const exact = [
      0,
      -1 / root,
      -3 / (2 * root),
      -(3 / (2 * root) + (3 * angle) / Math.PI ** 1.5),
      -(5 / (4 * root) + (15 * angle) / (2 * Math.PI ** 1.5)),
    ];
    exact.forEach((value, i) => {
      expect(Math.abs(expectedMinimum(i + 1) - value), `n = ${i + 1}`).toBeLessThan(3e-15);
    });
  });

  it('is what R integrates for up to a million values', () => {
    for (const { n, value } of lognormalReference('expectedMinimum')) {
      // Phi rounds by 1.1e-16 where it is near 1, and its power of n multiplies that by n.
      const tolerance = 5e-15 + 1.1e-16 * n!;
      expect(Math.abs(expectedMinimum(n!) - value!), `n = ${n}`).toBeLessThan(tolerance);
    }
  });

  it('is -1.867475 for 20 and -2.0428 for 30, as in the tables of order statistics', () => {
    expect(expectedMinimum(20)).toBeCloseTo(-1.867475, 6);
    expect(expectedMinimum(30)).toBeCloseTo(-2.0428, 4);
  });

  it('is the average of the smallest of seven draws', () => {
    const repeats = 200_000;
    const rng = streams.get('keyed').open('smallest')(1);
    const values = new Float64Array(7);
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < repeats; i++) {
      rng.fillNormal(values);
      const least = Math.min(...values);
      sum += least;
      squares += least * least;
    }
    const mean = sum / repeats;
    const standardError = Math.sqrt((squares / repeats - mean * mean) / repeats);
    expect(Math.abs(mean - expectedMinimum(7))).toBeLessThan(4 * standardError);
  });

  it('is remembered for one n at a time, and never for another', () => {
    const alone = [20, 5, 100].map(expectedMinimum);
    expect([20, 5, 100, 20, 5].map(expectedMinimum)).toEqual([...alone, alone[0], alone[1]]);
  });

  it('is refused for what is not a number of values', () => {
    for (const n of [0, -1, 1.5, NaN, Infinity]) {
      expect(() => expectedMinimum(n)).toThrow(RangeError);
      expect(() => expectedMinimum(n)).toThrow(`not a number of values: ${n}`);
    }
  });
});
