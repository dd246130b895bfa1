import type { Family, ParameterSpec } from '../../types.ts';
import { draw } from './draw.ts';
import { tableOf, type Categorical } from './model.ts';
import { categoricalStatistics } from './statistics.ts';

const types: ParameterSpec = {
  name: 'equal',
  symbol: 'K',
  label: 'Types, all equally common',
  domain: { min: 2, max: 100_000 },
  typical: { min: 2, max: 1_000 },
  default: 10,
  integer: true,
  scale: 'log',
};

/**
 * Words, alleles, traits: a model is a table of how often each type occurs. A type that a sample
 * misses has the share 0, and never comes back.
 */
export const categorical: Family<Categorical> = {
  id: 'categorical',
  label: 'Categories',
  kind: 'categories',
  needs: { values: 1, different: false },
  parameters: [types],
  model: ({ equal }) => tableOf(new Float64Array(equal ?? 0).fill(1)),
  statistics: categoricalStatistics,
  nearest: ({ shares }) => (shares ? tableOf(shares) : null),
  shares: ({ counts, total }) => counts.map((count) => count / total),
  sample: draw,
};
