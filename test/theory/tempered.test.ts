import { expect, it } from 'vitest';
import { temperedEntropy } from '../../src/lib/theory/tempered.ts';

const ROUNDS = [0, 1, 2, 5, 10, 20];
const of = (tau: number) =>
  ROUNDS.map((rounds) => Number(temperedEntropy(1_000, tau, rounds).toFixed(2)));

it('a low temperature loses the entropy, a high one makes all types alike', () => {
  // Worked out by NumPy; 1,000 types that are alike have 9.97 bits.
  expect(of(0.9)).toEqual([7.49, 6.73, 5.86, 3.31, 1.08, 0.03]);
  expect(of(1.1)).toEqual([7.49, 8.06, 8.51, 9.33, 9.79, 9.95]);
  expect(of(1)).toEqual(ROUNDS.map(() => 7.49));
});
