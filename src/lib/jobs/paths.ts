import { entryAt } from '../entryAt.ts';
import { checkConfig } from '../config.ts';
import { generationsOf } from '../recursion.ts';
import { storedIn } from '../statistics.ts';
import type { FitFailure, Normal, RunConfig } from '../types.ts';

/** One run, made value by value, at some generations. */
export interface Path {
  readonly config: RunConfig;
  /** The generations kept, in rising order. */
  readonly at: readonly number[];
  /** Each statistic at those generations; NaN from the run's end on. */
  readonly values: Readonly<Record<string, Float64Array>>;
  /** The generation whose data had no fit, and why; null if the run went all the way. */
  readonly ended: {
    readonly t: number;
    readonly reason: FitFailure;
    /** The normal that is the family's limit, where that is where the run ended. */
    readonly normalLimit?: Normal;
  } | null;
}

/**
 * The paths of several runs, with every statistic of their families; resumable: yields the share
 * done after each generation.
 */
export function* pathsOf(
  runs: readonly RunConfig[],
  at: readonly number[],
): Generator<number, Path[]> {
  const paths: Path[] = [];
  for (const [i, config] of runs.entries()) {
    const checked = checkConfig(config);
    const { family, original } = checked;
    const { statistics } = family;
    const columns = statistics.map(() => new Float64Array(at.length).fill(NaN));
    let ended: Path['ended'] = null;
    let row = 0;
    for (const { t, fit } of generationsOf(checked)) {
      if (!fit.ok) {
        const { reason, normalLimit } = fit;
        ended = { t, reason, ...(normalLimit && { normalLimit }) };
      }
      if (fit.ok && t === at[row]) {
        storedIn(columns, row, statistics, fit.model, original);
        row++;
      }
      yield (i + t / config.generations) / runs.length;
    }
    const values = Object.fromEntries(statistics.map(({ name }, p) => [name, entryAt(columns, p)]));
    paths.push({ config, at, values, ended });
  }
  return paths;
}
