/** The entry at a place that a list is known to have. Throws a RangeError where it has none. */
export function entryAt<T>(list: ArrayLike<T>, place: number): T {
  const entry = list[place];
  if (entry === undefined) throw new RangeError(`no entry ${place} in a list of ${list.length}`);
  return entry;
}

/** The last entry of a list that is known not to be empty. Throws a RangeError if it is. */
export const lastOf = <T>(list: ArrayLike<T>): T => entryAt(list, list.length - 1);
