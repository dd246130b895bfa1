import type { EnsembleConfig } from '../lib/ensemble/types.ts';
import type { RunConfig } from '../lib/types.ts';

/** A registry entry: a language in which a reader can take a run, or many, home. */
export interface ProgramWriter {
  readonly id: 'r' | 'python' | 'sas' | 'typescript';
  readonly label: string;
  /** Without the dot. */
  readonly extension: string;
  /** How to run it, in one line; the file is called `program` plus the extension, the output `run.csv`. */
  readonly run: string;
  /** Adds what the language knows of one more family. */
  learn(family: string, pieces: object): void;
  /**
   * The text of a complete program for this run or this ensemble, in ASCII. Throws one short line for a
   * setting that the language has no words for yet.
   */
  write(config: RunConfig | EnsembleConfig): string;
}
