import { ConfigError } from '../configError.ts';

/** Pieces of a program by the id of what they express: adding an estimator is adding a piece. */
export type Pieces = Readonly<Record<string, string>>;

/** What a language knows about one family. */
export interface FamilyPieces {
  /** The real distribution, as named constants, from its parameters as literals. */
  truth(parameters: Pieces): string;
  /** How values of a model are simulated, by stream. */
  readonly streams: Pieces;
  /** How a model is fitted, by estimator. */
  readonly estimators: Pieces;
  /** What each generation is trained on, by regime. */
  readonly regimes: Pieces;
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
