import { describe, expect, it } from 'vitest';
import { onLogScale } from '../../src/lib/special/logScale.ts';
import { expectRelative } from '../support/relative.ts';

describe('a place on a logarithmic scale', () => {
  it('goes from one end to the other by equal ratios', () => {
    for (const [low, high] of [
      [1, 1024],
      [3e-200, 7e100],
      [12, 1e-5],
    ] as const) {
      expect(onLogScale(low, high, 0)).toBe(low);
      // The logarithm of the ratio is right to half a unit in its last place, which exp makes a
      // relative error.
      const error = 2 ** -52 * (1 + Math.abs(Math.log(high / low)));
      expectRelative(onLogScale(low, high, 1), high, error);
      expectRelative(onLogScale(low, high, 0.5), Math.sqrt(low) * Math.sqrt(high), error);
    }
  });
});
