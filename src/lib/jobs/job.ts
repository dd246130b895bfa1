/**
 * Work in pieces that can be made apart, by any number of workers and in any order, and joined. Everything handed
 * over is plain: objects and typed arrays.
 */
export interface Job<Input, Piece, Made, Result> {
  /** The pieces, most wanted first; the input alone decides which they are. */
  pieces(input: Input): readonly Piece[];
  /** Makes one piece, resumable: yields the share done (0 to 1). */
  make(piece: Piece): Generator<number, Made>;
  /**
   * The result of all pieces, or of those made so far in any order; null as long as they are too few to show. Yields
   * now and then, so that a page can draw in between.
   */
  join(input: Input, made: readonly Made[]): Generator<undefined, Result | null>;
}

/** A job that cannot be cut. */
export function inOnePiece<Input, Result>(
  make: (input: Input) => Generator<number, Result>,
): Job<Input, Input, Result, Result> {
  return {
    pieces: (input) => [input],
    make,
    // eslint-disable-next-line require-yield
    *join(_input, made) {
      return made[0] ?? null;
    },
  };
}
