import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import type { Statistic } from '../../types.ts';
import { principalDeviations } from './directions.ts';
import { entry, type Vectors } from './model.ts';

/** The most dimensions that a model of vectors has. */
export const MOST_DIMENSIONS = 20;

/** The natural logarithm of the determinant of the covariance. */
function logDeterminant({ mean, factor }: Vectors): number {
  const d = mean.length;
  let sum = 0;
  for (let i = 0; i < d; i++) sum += 2 * ln(entry(factor, d, i, i));
  return sum;
}

/** The mean of the d variances. */
function meanVariance({ mean, factor }: Vectors): number {
  let sum = 0;
  for (const x of factor) sum += x * x;
  return sum / mean.length;
}

/** The standard deviation in one principal direction, the widest being number 0. */
const direction = (place: number, model: Vectors) => principalDeviations(model)[place] ?? NaN;

export const vectorStatistics: readonly Statistic<Vectors>[] = [
  {
    name: 'typical',
    symbol: 'SD',
    label: 'Typical standard deviation (geometric mean)',
    role: 'spread',
    scale: 'log',
    of: (model) => exp(logDeterminant(model) / (2 * model.mean.length)),
  },
  {
    name: 'widest',
    symbol: 'widest SD',
    label: 'Standard deviation in the widest direction',
    role: 'spread',
    scale: 'log',
    of: (model) => direction(0, model),
  },
  {
    name: 'narrowest',
    symbol: 'narrowest SD',
    label: 'Standard deviation in the narrowest direction',
    role: 'spread',
    scale: 'log',
    of: (model) => direction(model.mean.length - 1, model),
  },
  {
    name: 'trace',
    symbol: 'trace / d',
    label: 'Mean of the variances (trace / d)',
    role: 'spread',
    scale: 'log',
    onlyAsked: true,
    of: meanVariance,
  },
  {
    name: 'logdet',
    symbol: 'log det',
    label: 'Log determinant of the covariance',
    role: 'shape',
    scale: 'linear',
    onlyAsked: true,
    of: logDeterminant,
  },
  ...Array.from({ length: MOST_DIMENSIONS }, (_, place): Statistic<Vectors> => ({
    name: `direction${place + 1}`,
    symbol: `SD ${place + 1}`,
    label: `Standard deviation in principal direction ${place + 1}`,
    role: 'spread',
    scale: 'log',
    onlyAsked: true,
    inSeries: true,
    of: (model) => direction(place, model),
  })),
];
