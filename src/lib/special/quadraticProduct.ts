import exp from '@stdlib/math-base-special-exp';
import gammaln from '@stdlib/math-base-special-gammaln';

/** x^2 - sum x + product, by the sum and the product of its roots. */
export interface Quadratic {
  readonly sum: number;
  readonly product: number;
}

/**
 * The product of (i^2 - sum i + product) / (i (i - b)) over i = 2, …, t grows as C t^(b - sum).
 * Returns C, which is Gamma(2 - b) / (Gamma(2 - r) Gamma(2 - q)) with r and q the roots; relative
 * error about 1e-15. Source: DLMF 5.11.12, as the product over i of i - r is Gamma(t + 1 - r) /
 * Gamma(2 - r). Throws a RangeError unless b and the roots are real and below 2.
 */
export function quadraticProduct({ sum, product }: Quadratic, b: number): number {
  const root = Math.sqrt(sum * sum - 4 * product);
  const large = (sum + root) / 2;
  if (!(large < 2 && b < 2)) {
    throw new RangeError(`no product from 2 on: sum ${sum}, product ${product}, b ${b}`);
  }
  return exp(gammaln(2 - b) - gammaln(2 - large) - gammaln(2 - (sum - root) / 2));
}
