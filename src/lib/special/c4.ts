import exp from '@stdlib/math-base-special-exp';

/** From here on the series below is exact to the last digit. */
const SERIES_FROM = 16;

/**
 * c4(n): the mean of the sample standard deviation (divisor n - 1) of n >= 2 normal values, as a
 * share of sigma: sqrt(2 / (n - 1)) Gamma(n / 2) / Gamma((n - 1) / 2). Relative error below 1e-14.
 * Throws a RangeError for n < 2.
 *
 * With x = (n - 1) / 2 it is r(x) = Gamma(x + 1/2) / (Gamma(x) sqrt(x)). Gamma(x + 1) = x Gamma(x)
 * carries x up to where log r(x) = -1/(8x) + 1/(192x^3) - … holds; the terms are (B_m(1/2) - B_m) /
 * (m (m - 1) x^(m - 1)), m even, from DLMF 5.11.8 with h = 1/2 and h = 0.
 */
export function c4(n: number): number {
  if (!(n >= 2)) throw new RangeError(`c4 needs n of at least 2, got ${n}`);
  const start = (n - 1) / 2;
  let x = start;
  let factor = 1;
  for (; x < SERIES_FROM; x++) factor *= x / (x + 0.5);
  return factor * Math.sqrt(x / start) * exp(logRatio(x));
}

function logRatio(x: number): number {
  const y = 1 / (x * x);
  const inner = -1 / 640 + y * (17 / 14336 + y * (-31 / 18432 + y * (691 / 180224)));
  return (-1 / 8 + y * (1 / 192 + y * inner)) / x;
}
