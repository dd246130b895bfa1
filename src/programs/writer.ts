import type { EnsembleConfig } from '../lib/ensemble/types.ts';
import type { RunConfig } from '../lib/types.ts';

/** A registry entry: a language in which a reader can take a run, or many, home. */
export interface ProgramWriter {
  readonly id: 'r' | 'python' | 'sas' | 'typescript';
  readonly label: string;
  /** Without the dot. */
  readonly extension: string;
  /**
   * How to run it, in one line; the file is called `program` plus the extension, the output
   * `run.csv`.
   */
  readonly run: string;
  /** Learns of one more family from a file of the language's folder. */
  learn?(family: string, file: string): void;
  /**
   * The part of the engine that the program for these settings brings along, by name: engine.ts
   * makes it, and the site has it as a file. Absent where programs bring nothing.
   */
  engine?(config: RunConfig | EnsembleConfig): string;
  /**
   * The text of a complete program for this run or this ensemble, with the part of the engine that
   * it asks for; without that, its settings. In ASCII but for the engine. Throws one short line for
   * a setting that the language has no words for yet.
   */
  write(config: RunConfig | EnsembleConfig, engine?: string): string;
}
