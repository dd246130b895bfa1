import { families } from '../families/index.ts';
import { generations } from '../recursion.ts';
import type { FitFailure, Params, RunConfig } from '../types.ts';

/** One run, made value by value, at some generations. */
export interface Path {
  readonly config: RunConfig;
  /** The generations kept, in rising order. */
  readonly at: readonly number[];
  /** Each parameter at those generations; NaN from the run's end on. */
  readonly values: Readonly<Record<string, Float64Array>>;
  /** The generation whose data had no fit, and why; null if the run went all the way. */
  readonly ended: {
    readonly t: number;
    readonly reason: FitFailure;
    /** The normal that is the family's limit, where that is where the run ended. */
    readonly normalLimit?: Params;
  } | null;
}

/** The paths of several runs, resumable: yields the share done after each generation. */
export function* pathsOf(
  runs: readonly RunConfig[],
  at: readonly number[],
): Generator<number, Path[]> {
  const paths: Path[] = [];
  for (const [i, config] of runs.entries()) {
    const names = families.get(config.family).parameters.map(({ name }) => name);
    const columns = names.map(() => new Float64Array(at.length).fill(NaN));
    let ended: Path['ended'] = null;
    let row = 0;
    for (const { t, fit } of generations(config)) {
      if (!fit.ok) {
        const { reason, normalLimit } = fit;
        ended = { t, reason, ...(normalLimit && { normalLimit }) };
      }
      if (fit.ok && t === at[row]) {
        names.forEach((name, p) => (columns[p]![row] = fit.params[name]!));
        row++;
      }
      yield (i + t / config.generations) / runs.length;
    }
    const values = Object.fromEntries(names.map((name, p) => [name, columns[p]!]));
    paths.push({ config, at, values, ended });
  }
  return paths;
}
