/** Beyond this the next double is more than 1e-5 away, and rounding would only add errors. */
const COARSE = Number.MAX_SAFE_INTEGER / 1e5;

/**
 * `value` as the source's program stores a simulated number: the nearest multiple of 1e-5, halves
 * away from 0. Unchanged from about 9e10 on, and if it is NaN.
 */
export function roundToRecord(value: number): number {
  if (!(Math.abs(value) < COARSE)) return value;
  const rounded = Math.round(Math.abs(value) * 1e5) / 1e5;
  return value < 0 ? -rounded : rounded;
}
