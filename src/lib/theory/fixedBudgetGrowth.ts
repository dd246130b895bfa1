import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import type { Accumulating } from './accumulateLaw.ts';
import { quadraticProduct } from '../special/quadraticProduct.ts';
import { SOURCE_ESTIMATOR, scaleOf } from './scale.ts';

/** How E s_t^2 / sigma^2 goes on for large t: as factor t^power. */
export interface Growth {
  readonly power: number;
  readonly factor: number;
}

/**
 * The growth of E s_t^2 / sigma^2 if everything is kept and n values of it are fitted, exact for
 * every n up to a factor 1 + O(1 / t). The power is 1 / n - 1 + c^2, c(n) being the estimator's
 * factor: 1 / n with the unbiased variance; 0, up to rounding, with maximum likelihood, where E
 * s_t^2 tends to the factor. Throws a RangeError for n < 2.
 *
 * Let K_i be the mean variance, divisor i n - 1, of the pool, so that E s_i^2 = c^2 K_i. The mean
 * of the next n values is off the pool's by K_i (1 / n - 1 / (i n) + c^2 / n) in mean square, and
 * (cochran1934) K_i / K_(i-1) = (i^2 + (c^2 - 1) i - (c^2 + 2) / n) / (i (i - 1 / n)).
 */
export function fixedBudgetGrowth({ n, estimator = SOURCE_ESTIMATOR }: Accumulating): Growth {
  if (!(n >= 2)) throw new RangeError(`a spread needs n of at least 2, got ${n}`);
  const scale = scaleOf(estimator, n);
  const square = scale * scale;
  const ratio = { sum: 1 - square, product: -(square + 2) / n };
  return { power: 1 / n - 1 + square, factor: square * quadraticProduct(ratio, 1 / n) };
}

/** factor t^power. */
export function grownBy({ power, factor }: Growth, t: number): number {
  return factor * exp(power * ln(t));
}
