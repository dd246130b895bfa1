import { errorAfter, type Ranked } from '../theory/forgottenTail.ts';
import { progressOf, type Job } from './job.ts';

/** What the job is asked for. */
export interface TailsInput extends Ranked {
  /** The last rank that the lossy model has kept. */
  readonly kept: number;
  /** Numbers of draws, in rising order. */
  readonly draws: readonly number[];
}

/** A learner's error, after each number of draws. */
export interface TailsResult {
  readonly input: TailsInput;
  /** On draws of the real distribution. */
  readonly clean: readonly number[];
  /** On draws of a model that has lost every type beyond `kept`. */
  readonly cut: readonly number[];
}

interface Piece {
  readonly input: TailsInput;
  readonly kept: number;
}

interface Made {
  readonly kept: number;
  readonly errors: readonly number[];
}

/** What each number of draws costs, in normal values that are drawn and fitted. */
const COST = 15_000;

/** How much a learner gains from more draws, where the tail is there and where it is lost. */
export const tails: Job<TailsInput, Piece, Made, TailsResult> = {
  pieces: (input) => [...new Set([input.types, input.kept])].map((kept) => ({ input, kept })),

  *make({ input, kept }) {
    const after = errorAfter(input, kept);
    const errors: number[] = [];
    for (const [i, draws] of input.draws.entries()) {
      errors.push(after(draws));
      yield (i + 1) / input.draws.length;
    }
    return { kept, errors };
  },

  // eslint-disable-next-line require-yield
  *join(input, made) {
    const of = (wanted: number) => made.find(({ kept }) => kept === wanted)?.errors;
    const [clean, cut] = [of(input.types), of(input.kept)];
    return clean && cut ? { input, clean, cut } : null;
  },

  cost: ({ draws }) => 2 * COST * draws.length,
  // It is exact at once: there is no beginning of it.
  beginning: (input) => input,
  progress: ({ draws }, share) => progressOf('size', draws.length, share),
};
