/**
 * What n Var m_t / sigma^2 tends to for n -> Infinity, then t -> Infinity, if everything is kept
 * and n values of it are fitted: pi^2 / 2 - 2, about 2.93 (the subsample curve of dey2024).
 */
export const FIXED_BUDGET_LIMIT = (Math.PI * Math.PI) / 2 - 2;

/**
 * n Var m_t / sigma^2 for n -> Infinity: 3 (1 + 1/4 + … + 1/t^2) - 2. Throws a RangeError unless t
 * is a whole number from 1.
 *
 * In units of sigma^2 / n, with s = sigma: m_i is the mean p_i of the pool of i n values plus an
 * error of its own with the variance 1 - 1 / i, and p_i = p_(i-1) + (m_(i-1) - p_(i-1) + Z) / i. So
 * Var p_t is 1 plus the sum of (2 - 1 / (i - 1)) / i^2 over i = 2, …, t, where 1 / (i^2 (i - 1)) =
 * 1 / (i - 1) - 1 / i - 1 / i^2.
 */
export function fixedBudgetVarianceOfMean(t: number): number {
  if (!(Number.isInteger(t) && t >= 1)) {
    throw new RangeError(`generations are whole numbers from 1, got ${t}`);
  }
  let sum = 0;
  for (let i = t; i >= 1; i--) sum += 1 / (i * i);
  return 3 * sum - 2;
}
