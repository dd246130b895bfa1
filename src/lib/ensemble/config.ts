import { checkConfig, ConfigError, type CheckedConfig } from '../config.ts';
import { shortcutFor } from '../shortcuts/index.ts';
import type { Shortcut, ShortcutSteps } from '../shortcuts/shortcut.ts';
import { statisticsOf } from '../statistics.ts';
import type { CompleteEnsemble, EnsembleConfig } from './types.ts';

/** Legal numbers of replicates; both ends belong to them. */
const REPLICATES = { min: 1, max: 100_000 } as const;

/**
 * Replicates times generations kept, at most. A slice keeps 8 bytes for each of these and each
 * statistic, and nothing else that grows: 1,616 bytes a replicate for 101 generations of the normal
 * model's two.
 */
const MOST_VALUES = 12_000_000;

/** Generations kept where nobody says which. */
const USUALLY_KEPT = 101;

/** An ensemble that can be made. */
export interface CheckedEnsemble {
  readonly config: CompleteEnsemble;
  readonly run: CheckedConfig;
  /** What stands for the literal recursion, if anything does. */
  readonly shortcut: Shortcut | null;
  readonly steps: ShortcutSteps | null;
}

/**
 * Checks an ensemble and completes it: ids for aliases, `at` in rising order, and what `how:
 * 'auto'` comes to. Throws a ConfigError of one line: `replicates must be at most 100000, got 1e6`.
 */
export function checkEnsemble(asked: EnsembleConfig): CheckedEnsemble {
  const { replicates, at, how = 'auto', statistics, ...rest } = asked;
  const run = checkConfig(rest);
  checkReplicates(replicates);
  if (replicates > 1 && !run.stream.manyReplicates) {
    throw new ConfigError(
      `the stream ${run.stream.id} has one run for each seed: replicates must be 1, got ${replicates}`,
    );
  }
  const kept = checkKept(at ?? spreadGenerations(rest.generations), rest.generations);
  if (replicates * kept.length > MOST_VALUES) {
    throw new ConfigError(
      `replicates times generations kept must be at most ${MOST_VALUES}, got ${replicates} × ${kept.length}`,
    );
  }
  statisticsOf(run.family, statistics);
  const found = how === 'literal' ? null : checkShortcut(run, how);
  return {
    config: {
      ...run.config,
      replicates,
      at: kept,
      how: found ? 'sufficient' : 'literal',
      ...(statistics && { statistics }),
    },
    run,
    shortcut: found?.shortcut ?? null,
    steps: found?.steps ?? null,
  };
}

/**
 * At most `most` (2 or more) generations, evenly spread over 1 to `generations`, always with the
 * first and the last: of 500 these are 1, 5, 10, …, 500.
 */
export function spreadGenerations(generations: number, most = USUALLY_KEPT): number[] {
  if (generations <= most) return Array.from({ length: generations }, (_, i) => i + 1);
  const spread = Array.from({ length: most }, (_, i) =>
    Math.max(1, Math.round((i * generations) / (most - 1))),
  );
  // Where the spread is less than 1.5, the first two are one.
  return [...new Set(spread)];
}

function checkReplicates(replicates: number): void {
  const { min, max } = REPLICATES;
  if (!Number.isInteger(replicates)) {
    throw new ConfigError(`replicates must be a whole number, got ${replicates}`);
  }
  if (replicates < min)
    throw new ConfigError(`replicates must be at least ${min}, got ${replicates}`);
  if (replicates > max)
    throw new ConfigError(`replicates must be at most ${max}, got ${replicates}`);
}

function checkKept(at: readonly number[], generations: number): number[] {
  if (at.length === 0) throw new ConfigError('at must name at least one generation');
  const strange = at.find((t) => !(Number.isInteger(t) && t >= 1 && t <= generations));
  if (strange !== undefined) {
    throw new ConfigError(`at must hold generations from 1 to ${generations}, got ${strange}`);
  }
  return [...new Set(at)].sort((a, b) => a - b);
}

function checkShortcut(run: CheckedConfig, how: string) {
  if (how !== 'auto' && how !== 'sufficient') {
    throw new ConfigError(`unknown how: ${how} (known: auto, literal, sufficient)`);
  }
  const found = shortcutFor(run);
  if (found || how === 'auto') return found;
  const { family, regime, estimator, stream } = run.config;
  throw new ConfigError(
    `no shortcut for ${family}, ${regime}, ${estimator} with the stream ${stream}: how must be literal`,
  );
}
