import { generations } from '../recursion.ts';
import { families } from '../families/index.ts';
import type { FitFailure, RunConfig } from '../types.ts';

/** What one run came to, in a form that a worker can hand over. */
export interface RunResult {
  readonly config: RunConfig;
  /** Generations that the reader asked for: more than `config.generations` in a preview. */
  readonly asked: number;
  /** Fits that succeeded; the last of them is generation `reached`. */
  readonly reached: number;
  /** Each fitted parameter by generation: entry t - 1 belongs to generation t; length `reached`. */
  readonly fitted: Readonly<Record<string, Float64Array>>;
  /** The generation whose data had no fit, and why; null if the run went all the way. */
  readonly ended: { readonly t: number; readonly reason: FitFailure } | null;
  readonly context?: Context;
}

/** Goes along unchanged: what a picture needs to know and no draw depends on. */
export type Context = Readonly<Record<string, number | string>>;

/** What `runJob` is asked for. */
export interface RunInput {
  readonly config: RunConfig;
  readonly asked?: number;
  readonly context?: Context;
}

/** One run, resumable: yields the share done (0 to 1) after each generation, returns the result. */
export function* runJob({ config, asked, context }: RunInput): Generator<number, RunResult> {
  const names = families.get(config.family).parameters.map((parameter) => parameter.name);
  const fitted = Object.fromEntries(
    names.map((name) => [name, new Float64Array(config.generations)]),
  );
  let reached = 0;
  let ended: RunResult['ended'] = null;
  for (const { t, fit } of generations(config)) {
    if (fit.ok) {
      for (const name of names) fitted[name]![reached] = fit.params[name]!;
      reached++;
    } else {
      ended = { t, reason: fit.reason };
    }
    yield t / config.generations;
  }
  for (const name of names) fitted[name] = fitted[name]!.slice(0, reached);
  const result = { config, asked: asked ?? config.generations, reached, fitted, ended };
  return context ? { ...result, context } : result;
}
