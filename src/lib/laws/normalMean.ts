import { regimeMoments } from '../theory/regimeMoments.ts';
import type { Normal } from '../types.ts';
import type { Law } from './law.ts';

/** The fitted mean of a normal, under every policy whose second moments follow from the last. */
export const normalMean: Law = {
  id: 'normal-mean',
  label: 'Mean and variance of the fitted mean',
  reference: 'cochran1934',
  exact: true,
  statistics: ['mu', 'mean'],
  open({ config, family, original }) {
    if (family.id !== 'normal') return null;
    const found = regimeMoments(config);
    if (!found) return null;
    const { mu } = original as Normal;
    return {
      mean: () => mu,
      variance: (t) => found.varianceOfMean[t - 1] ?? NaN,
      meanInTheEnd: mu,
    };
  },
};
