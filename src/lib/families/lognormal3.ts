import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import { expm1 } from '../special/log1pExpm1.ts';
import type { Family, ParameterSpec } from '../types.ts';
import { normal } from './normal.ts';

const threshold: ParameterSpec = {
  name: 'threshold',
  symbol: 'θ',
  label: 'Threshold',
  domain: { min: -Infinity, max: Infinity },
  typical: { min: -100, max: 100 },
  default: 10,
};

/** The parameters that both lognormal families have. */
export const logParameters: readonly ParameterSpec[] = [
  {
    name: 'meanlog',
    symbol: 'ζ',
    label: 'Mean of the logarithm',
    domain: { min: -Infinity, max: Infinity },
    typical: { min: -2, max: 4 },
    default: 2,
  },
  {
    name: 'sdlog',
    symbol: 'σ',
    label: 'Standard deviation of the logarithm',
    domain: { min: 0, max: Infinity, open: 'min' },
    typical: { min: 0.05, max: 1.5 },
    default: 0.5,
    scale: 'log',
  },
];

const underLog = ({ meanlog, sdlog }: { readonly meanlog?: number; readonly sdlog?: number }) => ({
  mu: meanlog!,
  sigma: sdlog!,
});

/**
 * The three-parameter lognormal: log(X - threshold) is normal with mean `meanlog` and standard
 * deviation `sdlog`, natural logarithm. SAS calls the three theta, zeta and sigma, and "threshold,
 * scale, shape".
 */
export const lognormal3: Family = {
  id: 'lognormal3',
  label: 'Lognormal with threshold',
  parameters: [threshold, ...logParameters],
  support: (params) => ({ min: params.threshold!, max: Infinity, open: 'min' }),
  logPdf(x, params) {
    const above = x - params.threshold!;
    if (!(above > 0)) return above <= 0 ? -Infinity : NaN;
    const y = ln(above);
    return normal.logPdf(y, underLog(params)) - y;
  },
  cdf(x, params) {
    const above = x - params.threshold!;
    if (!(above > 0)) return above <= 0 ? 0 : NaN;
    return normal.cdf(ln(above), underLog(params));
  },
  quantile: (p, params) => params.threshold! + exp(normal.quantile(p, underLog(params))),
  mean: ({ threshold: theta, meanlog, sdlog }) => theta! + exp(meanlog! + (sdlog! * sdlog!) / 2),
  variance({ meanlog, sdlog }) {
    const square = sdlog! * sdlog!;
    return exp(2 * meanlog! + square) * expm1(square);
  },
  sample(rng, params, n) {
    const { threshold: theta } = params;
    const values = normal.sample(rng, underLog(params), n);
    for (let i = 0; i < n; i++) values[i] = theta! + exp(values[i]!);
    return values;
  },
};
