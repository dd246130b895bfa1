import { entryAt } from '../entryAt.ts';
import { checkEnsemble } from '../ensemble/config.ts';
import { firstPassages, type Threshold } from '../ensemble/firstPassages.ts';
import { cutInto } from '../ensemble/slice.ts';
import type { CompleteEnsemble, EnsembleConfig } from '../ensemble/types.ts';
import { costOfEnsemble, firstRuns } from './cost.ts';
import { progressOf, type Job } from './job.ts';

/** What the job is asked for. */
export interface PassagesInput {
  readonly ensemble: EnsembleConfig;
  readonly below: Threshold;
}

export interface PassagesResult {
  readonly config: CompleteEnsemble;
  readonly below: Threshold;
  /**
   * Of each replicate made so far, in their order: its first generation below that, 0 if
   * not yet.
   */
  readonly times: Int32Array;
}

interface Piece extends PassagesInput {
  readonly from: number;
  readonly to: number;
}

interface Made {
  readonly from: number;
  readonly times: Int32Array;
}

/** Generations in one piece: some 20 ms. */
const STEPS_A_PIECE = 300_000;

/**
 * Where the last generation is one by which nearly all have fallen, the usual run falls after about
 * this share: 1/30 to 1/3.
 */
const FALLEN_BY = 1 / 5;

/** How long each replicate of an ensemble takes to fall below a threshold. */
export const passages: Job<PassagesInput, Piece, Made, PassagesResult> = {
  pieces({ ensemble, below }) {
    const { generations, n, replicates, how } = checkEnsemble(ensemble).config;
    const cost = how === 'literal' ? generations * n : generations;
    const size = Math.max(1, Math.floor(STEPS_A_PIECE / cost));
    return cutInto(size, replicates).map((cut) => ({ ensemble, below, ...cut }));
  },

  *make({ ensemble, below, from, to }) {
    return { from, times: yield* firstPassages(ensemble, below, from, to) };
  },

  // eslint-disable-next-line require-yield
  *join({ ensemble, below }, made) {
    const ordered = [...made].sort((a, b) => a.from - b.from);
    const times = new Int32Array(ordered.reduce((sum, part) => sum + part.times.length, 0));
    let filled = 0;
    for (const part of ordered) {
      times.set(part.times, filled);
      filled += part.times.length;
    }
    return times.length === 0 ? null : { config: checkEnsemble(ensemble).config, below, times };
  },

  cost: ({ ensemble }) => FALLEN_BY * costOfEnsemble(ensemble),
  beginning({ ensemble, below }, values) {
    return { ensemble: entryAt(firstRuns([ensemble], values / FALLEN_BY), 0), below };
  },
  progress: ({ ensemble }, share) => progressOf('run', ensemble.replicates, share),
};
