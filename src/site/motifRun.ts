/** The fits that the motif is drawn from. */
import type { Bell } from './motif.ts';

/** Every 25th generation of the source's first graph (n = 200, seed 12345), and the original first. */
export function motifRun(): Bell[] {
  // Until the recursion can be imported: a stand-in of the same shape.
  return Array.from({ length: 21 }, (_, i) => ({
    mu: 125 - 64 * (i / 20) ** 1.4 + 9 * Math.sin(i * 1.7),
    sigma: 30 * Math.exp(-i / 10) * (1 + 0.25 * Math.sin(i)) + 3,
  }));
}
