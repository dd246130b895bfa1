import { shareOf } from './typeLives.ts';
import type { Law } from './law.ts';

/** How often a type occurs stays what it was on average, where every sample is of n tokens. */
export const countStays: Law = {
  id: 'count-stays',
  label: 'A count stays what it was, on average',
  reference: 'wright1931',
  exact: true,
  statistics: ['count#'],
  open({ config, regime, real }, statistic) {
    const share = shareOf(real.shares, statistic);
    if (share === null || regime.id !== 'replace') return null;
    return { mean: () => config.n * share, meanInTheEnd: config.n * share };
  },
};
