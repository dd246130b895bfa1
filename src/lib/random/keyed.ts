import { asIs } from '../asIs.ts';
import type { StreamFamily } from '../types.ts';
import { keyWords } from './keyWords.ts';
import { LONGEST_SEED, seedLength } from './seedLength.ts';
import { createSfc32, rekey } from './sfc32.ts';
import { sfc32Rng } from './sfc32Rng.ts';

function seedProblem(seed: string): string | null {
  const usable = seed !== '' && seedLength(seed) <= LONGEST_SEED;
  return usable ? null : `A seed is a word or a number of 1 to ${LONGEST_SEED} characters.`;
}

/**
 * Streams keyed by (seed, replicate, generation): replicate 7 is the same alone, among 10,000, and
 * on any number of workers. All generations of one opening share one Rng, which the next call
 * re-keys. Opening throws a RangeError for an unusable seed or replicate.
 */
export const keyed: StreamFamily = {
  id: 'keyed',
  label: 'This site’s own',
  summary:
    'Independent streams for every seed, replicate and generation, the same in every browser.',
  manyReplicates: true,
  seedProblem,
  record: asIs,
  open(seed, replicate = 0) {
    if (seedProblem(seed)) {
      throw new RangeError(
        `seed must have 1 to ${LONGEST_SEED} characters: ${JSON.stringify(seed)}`,
      );
    }
    const words = keyWords(seed, replicate);
    const state = createSfc32();
    const rng = sfc32Rng(state);
    return (generation) => {
      rekey(state, words, generation);
      return rng;
    };
  },
};
