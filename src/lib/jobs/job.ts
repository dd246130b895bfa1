/**
 * Work in pieces that can be made apart, by any number of workers and in any order, and joined. It
 * knows its own price, its own beginning and how far it has come. Everything handed over is plain:
 * objects and typed arrays.
 */
export interface Job<Input, Piece, Made, Result> {
  /** The pieces, most wanted first; the input alone decides which they are. */
  pieces(input: Input): readonly Piece[];
  /**
   * Makes one piece, resumable: yields the share done (0 to 1). What it returns is handed over, its
   * buffers too: nothing in it may be part of what is kept for another piece.
   */
  make(piece: Piece): Generator<number, Made>;
  /**
   * The result of all pieces, or of those made so far in any order; null as long as they are too
   * few to show. Yields now and then, so that a page can draw in between.
   */
  join(input: Input, made: readonly Made[]): Generator<undefined, Result | null>;
  /** What the whole costs, roughly, in normal values that are drawn and fitted: some 25 ns each. */
  cost(input: Input): number;
  /**
   * Input for the beginning of the same run, or for the first of the same runs: about `values` of
   * work, or the least that there is something to show of.
   */
  beginning(input: Input, values: number): Input;
  /** How far the work has come at a share done of 0 to 1, in what a reader counts. */
  progress(input: Input, share: number): Progress;
  /** The result for another input, where the one at hand has all that it takes; null otherwise. */
  again?(result: Result, input: Input): Result | null;
}

/** So many of so many. */
export interface Progress {
  readonly done: number;
  readonly of: number;
  readonly unit: 'generation' | 'run' | 'sample' | 'method' | 'size';
}

/** A share of a whole, in whole units. */
export const progressOf = (unit: Progress['unit'], of: number, share: number): Progress => ({
  done: Math.round(share * of),
  of,
  unit,
});
