import type { Line, LineFamily } from '../types.ts';
import {
  lognormal3,
  logParameters,
  logStatistics,
  type Lognormal,
  type Lognormal3,
} from './lognormal3.ts';
import { lineStatistics } from './statistics.ts';

const atZero = (model: Lognormal): Lognormal3 => ({ ...model, threshold: 0 });
const withThreshold = lognormal3.line;

const line: Line<Lognormal> = {
  support: (model) => withThreshold.support(atZero(model)),
  logPdf: (x, model) => withThreshold.logPdf(x, atZero(model)),
  cdf: (x, model) => withThreshold.cdf(x, atZero(model)),
  upper: (x, model) => withThreshold.upper(x, atZero(model)),
  quantile: (p, model) => withThreshold.quantile(p, atZero(model)),
  mean: (model) => withThreshold.mean(atZero(model)),
  variance: (model) => withThreshold.variance(atZero(model)),
};

/** The lognormal with two parameters: log X is normal. The one with a threshold, at threshold 0. */
export const lognormal: LineFamily<Lognormal> = {
  id: 'lognormal',
  label: 'Lognormal',
  kind: 'line',
  needs: { values: 2, different: true },
  parameters: logParameters,
  model: (params) => params as Lognormal,
  statistics: [...logStatistics, ...lineStatistics(line)],
  line,
  sample: (rng, model, n) => lognormal3.sample(rng, atZero(model), n),
};
