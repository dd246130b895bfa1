import { entryAt } from '../entryAt.ts';
import { asIs } from '../asIs.ts';
import { checkConfig } from '../config.ts';
import type { NormalEstimator } from '../estimators/normalEstimator.ts';
import type { Batch, Normal, Params, RunConfig } from '../types.ts';

/**
 * What is exactly known of generation 1 to `generations` of a normal run, entry t - 1 belonging to
 * generation t.
 */
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
  readonly pool: Pool;
}

/**
 * Values kept so far: E p^2 of their mean p, E (m - p)^2, and the mean of their sum of squares
 * about p.
 */
interface Pool {
  readonly count: number;
  readonly mean: number;
  readonly gap: number;
  readonly squares: number;
}

/**
 * Var m_t and E s_t^2 of a normal model under any regime, exactly, for every n and every estimator
 * that multiplies the standard deviation by a factor, with a least spread or without. Null where
 * they do not follow from those of generation t - 1: for other families, for estimators of another
 * kind, for a curation whose effect on the variance is not a fixed factor, and for a stream that
 * rounds.
 *
 * The fitted mean is a weighted mean of batch means, the fitted variance a quadratic form in the
 * values; given the past both have expectations that are linear in m^2, s^2, p^2 and (m - p)^2, p
 * being the mean of the values kept. So the second moments obey a linear recursion, which is run
 * here. Sums of squares are taken within batches and between their means (chan1983), so that a
 * spread keeps its digits however small it is beside Var m. Of `fitted` values picked at random
 * from N without replacement the mean has the variance S^2 (1 / fitted - 1 / N) about theirs, and E
 * s^2 is S^2 with divisor N - 1 (cochran1977).
 */
export function regimeMoments(asked: RunConfig): RegimeMoments | null {
  const { config, family, estimator, regime, stream, original } = checkConfig(asked);
  const { scale, least } = estimator as Partial<NormalEstimator>;
  if (family.id !== 'normal' || config.source !== undefined || !scale || stream.record !== asIs)
    return null;
  const { n, generations } = config;
  const options = config.regimeOptions ?? {};
  const varianceOfMean = new Float64Array(generations);
  const meanOfVariance = new Float64Array(generations);
  const { sigma } = original as Normal;
  const real = sigma * sigma;
  let state: State = {
    mean: 0,
    spread: real,
    pool: { count: 0, mean: 0, gap: 0, squares: 0 },
  };
  for (let t = 1; t <= generations; t++) {
    const settings = { t, n, options };
    const batches = regime.batches(settings).filter(({ count }) => count > 0);
    const factors: number[] = [];
    for (const batch of batches) {
      const factor = factorOf(batch, options);
      if (factor === null) return null;
      factors.push(factor);
    }
    // A single value that is weighed by itself has no spread, and the run no fit.
    if (batches.some(({ count, weight = 0 }) => weight > 0 && count < 2)) return null;
    const sources = batches.map((batch, i): Source => ({
      ...batch,
      // The square of the centre and the variance of the values about it.
      centre: batch.from === 'real' ? 0 : 1,
      variance: batch.from === 'real' ? real : state.spread * entryAt(factors, i),
    }));
    state = next(state, sources, { scale, least }, regime.fitted?.(settings));
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

/** What an estimator makes of the standard deviation. */
type Spread = Pick<NormalEstimator, 'scale' | 'least'>;

function next(state: State, batches: readonly Source[], estimator: Spread, asked?: number): State {
  if (batches.some(({ weight }) => weight !== undefined)) return weighed(state, batches, estimator);
  const pool: Group = { count: state.pool.count, centre: 'pool', noise: 0, keep: true };
  const groups = batches
    .map(({ count, centre, variance, keep = false }): Group => ({
      count,
      centre: centre === 1 ? 'model' : 'real',
      noise: variance / count,
      keep,
    }))
    .concat(pool.count > 0 ? pool : []);
  const all = pooled(state, groups);
  const kept = pooled(
    state,
    groups.filter(({ keep }) => keep),
  );
  const fitted = Math.min(asked ?? all.count, all.count);
  const sampleVariance = all.squares / (all.count - 1);
  const picked = sampleVariance * (1 / fitted - 1 / all.count);
  // The fitted mean less that of what is kept is a contrast of the groups' means: its parts add up
  // to 0.
  const partOf = ({ count, keep }: Group) =>
    count / all.count - (keep && kept.count > 0 ? count / kept.count : 0);
  const factor = estimator.scale(fitted);
  const floor = estimator.least?.(fitted) ?? 0;
  let gap = picked;
  if (kept.count > 0) {
    forPairs(groups, (a, b) => (gap -= partOf(a) * partOf(b) * apart(state, a, b)));
  }
  return {
    mean: all.mean + picked,
    spread: factor * factor * sampleVariance + floor * floor,
    pool: { ...kept, gap },
  };
}

/** Values whose mean is that of its centre plus noise. */
interface Group {
  readonly count: number;
  readonly centre: 'pool' | 'model' | 'real';
  /** Variance of their mean about the centre. */
  readonly noise: number;
  readonly keep: boolean;
}

/**
 * Some groups taken together: how many values, E of their mean squared, and of their sum of squares
 * about it.
 */
function pooled(state: State, groups: readonly Group[]) {
  const { mean, pool } = state;
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  if (count === 0) return { count, mean: 0, squares: 0 };
  let [noise, squares, fromPool, fromModel] = [0, 0, 0, 0];
  for (const group of groups) {
    const part = group.count / count;
    noise += part * part * group.noise;
    if (group.centre === 'pool') {
      squares += pool.squares;
      fromPool += part;
    } else {
      squares += (group.count - 1) * group.count * group.noise;
      if (group.centre === 'model') fromModel += part;
    }
  }
  forPairs(groups, (a, b) => {
    squares += ((a.count * b.count) / count) * apart(state, a, b);
  });
  const cross = (mean + pool.mean - pool.gap) / 2;
  return {
    count,
    mean:
      fromPool * fromPool * pool.mean +
      2 * fromPool * fromModel * cross +
      fromModel * fromModel * mean +
      noise,
    squares,
  };
}

/** Mean square of the distance between the means of two groups. */
function apart({ mean, pool }: State, a: Group, b: Group): number {
  const centres = new Set([a.centre, b.centre]);
  let square = 0;
  if (centres.size === 2) {
    if (!centres.has('real')) square = pool.gap;
    else square = centres.has('pool') ? pool.mean : mean;
  }
  return square + a.noise + b.noise;
}

function forPairs(groups: readonly Group[], each: (a: Group, b: Group) => void): void {
  for (const [j, b] of groups.entries()) for (const a of groups.slice(0, j)) each(a, b);
}

/** Batches with weights, each fitted by itself: nothing is kept. */
function weighed(state: State, batches: readonly Source[], estimator: Spread): State {
  let fromModel = 0;
  let noise = 0;
  let spread = 0;
  for (const { weight = 0, count, centre, variance } of batches) {
    if (weight === 0) continue;
    fromModel += weight * centre;
    noise += (weight * weight * variance) / count;
    const factor = estimator.scale(count);
    const floor = estimator.least?.(count) ?? 0;
    spread += weight * factor * factor * variance;
    if (floor > 0) spread += weight * floor * floor;
  }
  return { mean: fromModel * fromModel * state.mean + noise, spread, pool: state.pool };
}
