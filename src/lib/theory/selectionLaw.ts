import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import { SOURCE_ESTIMATOR, scaleOf } from './scale.ts';

/**
 * A normal model refitted to n curated values of its own. Curation takes their variance times
 * `factor` and leaves their mean: `truncationFactor(c)` where values within c standard deviations
 * are kept, lambda where so much of the variance is sampled. Generation 1 is fitted to the original
 * as it is.
 */
export interface Selecting {
  /** Values in each generation, at least 2. */
  readonly n: number;
  /** Generation, from 1. */
  readonly t: number;
  /** Above 0, and 1 at most. */
  readonly factor: number;
  /** Standard deviation of the original distribution. */
  readonly sigma: number;
  /** Id or alias of the estimator; the source article's if absent. */
  readonly estimator?: string;
}

/**
 * E s_t^2 = sigma^2 c^2 (c^2 f)^(t-1), exactly, c being the estimator's factor: sigma^2 f^(t-1) if
 * the variance is unbiased, for which values need not be normal. For n -> Infinity this is s_t^2
 * itself.
 */
export function varianceOfSelected({ n, t, factor, sigma, estimator }: Selecting): number {
  const square = squareOfScale(n, estimator);
  return sigma * sigma * square * power(square * factor, t - 1);
}

/**
 * Var m_t = (sigma^2 / n) (1 + g + … + g^(t-1)) with g = c^2 f, exactly, since generation i adds f
 * E s_(i-1)^2 / n. For t = Infinity and g < 1 it is sigma^2 / (n (1 - g)): selection holds the mean
 * fast.
 */
export function varianceOfSelectedMean({ n, t, factor, sigma, estimator }: Selecting): number {
  const ratio = squareOfScale(n, estimator) * factor;
  const sum = ratio === 1 ? t : (power(ratio, t) - 1) / (ratio - 1);
  return ((sigma * sigma) / n) * sum;
}

function squareOfScale(n: number, estimator = SOURCE_ESTIMATOR): number {
  const scale = scaleOf(estimator, n);
  return scale * scale;
}

const power = (base: number, exponent: number) => (base === 1 ? 1 : exp(exponent * ln(base)));
