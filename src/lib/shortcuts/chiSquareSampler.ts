import ln from '@stdlib/math-base-special-ln';
import { chiSquare } from '../random/gamma.ts';
import type { Rng } from '../types.ts';

/**
 * Draws from the chi-square distribution with these degrees of freedom, bit for bit as `chiSquare`
 * gives them, with the constants worked out once. Throws a RangeError unless `degreesOfFreedom` is
 * finite and above 0. Source: marsaglia2000gamma.
 */
export function chiSquareSampler(degreesOfFreedom: number): (rng: Rng) => number {
  // Shapes below 1 take another way, which is rare here: n = 2 only.
  if (!(degreesOfFreedom >= 2 && degreesOfFreedom < Infinity)) {
    return (rng) => chiSquare(rng, degreesOfFreedom);
  }
  const d = degreesOfFreedom / 2 - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  return (rng) => {
    for (;;) {
      const x = rng.normal();
      const root = 1 + c * x;
      if (root <= 0) continue;
      const v = root * root * root;
      const u = rng.uniform();
      const xx = x * x;
      if (u < 1 - 0.0331 * xx * xx) return 2 * (d * v);
      if (ln(u) < 0.5 * xx + d * (1 - v + ln(v))) return 2 * (d * v);
    }
  };
}
