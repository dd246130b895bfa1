import type { Family, ParameterSpec } from '../../types.ts';
import { entry, type Vectors } from './model.ts';
import { MOST_DIMENSIONS, vectorStatistics } from './statistics.ts';

const dimensions: ParameterSpec = {
  name: 'd',
  symbol: 'd',
  label: 'Dimensions',
  domain: { min: 1, max: MOST_DIMENSIONS },
  typical: { min: 2, max: MOST_DIMENSIONS },
  default: 10,
  integer: true,
};

const spread: ParameterSpec = {
  name: 'sd',
  symbol: 'σ',
  label: 'Standard deviation in every direction',
  domain: { min: 0, max: Infinity, open: 'min' },
  typical: { min: 0.01, max: 1000 },
  default: 1,
  scale: 'log',
};

/** Rows of d numbers, jointly normal. Named by hand, all directions are alike and the mean is 0. */
export const vectors: Family<Vectors> = {
  id: 'normal-d',
  label: 'Normal in d dimensions',
  kind: 'vectors',
  needs: { values: 2, different: true },
  parameters: [dimensions, spread],
  model({ d = NaN, sd = NaN }) {
    const factor = new Float64Array(d * d);
    for (let i = 0; i < d; i++) factor[i * d + i] = sd;
    return { mean: new Float64Array(d), factor };
  },
  width: ({ mean }) => mean.length,
  statistics: vectorStatistics,
  sample(rng, { mean, factor }, n) {
    const d = mean.length;
    const rows = new Float64Array(n * d);
    rng.fillNormal(rows);
    for (let at = 0; at < rows.length; at += d) {
      // From the last number of the row to the first, so that each still finds what it needs.
      for (let i = d - 1; i >= 0; i--) {
        let sum = mean[i] ?? NaN;
        for (let j = 0; j <= i; j++) sum += entry(factor, d, i, j) * (rows[at + j] ?? NaN);
        rows[at + i] = sum;
      }
    }
    return rows;
  },
};
