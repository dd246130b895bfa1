import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import { expm1 } from '../special/log1pExpm1.ts';
import type { Line, LineFamily, Normal, ParameterSpec } from '../types.ts';
import { normal } from './normal.ts';
import { lineStatistics, parameterStatistic } from './statistics.ts';

const edge: ParameterSpec = {
  name: 'threshold',
  symbol: 'θ',
  label: 'Threshold',
  domain: { min: -Infinity, max: Infinity },
  typical: { min: -100, max: 100 },
  default: 10,
};

const meanOfLog: ParameterSpec = {
  name: 'meanlog',
  symbol: 'ζ',
  label: 'Mean of the logarithm',
  domain: { min: -Infinity, max: Infinity },
  typical: { min: -2, max: 4 },
  default: 2,
};

const sdOfLog: ParameterSpec = {
  name: 'sdlog',
  symbol: 'σ',
  label: 'Standard deviation of the logarithm',
  domain: { min: 0, max: Infinity, open: 'min' },
  typical: { min: 0.05, max: 1.5 },
  default: 0.5,
  scale: 'log',
};

/** A lognormal that begins at 0: mean and standard deviation of the logarithm. */
export type Lognormal = Readonly<{ meanlog: number; sdlog: number }>;

/** A lognormal that begins at a threshold. */
export type Lognormal3 = Lognormal & Readonly<{ threshold: number }>;

/** The parameters that both lognormal families have, and the same as statistics. */
export const logParameters: readonly ParameterSpec[] = [meanOfLog, sdOfLog];
export const logStatistics = [
  parameterStatistic(meanOfLog, 'mean'),
  parameterStatistic(sdOfLog, 'spread'),
] as const;

const logarithm = ({ meanlog, sdlog }: Lognormal): Normal => ({ mu: meanlog, sigma: sdlog });

const line: Line<Lognormal3> = {
  support: ({ threshold }) => ({ min: threshold, max: Infinity, open: 'min' }),
  logPdf(x, model) {
    const above = x - model.threshold;
    if (!(above > 0)) return above <= 0 ? -Infinity : NaN;
    const y = ln(above);
    return normal.line.logPdf(y, logarithm(model)) - y;
  },
  cdf(x, model) {
    const above = x - model.threshold;
    if (!(above > 0)) return above <= 0 ? 0 : NaN;
    return normal.line.cdf(ln(above), logarithm(model));
  },
  upper(x, model) {
    const above = x - model.threshold;
    if (!(above > 0)) return above <= 0 ? 1 : NaN;
    return normal.line.upper(ln(above), logarithm(model));
  },
  quantile: (p, model) => model.threshold + exp(normal.line.quantile(p, logarithm(model))),
  mean: ({ threshold, meanlog, sdlog }) => threshold + exp(meanlog + (sdlog * sdlog) / 2),
  variance({ meanlog, sdlog }) {
    const square = sdlog * sdlog;
    return exp(2 * meanlog + square) * expm1(square);
  },
};

/**
 * The three-parameter lognormal: log(X - threshold) is normal with mean `meanlog` and standard
 * deviation `sdlog`, natural logarithm. SAS calls the three theta, zeta and sigma, and "threshold,
 * scale, shape".
 */
export const lognormal3: LineFamily<Lognormal3> = {
  id: 'lognormal3',
  label: 'Lognormal with threshold',
  kind: 'line',
  needs: { values: 3, different: true },
  parameters: [edge, ...logParameters],
  model: (params) => params as Lognormal3,
  statistics: [parameterStatistic(edge, 'mean'), ...logStatistics, ...lineStatistics(line)],
  line,
  sample(rng, model, n) {
    const { threshold } = model;
    const values = normal.sample(rng, logarithm(model), n);
    // Stryker disable next-line EqualityOperator: there is nothing beyond the end
    for (let i = 0; i < n; i++) values[i] = threshold + exp(values[i]!);
    return values;
  },
};
