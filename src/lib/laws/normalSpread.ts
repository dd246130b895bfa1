import { isMultiple } from '../estimators/normalEstimator.ts';
import { quantileOfSd } from '../theory/sdQuantiles.ts';
import type { Normal } from '../types.ts';
import { asIs } from '../asIs.ts';
import type { Law } from './law.ts';

/** The fitted standard deviation of a normal that sees nothing but its own output. */
export const normalSpread: Law = {
  id: 'normal-spread',
  label: 'The standard deviation, log-normal in the long run',
  reference: 'cochran1934',
  exact: false,
  statistics: ['sigma', 'sd'],
  open({ config, family, regime, estimator, stream, original }) {
    const itself = config.source === undefined && stream.record === asIs;
    const known = regime.id === 'replace' && isMultiple(estimator);
    if (family.id !== 'normal' || !known || !itself) return null;
    const { sigma } = original as Normal;
    const { n } = config;
    return {
      quantile: (p, k) => quantileOfSd({ p, n, k, sigma, estimator: estimator.id }),
      meanInTheEnd: NaN,
    };
  },
};
