import ln from '@stdlib/math-base-special-ln';
import { maximumLikelihood as ofNormal } from '../maximumLikelihood.ts';
import type { NormalEstimator } from '../normalEstimator.ts';
import { unbiasedVariance } from '../unbiasedVariance.ts';
import type { Lognormal } from '../../families/lognormal3.ts';
import type { Estimator, Fit, FitFailure, Normal, Values, WeightedSample } from '../../types.ts';

/**
 * The lognormal is the exponential of a normal: its estimators are the normal's, of the logarithms.
 */
function ofLogarithms(
  described: Omit<Estimator<Lognormal>, 'family' | 'fit'>,
  normal: NormalEstimator,
): Estimator<Lognormal> {
  const renamed = (fit: Fit<Normal>): Fit<Lognormal> =>
    fit.ok ? { ok: true, model: { meanlog: fit.model.mu, sdlog: fit.model.sigma } } : fit;
  return {
    ...described,
    family: 'lognormal',
    fit(values) {
      const logs = logarithms(values);
      return typeof logs === 'string' ? { ok: false, reason: logs } : renamed(normal.fit(logs));
    },
    fitWeighted(samples) {
      const weighed: WeightedSample[] = [];
      for (const { values, weight } of samples) {
        if (weight === 0) continue;
        const logs = logarithms(values);
        if (typeof logs === 'string') return { ok: false, reason: logs };
        weighed.push({ values: logs, weight });
      }
      if (!normal.fitWeighted) throw new Error(`${normal.id} cannot weigh its samples`);
      return renamed(normal.fitWeighted(weighed));
    },
    standardErrors: ({ sdlog }, n) => ({
      meanlog: sdlog / Math.sqrt(n),
      sdlog: sdlog / Math.sqrt(2 * n),
    }),
  };
}

/** The natural logarithms of the values, or why a lognormal cannot be fitted to them. */
function logarithms(values: Values): Float64Array | FitFailure {
  const logs = new Float64Array(values.length);
  let finite = true;
  let positive = true;
  let equal = true;
  for (let i = 0; i < logs.length; i++) {
    const x = values[i]!;
    if (x - x !== 0) finite = false;
    if (!(x > 0)) positive = false;
    if (x !== values[0]) equal = false;
    logs[i] = ln(x);
  }
  if (logs.length < 2) return 'too-few-values';
  if (!finite) return 'not-finite';
  if (equal) return 'all-equal';
  return positive ? logs : 'not-positive';
}

export const lognormalMaximumLikelihood = ofLogarithms(
  {
    id: 'mle',
    work: 4,
    aliases: ['maximum-likelihood'],
    label: 'Maximum likelihood (divide by n)',
    summary: 'Takes mean and standard deviation of the logarithms, the latter with divisor n.',
  },
  ofNormal,
);

export const lognormalUnbiasedScale = ofLogarithms(
  {
    id: 'mle-unbiased-scale',
    work: 4,
    label: 'Unbiased variance of the logarithm (divide by n − 1)',
    summary: 'Takes mean and standard deviation of the logarithms, the latter with divisor n − 1.',
  },
  unbiasedVariance,
);
