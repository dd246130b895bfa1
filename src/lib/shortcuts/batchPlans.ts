import { entryAt } from '../entryAt.ts';
import type { NormalEstimator } from '../estimators/normalEstimator.ts';
import type { Batch, Params, Regime } from '../types.ts';
import { chiSquareSampler } from './chiSquareSampler.ts';
import { keyedConstants, type KeyedConstants } from './normalKeyed.ts';

/** A batch with its constants worked out. */
interface Plan extends Batch {
  readonly standardError: number;
  readonly chiSquare: ReturnType<typeof chiSquareSampler> | null;
  /**
   * What multiplies the batch's own sum of squares to give the estimator's variance, where the
   * batch is weighed.
   */
  readonly own: number;
  /** The estimator's least spread for a batch that is fitted by itself. */
  readonly floor: number;
}

export interface GenerationPlan {
  readonly batches: readonly Plan[];
  /** Where one batch is all that is new, and stays: the quick way. */
  readonly pooled: Pooled | null;
  /** Whether the batches are weighed. */
  readonly weighs: boolean;
}

/** A single batch that joins the pool, with what both counts decide. */
export interface Pooled extends Plan {
  /** Values in the pool afterwards. */
  readonly after: number;
  /** What the squared gap between the means of pool and batch adds to the sum of squares. */
  readonly gapWeight: number;
  /** What multiplies the root of the pooled sum of squares to give the spread. */
  readonly perSquares: number;
  /** The estimator's least spread for the pool. */
  readonly floorOfAll: number;
  /**
   * For the quick loop; null for the first generation, which is real, for batches of two values,
   * and where there is a least spread.
   */
  readonly keyed: KeyedConstants | null;
}

function pooledWith(plan: Plan, before: number, after: number, { scale, least }: Spread): Pooled {
  const { count, from, standardError } = plan;
  const gapWeight = (before * count) / after;
  const perSquares = scale(after) / Math.sqrt(after - 1);
  const floorOfAll = least?.(after) ?? 0;
  const keyed =
    from === 'synthetic' && count > 2 && floorOfAll === 0
      ? keyedConstants(count - 1, {
          standardError,
          perDegree: NaN,
          count,
          after,
          gapWeight,
          perSquares,
        })
      : null;
  return { ...plan, after, gapWeight, perSquares, floorOfAll, keyed };
}

/** What an estimator makes of the standard deviation. */
type Spread = Pick<NormalEstimator, 'scale' | 'least'>;

/** The plan of generation t, worked out once for all replicates. */
export function planner(
  regime: Regime,
  n: number,
  options: Params,
  spread: Spread,
): (t: number) => GenerationPlan {
  const plans: GenerationPlan[] = [];
  /** Values kept by the end of generation t, entry t. */
  const kept: number[] = [0];
  const samplers = new Map<number, ReturnType<typeof chiSquareSampler>>();
  const chiSquareFor = (degrees: number) => {
    if (degrees < 1) return null;
    const known = samplers.get(degrees);
    if (known) return known;
    const sampler = chiSquareSampler(degrees);
    samplers.set(degrees, sampler);
    return sampler;
  };
  const planOf = (t: number): GenerationPlan => {
    const batches = regime
      .batches({ t, n, options })
      .filter(({ count }) => count > 0)
      .map((batch): Plan => {
        const { count } = batch;
        const factor = count > 1 ? spread.scale(count) : NaN;
        return {
          ...batch,
          standardError: 1 / Math.sqrt(count),
          chiSquare: chiSquareFor(count - 1),
          own: (factor * factor) / (count - 1),
          floor: (count > 1 && spread.least?.(count)) || 0,
        };
      });
    const before = entryAt(kept, t - 1);
    kept[t] = batches.reduce((sum, { keep, count }) => sum + (keep ? count : 0), before);
    const [only] = batches;
    const quick = only && batches.length === 1 && only.keep && !only.curation;
    const after = kept[t];
    return {
      batches,
      pooled: quick && after > 1 ? pooledWith(only, before, after, spread) : null,
      weighs: batches.some(({ weight }) => weight !== undefined),
    };
  };
  return (t) => {
    // In order, since what is kept adds up.
    for (let next = plans.length || 1; next <= t; next++) plans[next] = planOf(next);
    return entryAt(plans, t);
  };
}
