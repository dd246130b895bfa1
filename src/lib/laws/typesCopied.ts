import { typesAlive } from '../theory/typesAlive.ts';
import type { Law } from './law.ts';

/** How many types are alive, where each sample is copied from the last, or where all are kept. */
export const typesCopied: Law = {
  id: 'types-alive',
  label: 'Types alive, each token a branching process',
  reference: 'harris1963',
  exact: false,
  statistics: ['types'],
  open({ config, regime, real }) {
    const { shares } = real;
    if (!shares) return null;
    const { n } = config;
    if (regime.id === 'replace')
      return { mean: (k) => Math.max(1, typesAlive({ shares, n, k })), meanInTheEnd: 1 };
    // What the first sample holds is drawn from for ever, and nothing else comes.
    if (regime.id !== 'accumulate') return null;
    const first = typesAlive({ shares, n, k: 1 });
    return { mean: () => first, meanInTheEnd: first };
  },
};
