import { logMinusDigamma, trigamma } from './digamma.ts';

/*
 * With n values, s^2 / sigma^2 is chi-square with nu = n - 1 degrees of freedom divided by nu
 * (cochran1934), and the log of a gamma variable of shape a has mean digamma(a) and variance
 * trigamma(a) (DLMF 5.9.1 by differentiating Gamma). Half of each belongs to log s, a quarter of
 * the variance.
 */

/**
 * How far the mean of log s lies below log sigma: (log(nu / 2) - digamma(nu / 2)) / 2, about 1 / (2
 * nu), for s with divisor nu = n - 1. Natural log. Throws a RangeError for n < 2.
 */
export function logBias(n: number): number {
  return logMinusDigamma(halfFreedom(n)) / 2;
}

/**
 * Variance of log s for n values: trigamma(nu / 2) / 4, about 1 / (2 nu). Throws a RangeError for n
 * < 2.
 */
export function logVariance(n: number): number {
  return trigamma(halfFreedom(n)) / 4;
}

function halfFreedom(n: number): number {
  if (!(n >= 2)) throw new RangeError(`a spread needs n of at least 2, got ${n}`);
  return (n - 1) / 2;
}
