/** The smallest number that a double holds in full precision. */
export const SMALLEST_NORMAL = 2.2250738585072014e-308;
