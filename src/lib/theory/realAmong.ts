/** Training sets of n values of which `real` come from the original. */
export interface RealAmong {
  /** Values in each generation, at least 2. */
  readonly n: number;
  /** How many of them are real: a whole number from 0 to n. */
  readonly real: number;
}

/** Second moments at rest, over all runs, as shares of sigma^2, the variance of the original. */
export interface Rest {
  /** Var m / sigma^2. */
  readonly varianceOfMean: number;
  /** E s^2 / sigma^2. */
  readonly meanOfVariance: number;
}

/**
 * The share real / n. Throws a RangeError unless n is at least 2 and `real` a whole number from 0
 * to n.
 */
export function shareOfReal({ n, real }: RealAmong): number {
  if (!(n >= 2)) throw new RangeError(`a spread needs n of at least 2, got ${n}`);
  if (!(Number.isInteger(real) && real >= 0 && real <= n)) {
    throw new RangeError(`real values must be a whole number from 0 to ${n}, got ${real}`);
  }
  return real / n;
}
