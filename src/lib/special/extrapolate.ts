import { entryAt } from '../entryAt.ts';

/**
 * The limit of f(T) for T -> Infinity from its values at T = first, 2 first, 4 first, …, where f is
 * its limit plus a series in 1 / T: each pass takes out the next power, 2^j f(2T) - f(T) being free
 * of T^-j once divided by 2^j - 1. Richardson's extrapolation. Throws a RangeError for no values.
 */
export function extrapolate(values: readonly number[]): number {
  let row = [...values];
  for (let factor = 2; row.length > 1; factor *= 2) {
    const before = row;
    row = row.slice(1).map((value, i) => value + (value - entryAt(before, i)) / (factor - 1));
  }
  const [limit] = row;
  if (limit === undefined) throw new RangeError('nothing to extrapolate from');
  return limit;
}
