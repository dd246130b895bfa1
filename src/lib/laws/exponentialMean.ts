import type { Exponential } from '../families/exponential.ts';
import { expm1, log1p } from '../special/log1pExpm1.ts';
import type { Law } from './law.ts';

/**
 * The mean of an exponential refitted to n of its own values is the last one times a gamma variable
 * of shape n over n: right on average, and of a variance that grows without end.
 */
export const exponentialMean: Law = {
  id: 'exponential-mean',
  label: 'Mean and variance of the fitted mean',
  reference: 'marsaglia2000gamma',
  exact: true,
  statistics: ['mean', 'sd'],
  open({ config, family, regime, estimator, original }) {
    const itself = config.source === undefined && regime.id === 'replace';
    if (family.id !== 'exponential' || !itself || estimator.id !== 'maximum-likelihood')
      return null;
    const { mean } = original as Exponential;
    const { n } = config;
    return {
      mean: () => mean,
      variance: (t) => mean * mean * expm1(t * log1p(1 / n)),
      meanInTheEnd: mean,
    };
  },
};
