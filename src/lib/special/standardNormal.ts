import exp from '@stdlib/math-base-special-exp';

/** Natural log of sqrt(2 pi). */
const LOG_ROOT_TWO_PI = 0.9189385332046728;
const ONE_OVER_ROOT_TWO_PI = 0.3989422804014327;

/** Natural log of the standard normal density. */
export function standardLogPdf(z: number): number {
  return -0.5 * z * z - LOG_ROOT_TWO_PI;
}

/** The standard normal density, to a few units in the last place also far out. */
export function standardPdf(z: number): number {
  if (Math.abs(z) > 39) return 0;
  // z * z rounds, and exp makes an absolute error of its argument a relative one of its value: the
  // square of the leading digits is exact, what remains is small.
  const leading = Math.trunc(z * 16) / 16;
  const rest = (z - leading) * (z + leading);
  return ONE_OVER_ROOT_TWO_PI * exp(-0.5 * leading * leading) * exp(-0.5 * rest);
}

/** Beyond this many standard deviations the continued fraction is used, before it the series. */
const FAR = 2;

/**
 * P(Z <= z) for a standard normal Z; relative error below 1e-13 down to z = -37.5, where the result
 * leaves the range of full precision.
 */
export function standardCdf(z: number): number {
  if (Number.isNaN(z)) return NaN;
  if (z < -FAR) return upperTail(-z);
  return z > FAR ? 1 - upperTail(z) : 0.5 + fromCentre(z);
}

/**
 * P(0 < Z <= z), odd in z: density times z + z^3/3 + z^5/(3*5) + …, whose terms all have one sign.
 * Source: Abramowitz & Stegun 1964, 26.2.11.
 */
function fromCentre(z: number): number {
  const square = z * z;
  let term = z;
  let sum = z;
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
    term *= square / odd;
    sum += term;
  }
  return standardPdf(z) * sum;
}

/**
 * P(Z > z) for z >= 2: density divided by z + 1/(z + 2/(z + 3/(z + …))). Source: Abramowitz &
 * Stegun 1964, 26.2.14. The number of terms was found by doubling it: at z = 2, where most are
 * needed, 120 change the last digit no more.
 */
function upperTail(z: number): number {
  let denominator = z;
  for (let k = Math.ceil(20 + 400 / (z * z)); k > 0; k--) denominator = z + k / denominator;
  return standardPdf(z) / denominator;
}
