import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import { standardQuantile } from '../special/standardNormalQuantile.ts';
import { driftOfLogSd } from './drift.ts';
import { logVariance } from '../special/logSd.ts';
import { SOURCE_ESTIMATOR, scaleOf } from './scale.ts';

/** A normal model of which generation i is fitted to sizes[i - 1] values of the model before. */
export interface Replacing {
  /** At least 2 each; `replacingSizes` gives those of a regime. Generation t is the last one. */
  readonly sizes: readonly number[];
  /** Standard deviation of the original distribution. */
  readonly sigma: number;
  /** Id or alias of the estimator; the source article's if absent. */
  readonly estimator?: string;
}

/** What is known of the last generation; natural logarithms. */
export interface Replaced {
  readonly meanOfLogSd: number;
  readonly varianceOfLogSd: number;
  /** In squared units of sigma. */
  readonly varianceOfMean: number;
  readonly meanOfVariance: number;
}

/**
 * Exact moments after the first, the first two, … of these sizes. log s_t is log sigma plus
 * independent terms, so that their means and their variances add up (cochran1934; `logSd.ts`), and
 * Var m_t is the sum of E s_(i-1)^2 / n_i. Throws a RangeError for a size below 2.
 */
export function* growingPath({
  sizes,
  sigma,
  estimator = SOURCE_ESTIMATOR,
}: Replacing): Generator<Replaced> {
  let { meanOfLogSd, varianceOfLogSd, varianceOfMean, meanOfVariance } = unchanged(sigma);
  for (const n of sizes) {
    meanOfLogSd += driftOfLogSd({ n, estimator });
    varianceOfLogSd += logVariance(n);
    varianceOfMean += meanOfVariance / n;
    const scale = scaleOf(estimator, n);
    meanOfVariance *= scale * scale;
    yield { meanOfLogSd, varianceOfLogSd, varianceOfMean, meanOfVariance };
  }
}

/** The same after all of them. No sizes leave the original itself. */
export function growingLaw(replacing: Replacing): Replaced {
  let law = unchanged(replacing.sigma);
  for (const next of growingPath(replacing)) law = next;
  return law;
}

const unchanged = (sigma: number): Replaced => ({
  meanOfLogSd: ln(sigma),
  varianceOfLogSd: 0,
  varianceOfMean: 0,
  meanOfVariance: sigma * sigma,
});

/**
 * The value that s_t stays below with probability p (0 < p < 1), in the log-normal approximation,
 * as `quantileOfSd` has it for sizes that are all the same; in the unit of sigma.
 */
export function quantileOfGrowing({ p, ...replacing }: Replacing & { readonly p: number }): number {
  const { meanOfLogSd, varianceOfLogSd } = growingLaw(replacing);
  return exp(meanOfLogSd + Math.sqrt(varianceOfLogSd) * standardQuantile(p));
}
