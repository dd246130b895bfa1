import { checkConfig } from '../config.ts';
import type { NormalEstimator } from '../estimators/normalEstimator.ts';
import type { Batch, Params, RunConfig } from '../types.ts';

/** What is exactly known of generation 1 to `generations` of a normal run, entry t - 1 belonging to generation t. */
export interface RegimeMoments {
  /** Var m_t over all runs, in squared units of x. */
  readonly varianceOfMean: Float64Array;
  /** E s_t^2 over all runs. */
  readonly meanOfVariance: Float64Array;
}

/** Second moments of one generation, about the original mean. */
interface State {
  /** E m^2, of the fitted mean. */
  readonly mean: number;
  /** E s^2, of the fitted spread. */
  readonly spread: number;
  /** Values kept so far; of their mean p E p^2 and E m p, and of the values themselves E x^2. */
  readonly pool: {
    readonly count: number;
    readonly mean: number;
    readonly cross: number;
    readonly square: number;
  };
}

/**
 * Var m_t and E s_t^2 of a normal model under any regime, exactly, for every n and every estimator that multiplies the
 * standard deviation by a factor. Null where they do not follow from those of generation t - 1: for other families, for
 * estimators of another kind, for a curation whose effect on the variance is not a fixed factor, and for a stream that rounds.
 *
 * The fitted mean is a weighted mean of batch means, the fitted variance a quadratic form in the values; given the past
 * both have expectations that are linear in m^2, s^2, p^2 and m p, p being the mean of the values kept. So the
 * second moments obey a linear recursion, which is run here. Of `fitted` values picked at random from N without
 * replacement the mean has the variance S^2 (1 / fitted - 1 / N) about theirs, and E s^2 is S^2 with divisor N - 1 (cochran1977).
 */
export function regimeMoments(asked: RunConfig): RegimeMoments | null {
  const { config, family, estimator, regime } = checkConfig(asked);
  const { scale } = estimator as Partial<NormalEstimator>;
  if (family.id !== 'normal' || !scale) return null;
  const { n, generations } = config;
  const options = config.regimeOptions ?? {};
  const varianceOfMean = new Float64Array(generations);
  const meanOfVariance = new Float64Array(generations);
  const real = config.truth.sigma! * config.truth.sigma!;
  let state: State = {
    mean: 0,
    spread: real,
    pool: { count: 0, mean: 0, cross: 0, square: 0 },
  };
  for (let t = 1; t <= generations; t++) {
    const settings = { t, n, options };
    const batches = regime.batches(settings).filter(({ count }) => count > 0);
    if (batches.some((batch) => factorOf(batch, options) === null)) return null;
    const sources = batches.map((batch): Source => ({
      ...batch,
      // The square of the centre and the variance of the values about it.
      centre: batch.from === 'real' ? 0 : 1,
      variance: batch.from === 'real' ? real : state.spread * factorOf(batch, options)!,
    }));
    state = next(state, sources, scale, regime.fitted?.(settings));
    varianceOfMean[t - 1] = state.mean;
    meanOfVariance[t - 1] = state.spread;
  }
  return { varianceOfMean, meanOfVariance };
}

/** What curation makes of a model's variance; null if that is no fixed factor. */
function factorOf({ curation }: Batch, options: Params): number | null {
  if (!curation) return 1;
  return curation.varianceFactor?.(options) ?? null;
}

/** A batch with what its values come from: 1 if from the model, and their variance. */
interface Source extends Batch {
  readonly centre: 0 | 1;
  readonly variance: number;
}

function next(
  state: State,
  batches: readonly Source[],
  scale: NormalEstimator['scale'],
  asked?: number,
): State {
  const { pool } = state;
  if (batches.some(({ weight }) => weight !== undefined)) return weighed(state, batches, scale);
  const kept = batches.filter(({ keep }) => keep);
  const all = pooled(state, batches);
  const keptPool = pooled(state, kept);
  const fitted = Math.min(asked ?? all.count, all.count);
  const sampleVariance = (all.count / (all.count - 1)) * (all.square - all.mean);
  const factor = scale(fitted);
  let cross = 0;
  if (keptPool.count > 0) {
    cross =
      all.pool * keptPool.pool * pool.mean +
      (all.pool * keptPool.model + all.model * keptPool.pool) * pool.cross +
      all.model * keptPool.model * state.mean;
    for (const { count, variance } of kept)
      cross += (count / all.count / keptPool.count) * variance;
  }
  return {
    mean: all.mean + sampleVariance * (1 / fitted - 1 / all.count),
    spread: factor * factor * sampleVariance,
    pool: { count: keptPool.count, mean: keptPool.mean, cross, square: keptPool.square },
  };
}

/** The pool and some batches taken together: the shares of the pool and of the model in their mean, and moments. */
function pooled({ mean, pool }: State, batches: readonly Source[]) {
  const count = batches.reduce((sum, batch) => sum + batch.count, pool.count);
  let noise = 0;
  let square = pool.count * pool.square;
  let fromModel = 0;
  for (const batch of batches) {
    noise += (batch.count / count / count) * batch.variance;
    square += batch.count * (batch.centre * mean + batch.variance);
    fromModel += batch.centre * batch.count;
  }
  const a = count > 0 ? pool.count / count : 0;
  const b = count > 0 ? fromModel / count : 0;
  return {
    count,
    pool: a,
    model: b,
    mean: a * a * pool.mean + 2 * a * b * pool.cross + b * b * mean + noise,
    square: count > 0 ? square / count : 0,
  };
}

/** Batches with weights, each fitted by itself: nothing is kept. */
function weighed(state: State, batches: readonly Source[], scale: NormalEstimator['scale']): State {
  let fromModel = 0;
  let noise = 0;
  let spread = 0;
  for (const { weight = 0, count, centre, variance } of batches) {
    if (weight === 0) continue;
    const factor = scale(count);
    fromModel += weight * centre;
    noise += (weight * weight * variance) / count;
    spread += weight * factor * factor * variance;
  }
  return { mean: fromModel * fromModel * state.mean + noise, spread, pool: state.pool };
}
