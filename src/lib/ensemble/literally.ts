import { lastOf } from '../entryAt.ts';
import { generationsOf } from '../recursion.ts';
import { storedIn } from '../statistics.ts';
import type { CheckedConfig } from '../config.ts';
import type { Statistic } from '../types.ts';
import { countEnding, type Endings, type Table } from './table.ts';

/**
 * Values drawn between two yields: a tenth of a millisecond, and ten times that in code just
 * loaded.
 */
const PAUSE_AFTER = 10_000;

/** Fills `table` with the statistics of what the recursion gives; yields the share done. */
export function* fillLiterally(
  checked: CheckedConfig,
  statistics: readonly Statistic[],
  { from, count, at, columns, ends }: Table,
): Generator<number, Endings> {
  const endings: Endings = {};
  const last = lastOf(at);
  const upTo = { ...checked, config: { ...checked.config, generations: last } };
  let since = 0;
  for (let i = 0; i < count; i++) {
    let row = 0;
    for (const { t, trainingSize, fit } of generationsOf(upTo, from + i)) {
      if (!fit.ok) {
        countEnding(endings, fit.reason);
        ends.push({ t, reason: fit.reason });
      } else if (t === at[row]) {
        storedIn(columns, row * count + i, statistics, fit.model, checked.original);
        row++;
      }
      since += trainingSize;
      if (since < PAUSE_AFTER) continue;
      since = 0;
      yield (i + t / last) / count;
    }
  }
  return endings;
}
