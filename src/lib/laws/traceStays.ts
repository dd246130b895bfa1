import { accumulatedBy } from '../theory/accumulateLaw.ts';
import { diversityKept } from '../theory/diversity.ts';
import { originalStatistic } from '../original.ts';
import type { Law } from './law.ts';

/** The mean of the variances stays what it was, on average, with divisor n - 1. */
export const traceStays: Law = {
  id: 'trace-stays',
  label: 'Mean of the variances',
  reference: 'cochran1934',
  exact: true,
  statistics: ['trace'],
  open(checked) {
    const { config, family, regime, estimator } = checked;
    const unbiased = estimator.id === 'unbiased-covariance';
    if (family.kind !== 'vectors' || config.source !== undefined) return null;
    const before = originalStatistic(checked, 'trace');
    const { n } = config;
    if (regime.id === 'replace')
      return { mean: (t) => (unbiased ? before : before * diversityKept(n, t)) };
    if (regime.id !== 'accumulate') return null;
    // Each direction by itself is a normal in one dimension.
    const name = unbiased ? 'unbiased-variance' : 'maximum-likelihood';
    return { mean: (t) => before * accumulatedBy({ n, estimator: name, t }).meanOfVariance };
  },
};
