import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import type { Lognormal3 } from '../../families/lognormal3.ts';
import type { Fit } from '../../types.ts';
import { log1p } from '../../special/log1pExpm1.ts';
import { lognormal3Estimator } from './estimator.ts';
import { onlyTheLimit } from './fromThreshold.ts';
import { momentStart } from './localMaximum.ts';
import type { Standardised } from './standardised.ts';

/** Mean, variance and skewness of the sample are those of the lognormal; divisor n. */
export const byMoments = lognormal3Estimator({
  id: 'moments',
  work: 2.5,
  label: 'Moments',
  summary: 'Gives the lognormal the mean, the variance and the skewness of the values.',
  rough: true,
  fit: (sample) => matched(sample, 1),
});

/** The same with divisor n - 1 for the variance, and the skewness as before (EnvStats: mmue). */
export const unbiasedMoments = lognormal3Estimator({
  id: 'unbiased-moments',
  work: 2.5,
  label: 'Moments, unbiased variance',
  summary: 'Gives the lognormal the mean, the unbiased variance and the skewness of the values.',
  rough: true,
  fit: (sample) => matched(sample, sample.n / (sample.n - 1)),
});

/**
 * The lognormal with the sample's mean, `correction` times its variance, and its skewness b: with w
 * = exp(sdlog^2) it has b = (w + 2) sqrt(w - 1), hence sqrt(w - 1) = e with e^3 + 3 e = b.
 */
function matched(sample: Standardised, correction: number): Fit<Lognormal3> {
  const { mean, sd, skewness } = sample;
  if (!(skewness > 0)) return onlyTheLimit(sample, 'not-right-skewed');
  const e = momentStart(skewness);
  const square = log1p(e * e);
  // Variance = exp(2 meanlog) w (w - 1), and mean - threshold = exp(meanlog + sdlog^2 / 2) = sd /
  // e.
  const scale = Math.sqrt(correction);
  const model = {
    threshold: mean - (sd / e) * scale,
    meanlog: ln(sd) + ln(scale) - ln(e) - square / 2,
    sdlog: Math.sqrt(square),
  };
  const legal = Number.isFinite(model.threshold) && model.sdlog > 0;
  return legal && exp(model.sdlog) < Infinity
    ? { ok: true, model }
    : { ok: false, reason: 'overflow' };
}
