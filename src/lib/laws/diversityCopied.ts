import {
  diversityKept,
  diversityKeptByAll,
  diversityMixed,
  diversityMixedAtRest,
} from '../theory/diversity.ts';
import type { CheckedConfig } from '../config.ts';
import type { Law } from './law.ts';

/**
 * The expected diversity, where each sample is copied from the last, where a part of it is real,
 * and where all samples are kept.
 */
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
    if (regime.id === 'fresh-real') {
      const mixed = mixedIn({ config, regime });
      return {
        mean: (t) => original * diversityMixed(mixed, t),
        meanInTheEnd: original * diversityMixedAtRest(mixed),
      };
    }
    if (regime.id !== 'accumulate') return null;
    return { mean: (t) => original * diversityKeptByAll(n, t) };
  },
};

/** How many values of a generation after the first are real, and how many are not. */
function mixedIn({ config, regime }: Pick<CheckedConfig, 'config' | 'regime'>) {
  const batches = regime.batches({ t: 2, n: config.n, options: config.regimeOptions ?? {} });
  const of = (from: 'real' | 'synthetic') =>
    batches.reduce((sum, batch) => sum + (batch.from === from ? batch.count : 0), 0);
  return { real: of('real'), synthetic: of('synthetic') };
}
