import type { Values } from '../../types.ts';

/**
 * A table of how often each type occurs: `counts[i]` for type number i, which may be shares as well
 * as whole numbers. Types that have died out are 0.
 */
export interface Categorical {
  readonly counts: Float64Array;
  /** Their sum, above 0. */
  readonly total: number;
}

/** How often each of the types 0 to `types` - 1 occurs. */
export function countTypes(values: Values, types: number): Float64Array {
  const counts = new Float64Array(types);
  for (let i = 0; i < values.length; i++) counts[values[i]!]!++;
  return counts;
}

/** The table with these counts, none of them negative. */
export function tableOf(counts: Float64Array): Categorical {
  let total = 0;
  for (const count of counts) total += count;
  return { counts, total };
}
