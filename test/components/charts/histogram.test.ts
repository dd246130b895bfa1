import { describe, expect, it } from 'vitest';
import { histogram } from '../../../src/components/charts/histogram.ts';

const bins = (n: number) => histogram(Float64Array.from({ length: n }, (_, i) => i)).length;

describe('a histogram', () => {
  it('has 2∛n bins, or the next whole number, to the last value', () => {
    for (const root of [2, 5, 10, 21, 46]) {
      const n = root * root * root;
      expect([n - 1, n, n + 1].map(bins)).toEqual([2 * root, 2 * root, 2 * root + 1]);
    }
  });

  it('counts each value in the bin that begins at or below it, the largest in the last', () => {
    // Of 8 values 4 bins, from 0 to 8.
    const found = histogram(Float64Array.from([0, 8, 2, 2, 3.9, 6, 7, 1]));
    expect(found.map(({ x0, x1 }) => [x0, x1])).toEqual([
      [0, 2],
      [2, 4],
      [4, 6],
      [6, 8],
    ]);
    expect(found.map(({ density }) => density * 16)).toEqual([2, 3, 0, 3]);
  });

  it('holds all values: its densities add up to 1 over its bins', () => {
    const values = Float64Array.from({ length: 777 }, (_, i) => Math.sin(i) * 1e5 + i);
    const area = histogram(values).reduce(
      (sum, { x0, x1, density }) => sum + density * (x1 - x0),
      0,
    );
    expect(area).toBeCloseTo(1, 12);
  });

  it('is empty of no values, of one, and of equal ones', () => {
    for (const values of [[], [3], [4, 4, 4]])
      expect(histogram(Float64Array.from(values))).toEqual([]);
  });
});
