import type { CheckedConfig } from '../config.ts';
import type { FitFailure, Rng } from '../types.ts';

/**
 * A registry entry: a way to take a run from one fit to the next without drawing the values in
 * between. Its fits have the law of the literal recursion, not its draws: replicate 0 by shortcut
 * is another run than replicate 0.
 */
export interface Shortcut {
  readonly id: string;
  readonly label: string;
  /** One sentence: which statistics stand for the values. */
  readonly summary: string;
  /** Key of the work that shows the two laws to be one. */
  readonly reference: string;
  /** The steps of this run; null where the law would not be that of the literal recursion. */
  open(checked: CheckedConfig): ShortcutSteps | null;
}

/**
 * One run's settings made into steps, with their constants worked out. Keeps nothing of any
 * replicate.
 */
export interface ShortcutSteps {
  /**
   * Numbers that a state holds: those of the newest model, then whatever else the regime remembers,
   * for example a pooled mean and a pooled sum of squares.
   */
  readonly size: number;
  /** Names of the statistics that the first numbers of a state are. */
  readonly holds: readonly string[];
  /** The newest model of a state. */
  model(state: Float64Array): unknown;
  /** Writes the state before generation 1: the original stands for the newest model. */
  start(state: Float64Array): void;
  /**
   * Takes `state` from generation t - 1 to t, drawing from the stream of generation t in a fixed
   * order. Returns null, or why generation t has no fit; the state means nothing then.
   */
  step(state: Float64Array, rng: Rng, t: number): FitFailure | null;
  /**
   * Optional, for speed: takes `state` from generation `from` to `to` by `step` with the stream
   * `keyed`, whose key words (see ../random/keyWords.ts) are `words`: the same to the last bit.
   */
  walkKeyed?(state: Float64Array, words: Int32Array, from: number, to: number): FitFailure | null;
}
