import ln from '@stdlib/math-base-special-ln';
import { maximumLikelihood as ofNormal } from '../maximumLikelihood.ts';
import type { NormalEstimator } from '../normalEstimator.ts';
import { unbiasedVariance } from '../unbiasedVariance.ts';
import type { Estimator } from '../../types.ts';

/** The lognormal is the exponential of a normal: its estimators are the normal's, of the logarithms. */
function ofLogarithms(
  described: Omit<Estimator, 'family' | 'fit'>,
  normal: NormalEstimator,
): Estimator {
  return {
    ...described,
    family: 'lognormal',
    fit(values) {
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
      if (logs.length < 2) return { ok: false, reason: 'too-few-values' };
      if (!finite) return { ok: false, reason: 'not-finite' };
      if (equal) return { ok: false, reason: 'all-equal' };
      if (!positive) return { ok: false, reason: 'not-positive' };
      const fit = normal.fit(logs);
      if (!fit.ok) return fit;
      return { ok: true, params: { meanlog: fit.params.mu!, sdlog: fit.params.sigma! } };
    },
    standardErrors: ({ sdlog }, n) => ({
      meanlog: sdlog! / Math.sqrt(n),
      sdlog: sdlog! / Math.sqrt(2 * n),
    }),
  };
}

export const lognormalMaximumLikelihood = ofLogarithms(
  {
    id: 'mle',
    aliases: ['maximum-likelihood'],
    label: 'Maximum likelihood (divide by n)',
    summary: 'Takes mean and standard deviation of the logarithms, the latter with divisor n.',
  },
  ofNormal,
);

export const lognormalUnbiasedScale = ofLogarithms(
  {
    id: 'mle-unbiased-scale',
    label: 'Unbiased variance of the logarithm (divide by n − 1)',
    summary: 'Takes mean and standard deviation of the logarithms, the latter with divisor n − 1.',
  },
  unbiasedVariance,
);
