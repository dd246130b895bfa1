import { expect } from 'vitest';
import { streams } from '../../src/lib/random/index.ts';
import type { Distribution } from '../../src/lib/types.ts';

/** Fewer expected draws of a type are too few for Pearson's statistic. */
const ENOUGH = 5;

/** Holds draws of types to the chance of each. */
export function expectDrawnByShares({ shares, sample }: Distribution): void {
  const all = shares ?? new Float64Array();
  expect(all.every((share) => share >= 0)).toBe(true);
  expect(all.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  const n = Math.max(2_000, 50 * all.length);
  const counts = new Float64Array(all.length);
  for (const type of sample(streams.get('keyed').open('types')(1), n)) counts[type]!++;
  // The rare ones together are one cell.
  let rest = { share: 0, count: 0 };
  const cells: { share: number; count: number }[] = [];
  for (const [type, share] of all.entries()) {
    const count = counts[type]!;
    if (share === 0) expect(count, `type ${type}`).toBe(0);
    else if (n * share >= ENOUGH) cells.push({ share, count });
    else rest = { share: rest.share + share, count: rest.count + count };
  }
  if (rest.share > 0) cells.push(rest);
  const chiSquare = cells.reduce(
    (sum, { share, count }) => sum + (count - n * share) ** 2 / (n * share),
    0,
  );
  // Pearson's statistic has mean V - 1 and variance 2 (V - 1) (1 - 1/n), and a little more for each
  // cell with few draws: 1 / (n share) in all.
  const degrees = cells.length - 1;
  const more = cells.reduce((sum, { share }) => sum + 1 / (n * share), 0);
  expect(Math.abs(chiSquare - degrees)).toBeLessThan(4 * Math.sqrt(2 * degrees + more) + 4);
}
