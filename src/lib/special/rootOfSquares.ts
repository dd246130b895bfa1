/**
 * sqrt(a^2 + b^2) of numbers that are not negative, also where a square would overflow or
 * underflow.
 */
export function rootOfSquares(a: number, b: number): number {
  const large = Math.max(a, b);
  if (!(large > 0 && large < Infinity)) return large;
  const ratio = Math.min(a, b) / large;
  return large * Math.sqrt(1 + ratio * ratio);
}
