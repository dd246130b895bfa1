import type { FitFailure, Params, RunConfig } from '../types.ts';

/**
 * How the replicates are made: `literal` draws all n values of every generation; `sufficient` takes
 * a shortcut of the same law (see ../shortcuts) and is refused where there is none; `auto` takes
 * one where there is one.
 */
export type How = 'auto' | 'literal' | 'sufficient';

/** Everything that decides an ensemble: a run's settings, and how many such runs. Plain JSON. */
export interface EnsembleConfig extends Omit<RunConfig, 'replicate'> {
  /** Independent runs, numbered from 0. */
  readonly replicates: number;
  /**
   * The generations that are kept; evenly spread ones if absent. No generation after the last is
   * made.
   */
  readonly at?: readonly number[];
  /** `auto` if absent. */
  readonly how?: How;
  /** Names of the family's statistics that are kept; the usual ones if absent. */
  readonly statistics?: readonly string[];
}

/** The same with nothing left open: what was kept, in rising order, and how it came to be made. */
export interface CompleteEnsemble extends Omit<RunConfig, 'replicate'> {
  readonly replicates: number;
  readonly at: readonly number[];
  readonly how: 'literal' | 'sufficient';
  readonly statistics?: readonly string[];
}

/**
 * Replicates `from` to `to` - 1 of an ensemble, in a form that a worker can hand over. The slices
 * of an ensemble agree to the last bit, however it is cut.
 */
export interface EnsembleSlice {
  readonly from: number;
  readonly to: number;
  /** The generations kept, in rising order. */
  readonly at: readonly number[];
  readonly how: 'literal' | 'sufficient';
  /**
   * Each statistic by generation kept: entry `row * (to - from) + replicate - from` is generation
   * `at[row]`. NaN from the generation on in which a replicate had no fit, and where a model has no
   * finite number of that name.
   */
  readonly values: Readonly<Record<string, Float64Array>>;
  /** How many of the replicates ended by the last generation kept, by reason. */
  readonly endings: Readonly<Partial<Record<FitFailure, number>>>;
  /** When each of them ended, and why, in the order of replicates; of literal replicates only. */
  readonly ends: readonly Ending[];
}

/** The generation in which a replicate had no fit, and why. */
export interface Ending {
  readonly t: number;
  readonly reason: FitFailure;
}

/** All replicates that had a fit in one generation. */
export interface EnsembleBand {
  readonly t: number;
  /** Replicates with a fit in generation t: what follows is about these only. */
  readonly survivors: number;
  readonly statistics: Readonly<Record<string, Spread>>;
}

/**
 * One statistic over those survivors that have it; every number is NaN if there are none.
 */
export interface Spread {
  readonly mean: number;
  /** Mean of the square: of s², for sigma. Infinity if it is above what a double holds. */
  readonly meanSquare: number;
  /** By level as JavaScript writes it, "0.05"; sample quantiles of type 7. */
  readonly quantiles: Params;
}
