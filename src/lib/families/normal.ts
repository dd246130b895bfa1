import ln from '@stdlib/math-base-special-ln';
import { standardCdf, standardLogPdf } from '../special/standardNormal.ts';
import { standardQuantile } from '../special/standardNormalQuantile.ts';
import type { Line, LineFamily, Normal, ParameterSpec } from '../types.ts';
import { lineStatistics, parameterStatistic } from './statistics.ts';

const mean: ParameterSpec = {
  name: 'mu',
  symbol: 'μ',
  label: 'Mean',
  domain: { min: -Infinity, max: Infinity },
  typical: { min: -1000, max: 1000 },
  default: 125,
  inWords: true,
};

const standardDeviation: ParameterSpec = {
  name: 'sigma',
  symbol: 'σ',
  label: 'Standard deviation',
  domain: { min: 0, max: Infinity, open: 'min' },
  typical: { min: 0.01, max: 1000 },
  default: 30,
  scale: 'log',
  inWords: true,
};

const standardised = (x: number, { mu, sigma }: Normal) => (x - mu) / sigma;

const line: Line<Normal> = {
  support: () => ({ min: -Infinity, max: Infinity }),
  logPdf: (x, model) => standardLogPdf(standardised(x, model)) - ln(model.sigma),
  cdf: (x, model) => standardCdf(standardised(x, model)),
  // Reflected at the mean: published tables have these digits.
  upper: (x, model) => line.cdf(2 * model.mu - x, model),
  quantile: (p, { mu, sigma }) => mu + sigma * standardQuantile(p),
  mean: ({ mu }) => mu,
  variance: ({ sigma }) => sigma * sigma,
};

/** The normal distribution with mean mu and standard deviation sigma. */
export const normal: LineFamily<Normal> = {
  id: 'normal',
  label: 'Normal',
  kind: 'line',
  needs: { values: 2, different: true },
  parameters: [mean, standardDeviation],
  model: (params) => params as Normal,
  statistics: [
    parameterStatistic(mean, 'mean'),
    parameterStatistic(standardDeviation, 'spread'),
    ...lineStatistics(line),
  ],
  line,
  nearest: ({ line: real }) =>
    real && real.variance > 0 && real.variance < Infinity
      ? { mu: real.mean, sigma: Math.sqrt(real.variance) }
      : null,
  sample(rng, { mu, sigma }, n) {
    const values = new Float64Array(n);
    rng.fillNormal(values);
    // Stryker disable next-line EqualityOperator: there is nothing beyond the end
    for (let i = 0; i < n; i++) values[i] = mu + sigma * values[i]!;
    return values;
  },
};
