import { entryAt, lastOf } from '../entryAt.ts';
import { ConfigError } from '../configError.ts';
import { moments } from '../moments.ts';
import type { Distribution, Source } from '../types.ts';

/** Numbers that a column may hold: it is part of the settings, and each worker gets its own. */
const MOST_NUMBERS = 100_000;

/** Each number of the column is as likely as any other, in every draw anew. */
function empirical(column: readonly number[]): Distribution {
  const sorted = Float64Array.from(column).sort();
  const n = sorted.length;
  const { mean, sumOfSquares, scale } = moments(sorted);
  /** How many numbers are at most x. */
  const upTo = (x: number) => {
    let [low, high] = [0, n];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! <= x) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    kind: 'line',
    width: 1,
    line: {
      support: { min: entryAt(sorted, 0), max: lastOf(sorted) },
      cdf: (x) => (Number.isNaN(x) ? NaN : upTo(x) / n),
      upper: (x) => (Number.isNaN(x) ? NaN : (n - upTo(x)) / n),
      quantile: (p) =>
        p >= 0 && p <= 1
          ? entryAt(sorted, Math.min(n - 1, Math.max(0, Math.ceil(p * n) - 1)))
          : NaN,
      mean,
      variance: scale * scale * (sumOfSquares / n),
    },
    sample: (rng, count) =>
      Float64Array.from({ length: count }, () => column[Math.floor(rng.uniform() * n)]!),
  };
}

/** A person's own numbers as the real distribution: drawn from with replacement. */
export const column: Source = {
  id: 'column',
  label: 'Your own numbers',
  summary: 'A column of numbers: real data are drawn from it, each number as likely as any other.',
  kind: 'line',
  options: [],
  takes: 'column',
  open(_, { column: numbers = [] } = {}) {
    if (numbers.length < 2)
      throw new ConfigError(`a column must hold at least 2 numbers, got ${numbers.length}`);
    if (numbers.length > MOST_NUMBERS)
      throw new ConfigError(
        `a column must hold at most ${MOST_NUMBERS} numbers, got ${numbers.length}`,
      );
    const strange = numbers.find((x) => !Number.isFinite(x));
    if (strange !== undefined)
      throw new ConfigError(`a column must hold finite numbers, got ${strange}`);
    return empirical(numbers);
  },
};
