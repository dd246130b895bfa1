import { estimatorFor } from '../estimators/index.ts';
import { isMultiple } from '../estimators/normalEstimator.ts';

/** The estimator that the source article uses, and the default wherever one may be named. */
export const SOURCE_ESTIMATOR = 'unbiased-variance';

/**
 * What an estimator of the normal family, by id or alias, makes of the standard deviation with
 * divisor n - 1: the factor c(n). Throws if the id is unknown or the estimator is not such a
 * multiple.
 */
export function scaleOf(estimator: string, n: number): number {
  const found = estimatorFor('normal', estimator);
  if (!isMultiple(found)) throw new Error(`no closed form for the estimator: ${estimator}`);
  return found.scale(n);
}
