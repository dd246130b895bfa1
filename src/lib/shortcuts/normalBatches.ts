import { asIs } from '../asIs.ts';
import type { NormalEstimator } from '../estimators/normalEstimator.ts';
import type { Centre, Curated, FitFailure, Normal, Params, Regime, Rng } from '../types.ts';
import { planner, type Pooled } from './batchPlans.ts';
import { normalKeyed } from './normalKeyed.ts';
import { rootOfSquares } from '../special/rootOfSquares.ts';
import { SMALLEST_NORMAL } from '../special/smallestNormal.ts';
import { normalState } from './normalState.ts';
import type { Shortcut, ShortcutSteps } from './shortcut.ts';

/** Places in the state: the newest fit, then the pool of what earlier generations kept. */
const MEAN = 0;
const SPREAD = 1;
const POOL = 2;

/** Places in a pool. */
const COUNT = 0;
const POOLED_MEAN = 1;
const SQUARES = 2;
const POOL_SIZE = 3;

/** Generations looked at before a regime is trusted to go on as it began. */
const LOOK_AHEAD = 3;

/**
 * Any regime made of batches of normal values, refitted to their pooled mean and variance. Each
 * batch of c values from N(M, S^2) has a mean of M + (S / sqrt(c)) Z and a sum of squares about it
 * of S^2 C, C being chi-square with c - 1 degrees of freedom and independent of Z (cochran1934).
 * Means and sums of squares of batches, new ones and those kept from before, are pooled (chan1983),
 * so that a generation costs the same however many values it is fitted to. Each batch draws Z, then
 * C.
 *
 * Ends as normalReplace does: with `underflow` or `overflow`, not with `all-equal`; and with
 * `too-few-values` where a single value is weighed by itself.
 */
export const normalBatches: Shortcut = {
  id: 'normal-batches',
  label: 'Means and variances of batches of normal values',
  summary:
    'Draws the mean and the variance of each batch of values and pools them; the values themselves are not drawn.',
  reference: 'cochran1934',
  open({ config, family, regime, estimator, stream, original: real }) {
    const { scale, least } = estimator as Partial<NormalEstimator>;
    if (family.id !== 'normal' || config.source !== undefined || !scale || stream.record !== asIs)
      return null;
    const { n } = config;
    const options = config.regimeOptions ?? {};
    if (!staysNormal(regime, n, options)) return null;
    const { mu, sigma } = real as Normal;
    const original: Centre = { mean: mu, sd: sigma };
    const planOf = planner(regime, n, options, { scale, least });
    const pool = new Float64Array(POOL_SIZE);
    const step: ShortcutSteps['step'] = (state, rng, t) => {
      const { batches, weighs, pooled } = planOf(t);
      if (pooled) return stepPooled(state, rng, pooled, original);
      const alone = batches.length === 1 && state[POOL + COUNT] === 0 && !batches[0]?.keep;
      const model: Centre = { mean: state[MEAN]!, sd: state[SPREAD]! };
      let mean = 0;
      let variance = 0;
      for (let i = 0; i < POOL_SIZE; i++) pool[i] = state[POOL + i]!;
      for (const {
        from,
        count,
        keep,
        weight,
        curation,
        standardError,
        chiSquare,
        own,
        floor,
      } of batches) {
        const source = from === 'real' ? original : model;
        const { mean: centre, sd } = curation
          ? curation.normal!({ model: source, original, options } satisfies Curated)
          : source;
        const found = centre + sd * standardError * rng.normal();
        const chi = chiSquare ? chiSquare(rng) : 0;
        if (alone) {
          // In one step, since the square may underflow where the spread does not.
          const spread = sd * Math.sqrt(own * chi);
          return store(state, found, floor === 0 ? spread : rootOfSquares(spread, floor));
        }
        const squares = sd * sd * chi;
        if (weighs && weight !== 0) {
          if (count < 2) return 'too-few-values';
          mean += weight! * found;
          variance += weight! * squares * own;
          if (floor > 0) variance += weight! * floor * floor;
        } else if (!weighs) {
          addTo(pool, 0, count, found, squares);
          if (keep) addTo(state, POOL, count, found, squares);
        }
      }
      if (!weighs) {
        const all = pool[COUNT]!;
        const factor = scale(all);
        mean = pool[POOLED_MEAN]!;
        variance = (factor * factor * pool[SQUARES]!) / (all - 1);
        if (least) variance += least(all) * least(all);
      }
      return store(state, mean, Math.sqrt(variance));
    };
    return {
      size: POOL + POOL_SIZE,
      ...normalState,
      start(state) {
        state.fill(0);
        state[MEAN] = original.mean;
        state[SPREAD] = original.sd;
      },
      step,
      // A pool that one batch joins in every generation has a quicker loop.
      ...(planOf(LOOK_AHEAD).pooled?.keyed && {
        walkKeyed: normalKeyed(step, true, (t) => planOf(t).pooled?.keyed ?? null),
      }),
    };
  },
};

/**
 * A generation of `accumulate` and its like: the same arithmetic as for any number of batches,
 * without the loop.
 */
function stepPooled(
  state: Float64Array,
  rng: Rng,
  { from, count, standardError, chiSquare, after, gapWeight, perSquares, floorOfAll }: Pooled,
  original: Centre,
): FitFailure | null {
  const real = from === 'real';
  const sd = real ? original.sd : state[SPREAD]!;
  const found = (real ? original.mean : state[MEAN]!) + sd * standardError * rng.normal();
  const squares = chiSquare ? sd * sd * chiSquare(rng) : 0;
  const gap = found - state[POOL + POOLED_MEAN]!;
  const mean = state[POOL + POOLED_MEAN]! + (gap * count) / after;
  const all = state[POOL + SQUARES]! + squares + gap * gap * gapWeight;
  state[POOL + COUNT] = after;
  state[POOL + POOLED_MEAN] = mean;
  state[POOL + SQUARES] = all;
  const spread = perSquares * Math.sqrt(all);
  return store(state, mean, floorOfAll === 0 ? spread : rootOfSquares(spread, floorOfAll));
}

/** Writes the fit, or says why it is none. */
function store(state: Float64Array, mean: number, spread: number): FitFailure | null {
  state[MEAN] = mean;
  state[SPREAD] = spread;
  if (spread < SMALLEST_NORMAL) return 'underflow';
  return spread < Infinity && mean - mean === 0 ? null : 'overflow';
}

/** Adds a batch to the pool that begins at `at`. */
function addTo(pools: Float64Array, at: number, count: number, mean: number, squares: number) {
  const before = pools[at + COUNT]!;
  const all = before + count;
  const gap = mean - pools[at + POOLED_MEAN]!;
  pools[at + COUNT] = all;
  pools[at + POOLED_MEAN]! += (gap * count) / all;
  pools[at + SQUARES]! += squares + gap * gap * ((before * count) / all);
}

/**
 * True if every batch of the regime is one of independent normal values, and all of them are
 * fitted.
 */
function staysNormal(regime: Regime, n: number, options: Params) {
  if (regime.fitted) return false;
  for (let t = 1; t <= LOOK_AHEAD; t++) {
    for (const { curation } of regime.batches({ t, n, options })) {
      if (curation && !curation.normal) return false;
    }
  }
  return true;
}
