import ln from '@stdlib/math-base-special-ln';
import exp from '@stdlib/math-base-special-exp';
import { expm1, log1p } from '../special/log1pExpm1.ts';
import type { Line, LineFamily, ParameterSpec } from '../types.ts';
import { lineStatistics, parameterStatistic } from './statistics.ts';

const mean: ParameterSpec = {
  name: 'mean',
  symbol: 'μ',
  label: 'Mean',
  domain: { min: 0, max: Infinity, open: 'min' },
  typical: { min: 0.01, max: 1000 },
  default: 10,
  scale: 'log',
};

/** An exponential distribution by its mean, which is its standard deviation too. */
export type Exponential = Readonly<{ mean: number }>;

const line: Line<Exponential> = {
  support: () => ({ min: 0, max: Infinity }),
  logPdf: (x, model) => (x < 0 ? -Infinity : -x / model.mean - ln(model.mean)),
  // Stryker disable next-line EqualityOperator: the long way gives 0 too
  cdf: (x, model) => (x <= 0 ? 0 : -expm1(-x / model.mean)),
  // Stryker disable next-line EqualityOperator: the long way gives 1 too
  upper: (x, model) => (x <= 0 ? 1 : exp(-x / model.mean)),
  quantile: (p, model) => (p >= 0 && p <= 1 ? -model.mean * log1p(-p) : NaN),
  mean: (model) => model.mean,
  variance: (model) => model.mean * model.mean,
};

/** Waiting times without memory: density exp(-x / mean) / mean for x >= 0. */
export const exponential: LineFamily<Exponential> = {
  id: 'exponential',
  label: 'Exponential',
  kind: 'line',
  needs: { values: 1, different: false },
  parameters: [mean],
  model: (params) => params as Exponential,
  statistics: [
    parameterStatistic(mean, 'mean'),
    ...lineStatistics(line).filter(({ name }) => name !== mean.name),
  ],
  line,
  nearest: (real) => (real.line && real.line.mean > 0 ? { mean: real.line.mean } : null),
  sample(rng, model, n) {
    const values = new Float64Array(n);
    // 1 - u is never 0.
    for (let i = 0; i < n; i++) values[i] = -model.mean * ln(1 - rng.uniform());
    return values;
  },
};
