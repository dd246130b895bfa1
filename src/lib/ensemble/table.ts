import type { FitFailure } from '../types.ts';
import type { Ending } from './types.ts';

/** Where the fits of some replicates go. */
export interface Table {
  /** Number of the first replicate. */
  readonly from: number;
  readonly count: number;
  /** Generations kept, in rising order. */
  readonly at: readonly number[];
  /**
   * One for each statistic that is kept; entry `row * count + i` is generation `at[row]` of
   * replicate `from + i`.
   */
  readonly columns: readonly Float64Array[];
  /** Replicates that ended, where the generation is known. */
  readonly ends: Ending[];
}

/** Replicates that ended, by reason. */
export type Endings = Partial<Record<FitFailure, number>>;

/** A table without a fit in it. */
export function emptyTable(from: number, count: number, at: readonly number[], statistics: number) {
  const columns = Array.from({ length: statistics }, () =>
    new Float64Array(count * at.length).fill(NaN),
  );
  return { from, count, at, columns, ends: [] as Ending[] } satisfies Table;
}

export function countEnding(endings: Endings, reason: FitFailure | null): void {
  if (reason) endings[reason] = (endings[reason] ?? 0) + 1;
}
