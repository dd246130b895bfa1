import { driftOfLogDeterminant, varianceOfLogDeterminant } from '../theory/manyDirections.ts';
import { originalStatistic } from '../original.ts';
import type { Law } from './law.ts';

/** The logarithm of the determinant falls by the same amount on average in every generation. */
export const logDeterminant: Law = {
  id: 'log-determinant',
  label: 'Log determinant of the covariance',
  reference: 'bartlett1933',
  exact: true,
  statistics: ['logdet'],
  open(checked) {
    const { config, family, regime, estimator, real } = checked;
    const itself = config.source === undefined && regime.id === 'replace';
    if (family.kind !== 'vectors' || !itself || config.n <= real.width) return null;
    const directions = {
      d: real.width,
      n: config.n,
      divisor: estimator.id === 'maximum-likelihood' ? 'n' : 'n - 1',
    } as const;
    const before = originalStatistic(checked, 'logdet');
    return {
      mean: (t) => before + t * driftOfLogDeterminant(directions),
      variance: (t) => t * varianceOfLogDeterminant(directions),
      meanInTheEnd: -Infinity,
    };
  },
};
