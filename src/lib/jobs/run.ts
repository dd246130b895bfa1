import { entryAt } from '../entryAt.ts';
import { generationsOf } from '../recursion.ts';
import { costOfPath, firstGenerations } from './cost.ts';
import { progressOf, type Job } from './job.ts';
import { checkConfig } from '../config.ts';
import { statisticsOf, storedIn } from '../statistics.ts';
import type { FitFailure, RunConfig } from '../types.ts';

/** What one run came to, in a form that a worker can hand over. */
export interface RunResult {
  readonly config: RunConfig;
  /** Generations that the reader asked for: more than `config.generations` in a beginning. */
  readonly asked: number;
  /** Fits that succeeded; the last of them is generation `reached`. */
  readonly reached: number;
  /** Each statistic by generation: entry t - 1 belongs to generation t; length `reached`. */
  readonly fitted: Readonly<Record<string, Float64Array>>;
  /** The generation whose data had no fit, and why; null if the run went all the way. */
  readonly ended: { readonly t: number; readonly reason: FitFailure } | null;
}

/** What the job is asked for. */
export interface RunInput {
  readonly config: RunConfig;
  /** Generations that the reader asked for, where these are the first of them. */
  readonly asked?: number;
}

function* make({ config, asked }: RunInput): Generator<number, RunResult> {
  const checked = checkConfig(config);
  const { family, original } = checked;
  const statistics = statisticsOf(family);
  const columns = statistics.map(() => new Float64Array(config.generations));
  let reached = 0;
  let ended: RunResult['ended'] = null;
  for (const { t, fit } of generationsOf(checked)) {
    if (fit.ok) {
      storedIn(columns, reached, statistics, fit.model, original);
      reached++;
    } else {
      ended = { t, reason: fit.reason };
    }
    yield t / config.generations;
  }
  const fitted = Object.fromEntries(
    statistics.map(({ name }, p) => [name, entryAt(columns, p).slice(0, reached)]),
  );
  return { config, asked: asked ?? config.generations, reached, fitted, ended };
}

/** One run, in one piece: yields after each generation. */
export const oneRun: Job<RunInput, RunInput, RunResult, RunResult> = {
  pieces: (input) => [input],
  make,
  // eslint-disable-next-line require-yield
  *join(_input, made) {
    return made[0] ?? null;
  },
  cost: ({ config }) => costOfPath(config),
  beginning({ config, asked = config.generations }, values) {
    return { config: { ...config, generations: firstGenerations(config, values) }, asked };
  },
  progress: ({ config, asked = config.generations }, share) =>
    progressOf('generation', asked, share),
};
