import { describe, expect, it } from 'vitest';
import { errorsOf } from '../../src/lib/theory/forgottenTail.ts';

const T = [100, 1_000, 10_000, 100_000];
const rounded = (errors: readonly number[], digits: number) =>
  errors.map((error) => Number(error.toFixed(digits)));

/** Rank by rank, in the words of the law. */
function slowly(beta: number, types: number, kept: number, draws: number): number {
  const p = Array.from({ length: types }, (_, i) => (i + 1) ** -beta);
  const all = p.reduce((a, b) => a + b, 0);
  const held = p.slice(0, kept).reduce((a, b) => a + b, 0);
  return p.reduce((sum, x, i) => sum + (x / all) * (i < kept ? (1 - x / held) ** draws : 1), 0);
}

describe('a learner that remembers what it has seen', () => {
  it('errs on clean data as was worked out by NumPy', () => {
    expect(rounded(errorsOf({ beta: 1.5, types: 1e6 }, 1e6, T), 4)).toEqual([
      0.2017, 0.0934, 0.043, 0.0195,
    ]);
  });

  it('comes to a stop on the output of a model that has lost its tail', () => {
    const errors = errorsOf({ beta: 1.5, types: 1e6 }, 100, T);
    expect(rounded(errors.slice(0, 2), 3)).toEqual([0.197, 0.098]);
    // NumPy gave .0758 and .0757.
    for (const [i, error] of [0.0758, 0.0757].entries())
      expect(Math.abs(errors[2 + i]! - error)).toBeLessThan(1e-4);
  });

  it.each([
    [1.5, 100_000, 100_000],
    [1.05, 20_000, 300],
    [3, 50_000, 5_000],
    [2, 1_000, 999],
    [1.2, 401, 401],
  ])('is summed in blocks to eight digits: beta = %d, %i types, %i kept', (beta, types, kept) => {
    for (const [i, error] of errorsOf({ beta, types }, kept, T).entries())
      expect(error / slowly(beta, types, kept, T[i]!)).toBeCloseTo(1, 8);
  });
});
