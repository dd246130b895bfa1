import type { Rng, StreamFamily } from '../types.ts';
import { createMt19937 } from './mt19937.ts';
import { createPolarNormal } from './polar.ts';
import { roundToRecord } from './roundToRecord.ts';

/** 2^32: the twister is seeded with a number below it. */
const SEEDS = 4294967296;

/** Leaves room for the 5,000 generations that a run may have. */
const LARGEST_SEED = SEEDS - 1 - 5000;

function seedProblem(seed: string): string | null {
  const usable = /^\d{1,10}$/.test(seed) && Number(seed) <= LARGEST_SEED;
  return usable ? null : `A seed of this stream is a whole number from 0 to ${LARGEST_SEED}.`;
}

/**
 * Seeds `twister` as SAS's default generator does: with the initialisation of 1998, or that of 2002
 * for multiples of 8192, from which the first would make words that end in 13 zeros (SAS/IML 14.1
 * User's Guide, RANDSEED call).
 */
function seedLikeSas(twister: ReturnType<typeof createMt19937>, seed: number): void {
  if (seed % 8192 === 0) twister.seed2002(seed);
  else twister.seed1998(seed);
}

/**
 * The generator of the SAS program that Wicklin 2024 published, draw for draw: the Mersenne
 * twister, seeded for generation t with base seed + t, and polar normals. A seed names one run. All
 * generations of one opening share one Rng, which the next call starts again.
 *
 * Opening throws a RangeError for an unusable seed or a replicate other than 0; asking for a
 * generation, one unless seed + generation is a whole number below 2^32.
 */
export const source: StreamFamily = {
  id: 'source',
  label: 'As in Wicklin’s program',
  summary: "The Mersenne twister of Wicklin's SAS program, which reproduces both of its graphs.",
  manyReplicates: false,
  seedProblem,
  record: roundToRecord,
  open(seed, replicate = 0) {
    if (seedProblem(seed)) {
      const range = `a whole number from 0 to ${LARGEST_SEED}`;
      throw new RangeError(`source seed must be ${range}: ${JSON.stringify(seed)}`);
    }
    if (replicate !== 0) {
      throw new RangeError(`the source stream has replicate 0 only: ${replicate}`);
    }
    const twister = createMt19937();
    const uniform = () => twister.next() / 4294967296;
    const polar = createPolarNormal(uniform);
    const rng: Rng = {
      uniform,
      normal: polar.normal,
      fillNormal(out) {
        for (let i = 0; i < out.length; i++) out[i] = polar.normal();
      },
    };
    return (generation) => {
      const sum = Number(seed) + generation;
      if (!Number.isInteger(generation) || generation < 0 || sum >= SEEDS) {
        throw new RangeError(`generation out of range for source seed ${seed}: ${generation}`);
      }
      seedLikeSas(twister, sum);
      polar.reset();
      return rng;
    };
  },
};
