import type { Distribution, Family, ParameterSpec } from '../../types.ts';
import { draw } from './draw.ts';
import { countTypes, tableOf, type Categorical } from './model.ts';
import { categoricalStatistics } from './statistics.ts';
import { typeStatistic } from './typeStatistic.ts';

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

/** The shares of real types; of a text its counts, which say besides what occurs once. */
function tableNearest({ shares, sequence }: Distribution): Categorical | null {
  if (!shares) return null;
  return tableOf(sequence ? countTypes(sequence, shares.length) : shares);
}

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
  statisticNamed: typeStatistic,
  nearest: tableNearest,
  shares: ({ counts, total }) => counts.map((count) => count / total),
  sample: (rng, model, n, reweigh) =>
    draw(rng, reweigh ? tableOf(reweigh(model.counts)) : model, n),
};
