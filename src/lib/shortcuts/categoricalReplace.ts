import type { Categorical } from '../families/categorical/model.ts';
import { binomial } from '../random/binomial.ts';
import type { Shortcut } from './shortcut.ts';

/** Below so many draws a type, drawing them one by one is as quick. */
const DRAWS_A_TYPE = 4;

/**
 * A table of types fitted to n of its own draws: the counts are multinomial, so that one binomial a
 * type is enough, of the draws that the types before it have left (davis1993). A type that has died
 * takes none.
 */
export const categoricalReplace: Shortcut = {
  id: 'categorical-replace',
  label: 'Counts of n draws',
  summary: 'Draws how often each type occurs, and not the n draws.',
  reference: 'davis1993',
  open({ config, family, regime, real, stream }) {
    const { shares } = real;
    if (family.id !== 'categorical' || regime.id !== 'replace' || !shares) return null;
    const { n } = config;
    if (!stream.manyReplicates || n < DRAWS_A_TYPE * shares.length) return null;
    const types = shares.length;
    // The first sample is of the real distribution: its shares are counts of a total near 1.
    return {
      size: types,
      holds: [],
      model: (state): Categorical => ({ counts: state.slice(), total: n }),
      start: (state) => state.set(shares),
      step(state, rng, t) {
        let left = n;
        let weight = t === 1 ? 1 : n;
        for (let type = 0; type < types; type++) {
          const own = state[type] ?? 0;
          if (own === 0) continue;
          // Rounding may leave the last type a share of a little more than all.
          const count = left === 0 ? 0 : binomial(rng, left, Math.min(1, own / weight));
          state[type] = count;
          left -= count;
          weight -= own;
        }
        if (left > 0) giveRest(state, left);
        return null;
      },
    };
  },
};

/** Gives what rounding has left over to the last type that lives. */
function giveRest(state: Float64Array, left: number): void {
  const last = state.findLastIndex((count) => count > 0);
  state[Math.max(0, last)]! += left;
}
