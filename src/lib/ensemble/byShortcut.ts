import { lastOf } from '../entryAt.ts';
import type { CheckedConfig } from '../config.ts';
import { keyed } from '../random/keyed.ts';
import { keyWords } from '../random/keyWords.ts';
import type { ShortcutSteps } from '../shortcuts/shortcut.ts';
import { storedIn } from '../statistics.ts';
import type { FitFailure, Statistic } from '../types.ts';
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

/** Keeps what a state says at one place of every column. */
type Keep = (place: number) => void;

/** Fills `table` with statistics of a shortcut's models; yields the share done. */
export function* fillByShortcut(
  checked: CheckedConfig,
  steps: ShortcutSteps,
  statistics: readonly Statistic[],
  table: Table,
): Generator<number, Endings> {
  const endings: Endings = {};
  const state = new Float64Array(steps.size);
  const last = lastOf(table.at);
  const places = statistics.map(({ name }) => steps.holds.indexOf(name));
  const keep: Keep = places.includes(-1)
    ? (i) => storedIn(table.columns, i, statistics, steps.model(state), checked.original)
    : (i) => {
        for (const [p, column] of table.columns.entries()) column[i] = state[places[p]!]!;
      };
  let since = 0;
  for (let i = 0; i < table.count; i++) {
    const walk = walkOf(checked, steps, table.from + i);
    steps.start(state);
    countEnding(endings, fillReplicate(walk, state, table, i, keep));
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
  const { walkKeyed } = steps;
  if (stream === keyed && walkKeyed) {
    const words = keyWords(config.seed, replicate);
    return (state, from, to) => walkKeyed(state, words, from, to);
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
  { at, count }: Table,
  i: number,
  keep: Keep,
): FitFailure | null {
  let t = 0;
  for (const [row, next] of at.entries()) {
    const failure = walk(state, t, next);
    if (failure) return failure;
    t = next;
    keep(row * count + i);
  }
  return null;
}
