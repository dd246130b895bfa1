import { normalEstimator } from './normalEstimator.ts';

/**
 * Divisor n - 1 under the root: the textbook's sample standard deviation, and the source article's.
 */
export const unbiasedVariance = normalEstimator({
  id: 'unbiased-variance',
  label: 'Unbiased variance (divide by n − 1)',
  summary: 'Keeps the variance right on average; the standard deviation comes out a little low.',
  scale: () => 1,
});
