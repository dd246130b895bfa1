/**
 * Sample quantiles of type 7, the default of R and NumPy: the value at the place (n - 1) p of the sorted values, counted
 * from 0, on a straight line between two of them. NaN for no values. Leaves `values` in another order.
 * Levels lie in [0, 1]. Source: Hyndman & Fan 1996, The American Statistician 50(4), 361-365.
 */
export function quantilesOf(values: Float64Array, levels: readonly number[]): number[] {
  const n = values.length;
  values.sort();
  return levels.map((level) => {
    if (n === 0) return NaN;
    const place = (n - 1) * level;
    const below = Math.floor(place);
    const weight = place - below;
    const low = values[below]!;
    // Weighted, since a difference of two doubles may be larger than any double.
    return weight === 0 ? low : (1 - weight) * low + weight * values[below + 1]!;
  });
}
