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
  const sorted = inOrder(values);
  // Sorting puts what is not a number last.
  if (Number.isNaN(sorted[runs - 1])) throw new RangeError('a value is not a number: NaN');
  const all = levels.map((asked) => {
    const rank = Math.min(runs, Math.max(1, Math.round(asked * (runs + 1))));
    const level = rank / (runs + 1);
    const found = cdf(sorted[rank - 1]!);
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

/** The values themselves if they are in order already, else a sorted copy. */
function inOrder(values: ArrayLike<number>): ArrayLike<number> {
  for (let i = 1; i < values.length; i++) {
    if (!(values[i]! >= values[i - 1]!)) return Float64Array.from(values).sort();
  }
  return values;
}
