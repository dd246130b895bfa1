import { describe, expect, it } from 'vitest';
import { histogram } from '../../src/components/figures/histogram.ts';

const bins = (n: number) => histogram(Float64Array.from({ length: n }, (_, i) => i)).length;

describe('a histogram', () => {
  it('has 2∛n bins, or the next whole number, to the last value', () => {
    for (const root of [2, 5, 10, 21, 46]) {
      const n = root * root * root;
      expect([n - 1, n, n + 1].map(bins)).toEqual([2 * root, 2 * root, 2 * root + 1]);
    }
  });
});
