import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';

/*
 * Both functions divide out the rounding of 1 + x: in log(u) / (u - 1) and (u - 1) / log(u) the
 * error of u in the numerator meets the same error in the denominator (Kahan; D. Goldberg, ACM
 * Computing Surveys 23, 1991, theorem 4).
 */

/** log(1 + x), natural, for x > -1; relative error below 1e-15 also where x is small. */
export function log1p(x: number): number {
  const u = 1 + x;
  return u === 1 ? x : (ln(u) * x) / (u - 1);
}

/** exp(x) - 1; relative error below 1e-15 near 0, where the difference would keep few digits. */
export function expm1(x: number): number {
  if (x > 30 || x < -1) return exp(x) - 1;
  const u = exp(x);
  return u === 1 ? x : ((u - 1) * x) / ln(u);
}
