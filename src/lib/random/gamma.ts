import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import type { Rng } from '../types.ts';

/**
 * One draw from the gamma distribution with this shape and scale 1 (mean and variance are both
 * `shape`).
 *
 * Shapes below about 0.001 often underflow to 0. Throws a RangeError unless `shape` is finite and
 * above 0. Source: marsaglia2000gamma.
 */
export function gamma(rng: Rng, shape: number): number {
  if (!(shape > 0 && shape < Infinity)) {
    throw new RangeError(`gamma shape must be a finite number above 0: ${shape}`);
  }
  if (shape >= 1) return gammaFromOne(rng, shape);
  // If G has shape a + 1 and U is uniform, G U^(1/a) has shape a. 1 - u is never 0.
  return gammaFromOne(rng, shape + 1) * exp(ln(1 - rng.uniform()) / shape);
}

/**
 * One draw from the chi-square distribution: the sum of the squares of `degreesOfFreedom` standard
 * normals, or the same law for a fraction. Throws a RangeError unless they are finite and above 0.
 */
export function chiSquare(rng: Rng, degreesOfFreedom: number): number {
  if (!(degreesOfFreedom > 0 && degreesOfFreedom < Infinity)) {
    throw new RangeError(`degrees of freedom must be finite and above 0: ${degreesOfFreedom}`);
  }
  return 2 * gamma(rng, degreesOfFreedom / 2);
}

/**
 * The method proper, for shapes of 1 or more: a cubed normal, accepted in 95 % of cases or better.
 */
function gammaFromOne(rng: Rng, shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = rng.normal();
    const root = 1 + c * x;
    // Stryker disable next-line EqualityOperator: hit with probability 0
    if (root <= 0) continue;
    const v = root * root * root;
    const u = rng.uniform();
    const xx = x * x;
    // The squeeze spares the logarithms in nearly all cases, and never accepts what they would
    // reject.
    // Stryker disable next-line ConditionalExpression,EqualityOperator: it only spares the next
    if (u < 1 - 0.0331 * xx * xx) return d * v;
    // Stryker disable next-line EqualityOperator: hit with probability 0
    if (ln(u) < 0.5 * xx + d * (1 - v + ln(v))) return d * v;
  }
}
