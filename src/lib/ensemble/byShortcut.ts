import type { CheckedConfig } from '../config.ts';
import { keyed } from '../random/keyed.ts';
import { keyWords } from '../random/keyWords.ts';
import type { ShortcutSteps } from '../shortcuts/shortcut.ts';
import type { FitFailure } from '../types.ts';
import { countEnding, type Endings, type Table } from './table.ts';

/**
 * Generations between two yields: a tenth of a millisecond, and ten times that in code just loaded.
 */
const PAUSE_AFTER = 1_000;

/**
 * Takes a state from generation `from` to `to` by a shortcut's steps; returns why it has no fit, if
 * it has none.
 */
export type Walk = (state: Float64Array, from: number, to: number) => FitFailure | null;

/** Fills `table` by a shortcut's steps; yields the share done. */
export function* fillByShortcut(
  checked: CheckedConfig,
  steps: ShortcutSteps,
  table: Table,
): Generator<number, Endings> {
  const endings: Endings = {};
  const state = new Float64Array(steps.size);
  const last = table.at.at(-1)!;
  let since = 0;
  for (let i = 0; i < table.count; i++) {
    const walk = walkOf(checked, steps, table.from + i);
    steps.start(state);
    countEnding(endings, fillReplicate(walk, state, table, i));
    since += last;
    if (since < PAUSE_AFTER) continue;
    since = 0;
    yield (i + 1) / table.count;
  }
  return endings;
}

/** The steps of one replicate. */
export function walkOf(
  { config, stream }: CheckedConfig,
  steps: ShortcutSteps,
  replicate: number,
): Walk {
  if (stream === keyed && steps.walkKeyed) {
    const words = keyWords(config.seed, replicate);
    return (state, from, to) => steps.walkKeyed!(state, words, from, to);
  }
  const streams = stream.open(config.seed, replicate);
  return (state, from, to) => {
    for (let t = from + 1; t <= to; t++) {
      const failure = steps.step(state, streams(t), t);
      if (failure) return failure;
    }
    return null;
  };
}

function fillReplicate(
  walk: Walk,
  state: Float64Array,
  { at, count, columns }: Table,
  i: number,
): FitFailure | null {
  let t = 0;
  for (let row = 0; row < at.length; row++) {
    const next = at[row]!;
    const failure = walk(state, t, next);
    if (failure) return failure;
    t = next;
    for (let p = 0; p < columns.length; p++) columns[p]![row * count + i] = state[p]!;
  }
  return null;
}
