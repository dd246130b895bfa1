import exp from '@stdlib/math-base-special-exp';
import { logBias } from '../special/logSd.ts';
import { normalEstimator } from './normalEstimator.ts';

/** Multiplied by exp(d(n)), which takes the drift out of log s and nothing else. */
export const unbiasedLog = normalEstimator({
  id: 'unbiased-log',
  aliases: ['log-unbiased'],
  label: 'Unbiased logarithm (multiply by exp d)',
  summary:
    'Keeps the logarithm of the standard deviation right on average; the standard deviation itself comes out a little high.',
  scale: (n) => exp(logBias(n)),
});
