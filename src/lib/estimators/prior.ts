import type { ParameterSpec, Params } from '../types.ts';
import { normalEstimator, type NormalEstimator } from './normalEstimator.ts';

const strength: ParameterSpec = {
  name: 'strength',
  symbol: 'ν₀',
  label: 'Values that the prior counts for',
  domain: { min: 0, max: 1e6 },
  typical: { min: 0.1, max: 1000 },
  default: 10,
  scale: 'log',
};

const tau: ParameterSpec = {
  name: 'tau',
  symbol: 'τ',
  label: 'Standard deviation that the prior expects',
  domain: { min: 0, max: Infinity, open: 'min' },
  typical: { min: 0.01, max: 1000 },
  default: 30,
  scale: 'log',
};

/**
 * s'^2 = (nu s^2 + strength tau^2) / (nu + strength), nu = n - 1: what was seen, and so many values
 * more that are not data (jangjoo2026 has the like for every exponential family). The mean has no
 * prior.
 */
function withPrior(options: Params): NormalEstimator {
  const { strength: values = NaN, tau: sd = NaN } = options;
  return normalEstimator({
    id: 'prior',
    label: 'With a prior (ν₀ values of spread τ more)',
    summary:
      'Takes the variance towards a guess that counts like so many values more; right on average where the guess is right.',
    options: [strength, tau],
    set: withPrior,
    scale: (n) => Math.sqrt((n - 1) / (n - 1 + values)),
    least: (n) => sd * Math.sqrt(values / (n - 1 + values)),
  });
}

/** The variance pulled towards a guess, whatever the data say. */
export const prior = withPrior({ strength: strength.default, tau: tau.default });
