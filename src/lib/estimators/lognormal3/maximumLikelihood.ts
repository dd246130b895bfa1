import { lognormal3StandardErrors } from '../../theory/lognormal3Information.ts';
import { fromThreshold, onlyTheLimit } from './fromThreshold.ts';
import { localMaximum } from './localMaximum.ts';
import { lognormal3Estimator } from './estimator.ts';
import type { Lognormal3 } from '../../families/lognormal3.ts';
import type { Fit } from '../../types.ts';
import type { Standardised } from './standardised.ts';

/**
 * Skewed to the right, the likelihood can only rise all the way to the smallest value; not so, it
 * rises all the way to the normal limit.
 */
const withoutMaximum = (sample: Standardised): Fit<Lognormal3> =>
  sample.skewness > 0
    ? { ok: false, reason: 'no-interior-maximum' }
    : onlyTheLimit(sample, 'not-right-skewed');

/** Local maximum likelihood (Cohen 1951): divisor n for sdlog. */
export const maximumLikelihood = lognormal3Estimator({
  id: 'mle',
  work: 8,
  aliases: ['maximum-likelihood', 'lmle'],
  label: 'Local maximum likelihood',
  summary: 'Takes the highest point of the likelihood inside its range.',
  standardErrors: lognormal3StandardErrors,
  fit(sample) {
    const e = localMaximum(sample);
    return e === null ? withoutMaximum(sample) : fromThreshold(sample, e, 'n');
  },
});

/** The same equations with divisor n - 1 for sdlog, also within the equation for the threshold. */
export const unbiasedScale = lognormal3Estimator({
  id: 'mle-unbiased-scale',
  work: 7,
  label: 'Local maximum likelihood, divisor n − 1 for σ',
  summary:
    'Solves the likelihood’s equations with divisor n − 1 for the variance of the logarithm.',
  standardErrors: lognormal3StandardErrors,
  fit(sample) {
    const e = localMaximum(sample, (sample.n - 1) / sample.n);
    return e === null ? withoutMaximum(sample) : fromThreshold(sample, e, 'n - 1');
  },
});
