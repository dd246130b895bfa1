/** A bin [x0, x1) with its density: share of the values per unit of x. */
export interface Bin {
  readonly x0: number;
  readonly x1: number;
  readonly density: number;
}

/**
 * Density histogram of `values` with about 2·∛n equal bins (Rice's rule: enough for a bell, few
 * enough for 30 values). Empty for fewer than two values or when all are equal.
 */
export function histogram(values: Float64Array): Bin[] {
  let low = Infinity;
  let high = -Infinity;
  for (const x of values) {
    low = Math.min(low, x);
    high = Math.max(high, x);
  }
  let bins = 1;
  while (bins * bins * bins < 8 * values.length) bins++;
  const width = (high - low) / bins;
  if (!(width > 0)) return [];
  const counts = new Array<number>(bins).fill(0);
  for (const x of values) {
    const bin = Math.min(bins - 1, Math.floor((x - low) / width));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((n, i) => ({
    x0: low + i * width,
    x1: low + (i + 1) * width,
    density: n / (values.length * width),
  }));
}
