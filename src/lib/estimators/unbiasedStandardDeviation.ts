import { c4 } from '../special/c4.ts';
import { normalEstimator } from './normalEstimator.ts';

/** Divided by c4(n), the share of sigma that the sample standard deviation has on average. */
export const unbiasedStandardDeviation = normalEstimator({
  id: 'unbiased-standard-deviation',
  aliases: ['unbiased-sd', 'c4'],
  label: 'Unbiased standard deviation (divide by c₄)',
  summary: 'Keeps the standard deviation right on average; the variance comes out a little high.',
  scale: (n) => 1 / c4(n),
});
