import { entryAt } from '../entryAt.ts';
import { ConfigError } from '../configError.ts';
import { fillByShortcut } from './byShortcut.ts';
import { checkEnsemble } from './config.ts';
import { fillLiterally } from './literally.ts';
import { statisticsOf } from '../statistics.ts';
import { emptyTable } from './table.ts';
import type { EnsembleConfig, EnsembleSlice } from './types.ts';

/**
 * Replicates `from` to `to` - 1, resumable: yields the share done (0 to 1) after some tenths of a
 * millisecond each, or after each generation where that takes longer, and returns the slice. What
 * is kept is 8 bytes for each replicate, statistic and generation in `config.at`, whatever the
 * number of generations in between.
 *
 * Throws a ConfigError at the first step if the ensemble cannot be made or has no such replicates.
 */
export function* ensembleSlice(
  config: EnsembleConfig,
  from: number,
  to: number,
): Generator<number, EnsembleSlice> {
  const { config: complete, run, steps } = checkEnsemble(config);
  const { at, how, replicates } = complete;
  if (!(Number.isInteger(from) && Number.isInteger(to) && from >= 0 && to > from)) {
    throw new ConfigError(`a slice must hold replicates, got ${from} to ${to}`);
  }
  if (to > replicates) {
    throw new ConfigError(`a slice must end at ${replicates} at most, got ${to}`);
  }
  const statistics = statisticsOf(run.family, complete.statistics);
  const table = emptyTable(from, to - from, at, statistics.length);
  const endings = yield* steps
    ? fillByShortcut(run, steps, statistics, table)
    : fillLiterally(run, statistics, table);
  const values = Object.fromEntries(
    statistics.map(({ name }, p) => [name, entryAt(table.columns, p)]),
  );
  return { from, to, at, how, values, endings, ends: table.ends };
}

/** Replicates `from` to `to` - 1. */
export interface Cut {
  readonly from: number;
  readonly to: number;
}

/** All replicates in pieces of `size`, the last one of what is left. */
export function cutInto(size: number, replicates: number): Cut[] {
  return Array.from({ length: Math.ceil(replicates / size) }, (_, i) => ({
    from: i * size,
    to: Math.min(replicates, (i + 1) * size),
  }));
}
