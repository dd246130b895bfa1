import type { Lognormal3 } from '../../families/lognormal3.ts';
import type { Estimator, Fit } from '../../types.ts';
import { standardised, type Standardised } from './standardised.ts';

/**
 * An estimator of the three-parameter lognormal, from what it does with a sample that can be
 * fitted.
 */
export function lognormal3Estimator({
  fit,
  ...described
}: Omit<Estimator<Lognormal3>, 'family' | 'fit'> & {
  fit(sample: Standardised): Fit<Lognormal3>;
}): Estimator<Lognormal3> {
  return {
    ...described,
    family: 'lognormal3',
    fit(values) {
      const sample = standardised(values);
      return typeof sample === 'string' ? { ok: false, reason: sample } : fit(sample);
    },
  };
}
