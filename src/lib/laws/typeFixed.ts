import { fateOfType } from '../theory/wrightFisher.ts';
import { FEW, shareOf } from './typeLives.ts';
import type { Law } from './law.ts';

/**
 * The chance that one type is the only one left, where each sample is copied from the last: in the
 * end that of its share.
 */
export const typeFixed: Law = {
  id: 'type-fixed',
  label: 'A type is the only one left, as an allele is fixed by drift',
  reference: 'wright1931',
  exact: true,
  statistics: ['only#'],
  open({ config, family, regime, real }, statistic) {
    const share = shareOf(real.shares, statistic);
    if (share === null || family.isSequence || regime.id !== 'replace') return null;
    const { n } = config;
    if (n > FEW) return { meanInTheEnd: share };
    const fate = fateOfType({ n, share });
    return { mean: (k) => fate(k).fixed, meanInTheEnd: share };
  },
};
