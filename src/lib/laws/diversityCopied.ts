import { diversityKept, diversityKeptByAll } from '../theory/diversity.ts';
import type { Law } from './law.ts';

/** The expected diversity, where each sample is copied from the last, or where all are kept. */
export const diversityCopied: Law = {
  id: 'diversity',
  label: 'Diversity: chance that two draws differ',
  reference: 'wright1931',
  exact: true,
  statistics: ['diversity'],
  open({ config, family, regime, real }) {
    const { shares } = real;
    // In a sequence two draws depend on each other.
    if (!shares || family.isSequence) return null;
    const original = 1 - shares.reduce((sum, share) => sum + share * share, 0);
    const { n } = config;
    if (regime.id === 'replace')
      return { mean: (t) => original * diversityKept(n, t), meanInTheEnd: 0 };
    if (regime.id !== 'accumulate') return null;
    return { mean: (t) => original * diversityKeptByAll(n, t) };
  },
};
