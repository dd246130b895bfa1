import { entryAt } from '../entryAt.ts';
import { ConfigError } from '../configError.ts';
import type { EnsembleSlice } from './types.ts';

/**
 * One statistic of all replicates at generation `t`, slice by slice in the order given; NaN where a
 * replicate has ended. A copy. Throws a ConfigError if generation t was not kept or the statistic
 * is unknown.
 */
export function valuesAt(slices: readonly EnsembleSlice[], t: number, name: string): Float64Array {
  const found = new Float64Array(slices.reduce((sum, { from, to }) => sum + to - from, 0));
  let filled = 0;
  for (const { from, to, at, values } of slices) {
    const row = at.indexOf(t);
    if (row < 0) throw new ConfigError(`generation ${t} was not kept`);
    const count = to - from;
    found.set(columnOf(values, name).subarray(row * count, (row + 1) * count), filled);
    filled += count;
  }
  return found;
}

/**
 * One statistic of one replicate at all generations kept; NaN from its end on. Null if the
 * replicate is in none of the slices, for example not yet.
 */
export function pathOf(
  slices: readonly EnsembleSlice[],
  replicate: number,
  name: string,
): Float64Array | null {
  const slice = slices.find(({ from, to }) => from <= replicate && replicate < to);
  if (!slice) return null;
  const { from, to, at, values } = slice;
  const column = columnOf(values, name);
  return Float64Array.from(at, (_, row) => entryAt(column, row * (to - from) + replicate - from));
}

/** The column of a statistic. Throws `unknown statistic: tau (known: mu, sigma)`. */
export function columnOf(values: EnsembleSlice['values'], name: string): Float64Array {
  const column = Object.hasOwn(values, name) ? values[name] : undefined;
  if (column) return column;
  throw new ConfigError(`unknown statistic: ${name} (known: ${Object.keys(values).join(', ')})`);
}
