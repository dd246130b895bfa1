import { normalEstimator } from './normalEstimator.ts';

/** Divisor n under the root: the sigma under which the data are most probable. */
export const maximumLikelihood = normalEstimator({
  id: 'maximum-likelihood',
  aliases: ['mle'],
  label: 'Maximum likelihood (divide by n)',
  summary:
    'Makes the data most probable; variance and standard deviation both come out low on average.',
  scale: (n) => Math.sqrt((n - 1) / n),
});
