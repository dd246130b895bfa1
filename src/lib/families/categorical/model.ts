/**
 * A table of how often each type occurs: `counts[i]` for type number i, which may be shares as well
 * as whole numbers. Types that have died out are 0.
 */
export interface Categorical {
  readonly counts: Float64Array;
  /** Their sum, above 0. */
  readonly total: number;
}

/** The table with these counts, none of them negative. */
export function tableOf(counts: Float64Array): Categorical {
  let total = 0;
  for (const count of counts) total += count;
  return { counts, total };
}
