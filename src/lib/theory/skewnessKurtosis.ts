import exp from '@stdlib/math-base-special-exp';

/*
 * Skewness is m3 / m2^1.5 and excess kurtosis m4 / m2^2 - 3, of a distribution or, with divisor n,
 * of a sample. Of a sample both are bounded by its size, whatever it was drawn from.
 */

/** Skewness of a lognormal, with a threshold or without: (w + 2) sqrt(w - 1), w = exp(sdlog^2). */
export function skewnessOfLognormal(sdlog: number): number {
  const w = exp(sdlog * sdlog);
  return (w + 2) * Math.sqrt(w - 1);
}

/** Excess kurtosis of a lognormal: w^4 + 2 w^3 + 3 w^2 - 6. */
export function kurtosisOfLognormal(sdlog: number): number {
  const w = exp(sdlog * sdlog);
  return w * w * (w * (w + 2) + 3) - 6;
}

/**
 * The mean excess kurtosis of samples of n >= 2 normal values: -6 / (n + 1) (Fisher 1930). Their
 * mean skewness is 0.
 */
export const meanKurtosisOfNormalSample = (n: number) => -6 / (n + 1);

/**
 * The largest skewness that n >= 2 values can have: (n - 2) / sqrt(n - 1), when all but one are
 * equal (Wilkins 1944, Annals of Mathematical Statistics 15, 333-335).
 */
export const largestSkewness = (n: number) => (n - 2) / Math.sqrt(n - 1);

/** The largest excess kurtosis, for the same values: (n^2 - 3n + 3) / (n - 1) - 3. */
export const largestKurtosis = (n: number) => (n * n - 3 * n + 3) / (n - 1) - 3;
