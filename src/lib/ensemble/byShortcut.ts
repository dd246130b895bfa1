import type { ShortcutSteps } from '../shortcuts/shortcut.ts';
import type { CheckedConfig } from '../config.ts';
import type { FitFailure, GenerationStreams } from '../types.ts';
import { countEnding, type Endings, type Table } from './table.ts';

/** Generations between two yields: some tenths of a millisecond. */
const PAUSE_AFTER = 4_000;

/** Fills `table` by a shortcut's steps; yields the share done. */
export function* fillByShortcut(
  { config, stream }: CheckedConfig,
  steps: ShortcutSteps,
  table: Table,
): Generator<number, Endings> {
  const endings: Endings = {};
  const state = new Float64Array(steps.size);
  const last = table.at.at(-1)!;
  let since = 0;
  for (let i = 0; i < table.count; i++) {
    countEnding(endings, walk(steps, stream.open(config.seed, table.from + i), state, table, i));
    since += last;
    if (since < PAUSE_AFTER) continue;
    since = 0;
    yield (i + 1) / table.count;
  }
  return endings;
}

/** One replicate. No generator and no allocation, since this is where the time goes. */
function walk(
  steps: ShortcutSteps,
  streams: GenerationStreams,
  state: Float64Array,
  { at, count, columns }: Table,
  i: number,
): FitFailure | null {
  steps.start(state);
  let t = 0;
  for (let row = 0; row < at.length; row++) {
    const next = at[row]!;
    while (t < next) {
      t++;
      const failure = steps.step(state, streams(t), t);
      if (failure) return failure;
    }
    for (let p = 0; p < columns.length; p++) columns[p]![row * count + i] = state[p]!;
  }
  return null;
}
