import { ConfigError } from '../lib/configError.ts';

/** Pieces of a program by the id of what they express: adding an estimator is adding a piece. */
export type Pieces = Readonly<Record<string, string>>;

/**
 * What a regime is in a program, in statements that are not indented; the options of the regime are named constants of
 * the program. In generation 1 the newest model is the truth, so that what it writes is real.
 */
export interface RegimePiece {
  /** Once, before any run: functions and constants. */
  readonly setup?: string;
  /** At the start of a run, after its model: what the regime remembers. */
  readonly start?: string;
  /** A generation: of one run, from the newest model to the values x; of many, to the newest models. */
  readonly step: string;
  /** The call that makes a model of one run; `fit(x)` if absent. */
  readonly fit?: string;
  /** In the program of many runs: what `start` sets is a row for each run, called `kept`. */
  readonly keeps?: true;
  /** Every generation is n values of the newest model and nothing else, so that no function needs to be told how many. */
  readonly plain?: true;
}

export type RegimePieces = Readonly<Record<string, RegimePiece>>;

/** What simulates and what fits. */
interface Steps {
  /** How values of a model are simulated, by stream. */
  readonly streams: Pieces;
  /** How a model is fitted, by estimator. */
  readonly estimators: Pieces;
}

/** What a language knows about one family. */
export interface FamilyPieces extends Steps {
  /** The real distribution, as named constants, from its parameters as literals. */
  truth(parameters: Pieces): string;
  /** The same steps for any number of values, where a regime is not plain. */
  readonly sized: Steps;
  /** What each generation is trained on, by regime. */
  readonly regimes: RegimePieces;
}

/** The same for the program of one run, where families differ in how many numbers a model has. */
export interface RunPieces extends FamilyPieces {
  /** What the output says of a model, in words. */
  readonly prints: string;
  /** The numbers of a model: columns of the output, and names in the program. */
  readonly columns: readonly string[];
  /** What stands before the first generation: the model is the truth. */
  readonly start: string;
  /** From the values x of a generation to its model and the line that is printed, or to the end of the run. */
  readonly step: string;
  readonly graph: string;
}

/** The entry `id` of `known`. Throws `unknown estimator in the R program: huber (known: …)`. */
export function pick<T>(
  language: string,
  kind: string,
  known: Readonly<Record<string, T>>,
  id: string,
): T {
  if (Object.hasOwn(known, id)) return known[id]!;
  const list = Object.keys(known).join(', ');
  throw new ConfigError(`unknown ${kind} in the ${language} program: ${id} (known: ${list})`);
}

/** What is said of a regime that a language cannot express, alone or together with another setting: `but` names it. */
export const noRegime = (language: string, regime: string, but = '') =>
  new ConfigError(`there is no ${language} program for the regime ${regime}${but} yet`);

/** The lines of `text`, each moved right by `spaces`. */
export const indent = (spaces: number, text: string) =>
  text.replace(/^(?=.)/gm, ' '.repeat(spaces));

/** What there is of `parts`, one below the other with `gap` between. */
export const below = (gap: string, ...parts: readonly (string | undefined)[]) =>
  parts.filter((part) => part !== undefined && part !== '').join(gap);
