import { SMALLEST_NORMAL } from '../../special/smallestNormal.ts';
import { moments } from '../../moments.ts';
import type { Exponential } from '../../families/exponential.ts';
import type { Estimator, Fit, Values, WeightedSample } from '../../types.ts';

/** The mean of a sample of one value or more, or why there is none. */
function meanOf(values: Values): Fit<Exponential> {
  if (values.length < 1) return { ok: false, reason: 'too-few-values' };
  const { mean } = moments(values);
  if (Number.isNaN(mean)) return { ok: false, reason: 'not-finite' };
  for (let i = 0; i < values.length; i++)
    if (values[i]! < 0) return { ok: false, reason: 'negative' };
  return checked(mean);
}

function checked(mean: number): Fit<Exponential> {
  if (mean < SMALLEST_NORMAL) return { ok: false, reason: 'underflow' };
  return Number.isFinite(mean) ? { ok: true, model: { mean } } : { ok: false, reason: 'overflow' };
}

/** An estimator that multiplies the sample mean by a number that depends on n. */
function byMean(
  described: Omit<Estimator<Exponential>, 'family' | 'fit'>,
  factor: (n: number) => number,
): Estimator<Exponential> {
  const fit = (values: Values): Fit<Exponential> => {
    const found = meanOf(values);
    if (!found.ok) return found;
    const times = factor(values.length);
    if (!Number.isFinite(times)) return { ok: false, reason: 'too-few-values' };
    return checked(found.model.mean * times);
  };
  return {
    ...described,
    family: 'exponential',
    fit,
    fitWeighted(samples: readonly WeightedSample[]) {
      let mean = 0;
      for (const { values, weight } of samples) {
        if (weight === 0) continue;
        const found = fit(values);
        if (!found.ok) return found;
        mean += weight * found.model.mean;
      }
      return checked(mean);
    },
    standardErrors: ({ mean }, n) => ({ mean: mean / Math.sqrt(n) }),
  };
}

/** The sample mean: the most likely value, and right on average. */
export const exponentialMaximumLikelihood = byMean(
  {
    id: 'maximum-likelihood',
    aliases: ['mle'],
    label: 'Sample mean (maximum likelihood)',
    summary:
      'Takes the mean of the values, which is right on average; the rate comes out too high.',
  },
  () => 1,
);

/** E 1/(mean of n) is n/(n - 1) times the rate, so that this is right on average for the rate. */
export const exponentialUnbiasedRate = byMean(
  {
    id: 'unbiased-rate',
    label: 'Unbiased rate',
    summary: 'Keeps the rate, one over the mean, right on average; the mean comes out too high.',
  },
  (n) => n / (n - 1),
);
