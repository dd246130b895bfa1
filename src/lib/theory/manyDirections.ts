import { logMinusDigamma } from '../special/digamma.ts';
import { log1p } from '../special/log1pExpm1.ts';
import { logVariance } from '../special/logSd.ts';

/**
 * A normal in d dimensions refitted to n of its own rows, the covariance with divisor n - 1 unless
 * `divisor` says n. Its covariance is the last one's times a Wishart matrix, whose determinant is a
 * product of independent chi-squares with n - 1, …, n - d degrees of freedom (Bartlett 1933).
 */
export interface Directions {
  readonly d: number;
  /** Rows in every sample, more than d. */
  readonly n: number;
  readonly divisor?: 'n' | 'n - 1';
}

/**
 * Growth of the principal standard deviations in the long run, per generation of their logarithms,
 * from the slowest fall to the fastest: ½ [ψ((n - 1 - j) / 2) - ln(divisor / 2)], j = 0, …, d - 1.
 * Source: Newman 1986, Communications in Mathematical Physics 103, for products of such matrices.
 */
export function exponents({ d, n, divisor = 'n - 1' }: Directions): number[] {
  const nu = divisor === 'n' ? n : n - 1;
  return Array.from({ length: d }, (_, j) => {
    const degrees = n - 1 - j;
    // ψ(x) - ln(ν/2) = -(ln x - ψ(x)) - ln(ν / degrees), x = degrees / 2.
    return 0.5 * (-logMinusDigamma(degrees / 2) - log1p(nu / degrees - 1));
  });
}

/** The mean change of the log determinant in one generation: exact. */
export const driftOfLogDeterminant = (directions: Directions): number =>
  2 * exponents(directions).reduce((sum, exponent) => sum + exponent, 0);

/** The variance of that change, the same whatever the divisor. */
export function varianceOfLogDeterminant({ d, n }: Directions): number {
  let sum = 0;
  for (let j = 0; j < d; j++) sum += 4 * logVariance(n - j);
  return sum;
}

/** Generations after which the geometric mean of the standard deviations has halved. */
export const halvingOfTypicalSpread = (directions: Directions): number =>
  (2 * directions.d * -Math.LN2) / driftOfLogDeterminant(directions);
