/**
 * True for plain data that are written alike: the same keys in the same order, the same values.
 * Data that differ in their order alone count as different.
 */
export const sameData = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
