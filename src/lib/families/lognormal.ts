import type { Family, Params } from '../types.ts';
import { lognormal3, logParameters } from './lognormal3.ts';

const atZero = (params: Params): Params => ({ ...params, threshold: 0 });

/** The lognormal with two parameters: log X is normal. The one with a threshold, at threshold 0. */
export const lognormal: Family = {
  id: 'lognormal',
  label: 'Lognormal',
  parameters: logParameters,
  support: () => lognormal3.support({ threshold: 0 }),
  logPdf: (x, params) => lognormal3.logPdf(x, atZero(params)),
  cdf: (x, params) => lognormal3.cdf(x, atZero(params)),
  quantile: (p, params) => lognormal3.quantile(p, atZero(params)),
  mean: (params) => lognormal3.mean(atZero(params)),
  variance: (params) => lognormal3.variance(atZero(params)),
  sample: (rng, params, n) => lognormal3.sample(rng, atZero(params), n),
};
