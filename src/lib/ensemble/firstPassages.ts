import { generationsOf } from '../recursion.ts';
import { statisticsOf } from '../statistics.ts';
import type { EnsembleConfig } from './types.ts';
import { checkEnsemble } from './config.ts';
import { walkOf } from './byShortcut.ts';

/** Generations between two yields. */
const PAUSE_AFTER = 1_000;

/** Which statistic has to fall below what. */
export interface Threshold {
  readonly name: string;
  /** In the unit of the statistic. */
  readonly level: number;
}

/**
 * The first generation in which a statistic is below a level, for replicates `from` to `to` - 1; 0
 * where that has not happened by `config.generations`. A replicate that ends by underflow, or as
 * all its values are equal, has no spread left: it counts as below any level for a spread. One that
 * ends otherwise counts as not yet.
 *
 * Resumable: yields the share done. Throws a ConfigError at the first step for an ensemble or a
 * statistic that cannot be.
 */
export function* firstPassages(
  config: EnsembleConfig,
  { name, level }: Threshold,
  from: number,
  to: number,
): Generator<number, Int32Array> {
  const { config: complete, run, steps } = checkEnsemble(config);
  const [statistic] = statisticsOf(run.family, [name]);
  if (!statistic) throw new Error(`no statistic: ${name}`);
  const { original } = run;
  const place = steps?.holds.indexOf(name) ?? -1;
  const times = new Int32Array(to - from);
  const state = new Float64Array(steps?.size ?? 0);
  let since = 0;
  for (let i = 0; i < times.length; i++) {
    if (steps) {
      const valueIn = (newest: Float64Array) =>
        place < 0 ? statistic.of(steps.model(newest), original) : newest[place]!;
      steps.start(state);
      const walk = walkOf(run, steps, from + i);
      for (let t = 1; t <= complete.generations; t++) {
        const failure = walk(state, t - 1, t);
        if (failure ? failure === 'underflow' : valueIn(state) < level) times[i] = t;
        if (failure || times[i]! > 0) break;
        if (++since < PAUSE_AFTER) continue;
        since = 0;
        yield (i + t / complete.generations) / times.length;
      }
    } else {
      for (const { t, fit } of generationsOf(run, from + i)) {
        const below = fit.ok
          ? statistic.of(fit.model, original) < level
          : fit.reason === 'underflow' || fit.reason === 'all-equal';
        if (below) times[i] = t;
        if (below) break;
        yield (i + t / complete.generations) / times.length;
      }
    }
  }
  return times;
}
