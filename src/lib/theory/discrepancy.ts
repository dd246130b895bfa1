import { entryAt } from '../entryAt.ts';
import { orderStatistics, roomFor } from '../ensemble/orderStatistics.ts';

/**
 * The standard error of a share p seen among this many independent runs: sqrt(p (1 - p) / runs).
 */
export function standardErrorOfShare(p: number, runs: number): number {
  return Math.sqrt((p * (1 - p)) / runs);
}

export interface Discrepancy {
  /** The level, as a probability, at which simulation and law differ most. */
  readonly level: number;
  /** What the law says of the simulated quantile at that level. */
  readonly found: number;
  /**
   * `found` less `level`, in standard errors: positive where the simulated quantile is too high.
   */
  readonly standardErrors: number;
}

/**
 * The largest discrepancy between simulated values, in any order, and a cdf, over the levels asked
 * for.
 *
 * If the values follow the law, cdf(r-th smallest of R) is a beta variable with mean q = r / (R +
 * 1) and variance q (1 - q) / (R + 2); r is taken nearest to level (R + 1), and `level` is that q.
 * Of several levels the largest of |standard errors| is to be expected above 1: for 5 levels it
 * exceeds 3 about once in 100. Calls `cdf` once a level. Throws a RangeError without values or
 * levels, and for values that are not numbers (runs that ended have none).
 */
export function largestDiscrepancy({
  values,
  cdf,
  levels,
}: {
  readonly values: ArrayLike<number>;
  readonly cdf: (x: number) => number;
  readonly levels: readonly number[];
}): Discrepancy {
  const runs = values.length;
  if (runs === 0 || levels.length === 0) throw new RangeError('nothing to compare');
  const ranks = levels.map((asked) => Math.min(runs, Math.max(1, Math.round(asked * (runs + 1)))));
  const quantiles = valuesAtRanks(values, ranks);
  const all = ranks.map((rank, i) => {
    const level = rank / (runs + 1);
    const found = cdf(entryAt(quantiles, i));
    return {
      level,
      found,
      standardErrors: (found - level) / standardErrorOfShare(level, runs + 2),
    };
  });
  return all.reduce((worst, next) =>
    Math.abs(next.standardErrors) > Math.abs(worst.standardErrors) ? next : worst,
  );
}

/** The rank-th smallest values, rank 1 being the smallest. Throws a RangeError for NaN. */
function valuesAtRanks(values: ArrayLike<number>, ranks: readonly number[]): number[] {
  const column = Float64Array.from(values);
  const places = [...new Set(ranks.map((rank) => rank - 1))].sort((a, b) => a - b);
  // Infinite values belong to no cell of a partial sort.
  const found = column.every(Number.isFinite)
    ? orderStatistics(column, places, roomFor(column.length))
    : sortedAt(column, places);
  return ranks.map((rank) => entryAt(found, places.indexOf(rank - 1)));
}

function sortedAt(column: Float64Array, places: readonly number[]): number[] {
  column.sort();
  // Sorting puts what is not a number last.
  if (Number.isNaN(column.at(-1))) throw new RangeError('a value is not a number: NaN');
  return places.map((place) => entryAt(column, place));
}
