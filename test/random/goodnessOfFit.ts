import { readFileSync } from 'node:fs';

interface Reference {
  readonly tool: string;
  readonly p: readonly number[];
  readonly beyond: { readonly x: readonly number[]; readonly share: readonly number[] };
  readonly twister: { readonly seed1998: number; readonly words: readonly number[] };
  readonly distributions: Readonly<Record<string, { readonly quantiles: readonly number[] }>>;
}

/** R's quantiles of every distribution tested, at the probabilities `p`: see random.R. */
export const reference: Reference = JSON.parse(
  readFileSync(new URL('../reference/random.json', import.meta.url), 'utf8'),
);

/**
 * How many draws fall in each cell that the sorted `cuts` make of the line: one more cell than
 * cuts.
 */
export function countCells(draws: Float64Array, cuts: readonly number[]): number[] {
  const counts = new Array<number>(cuts.length + 1).fill(0);
  for (const x of draws) {
    let low = 0;
    let high = cuts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cuts[middle]! < x) low = middle + 1;
      else high = middle;
    }
    counts[low]!++;
  }
  return counts;
}

/**
 * Pearson's statistic against the expected counts; roughly chi-square, with one degree fewer than
 * cells.
 */
export function pearson(counts: readonly number[], expected: (cell: number) => number): number {
  return counts.reduce((sum, count, i) => sum + (count - expected(i)) ** 2 / expected(i), 0);
}

/**
 * Mean of a chi-square plus four of its standard deviations: passed by a true law in all but about
 * 1 in 10,000.
 */
export const fourAbove = (degrees: number) => degrees + 4 * Math.sqrt(2 * degrees);

/**
 * Both statistics of `draws` against R: Kolmogorov–Smirnov's, times √n, over the probabilities of
 * the reference (so never more than over all x, and its critical values stay safe), and Pearson's
 * for the cells between them.
 */
export function compareWithR(draws: Float64Array, name: string) {
  const { quantiles } = reference.distributions[name]!;
  const counts = countCells(draws, quantiles);
  const edges = [0, ...reference.p, 1];
  let below = 0;
  let distance = 0;
  reference.p.forEach((p, i) => {
    below += counts[i]!;
    distance = Math.max(distance, Math.abs(below / draws.length - p));
  });
  return {
    scaledDistance: distance * Math.sqrt(draws.length),
    pearson: pearson(counts, (i) => draws.length * (edges[i + 1]! - edges[i]!)),
    degrees: counts.length - 1,
  };
}

/**
 * Kolmogorov's limit law has P(D √n > x) = 2 exp(-2 x²) - …: 1 in 10,000 here, √(ln(20000) / 2).
 */
export const KOLMOGOROV_CRITICAL = 2.225;

/**
 * Correlation of two columns of equal length whose means are near 0 or 1, so that one pass is exact
 * enough.
 */
export function correlation(x: Float64Array, y: Float64Array): number {
  const n = x.length;
  let [sx, sy, sxx, syy, sxy] = [0, 0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    const a = x[i]!;
    const b = y[i]!;
    sx += a;
    sy += b;
    sxx += a * a;
    syy += b * b;
    sxy += a * b;
  }
  return (sxy - (sx * sy) / n) / Math.sqrt((sxx - (sx * sx) / n) * (syy - (sy * sy) / n));
}
