import { entryAt, lastOf } from '../../entryAt.ts';
import { lognormal3Estimator } from './estimator.ts';
import { fromThreshold } from './fromThreshold.ts';

/**
 * The threshold from smallest, middle and largest value (Royston 1992, the quick method); divisor n
 * - 1.
 */
export const royston = lognormal3Estimator({
  id: 'royston',
  work: 5,
  label: 'Royston’s quick method',
  summary:
    'Makes the logarithms of the smallest and the largest value lie evenly about the middle one.',
  rough: true,
  fit(sample) {
    const { n, z } = sample;
    const sorted = z.slice().sort();
    const [low, high] = [entryAt(sorted, 0), lastOf(sorted)];
    const half = n / 2;
    const middle =
      n % 2
        ? entryAt(sorted, (n - 1) / 2)
        : (entryAt(sorted, half - 1) + entryAt(sorted, half)) / 2;
    const excess = low + high - 2 * middle;
    if (!(excess > 0)) return { ok: false, reason: 'not-right-skewed' };
    // (threshold - mean) / sd, from log(low - t) + log(high - t) = 2 log(middle - t): it is (low
    // high - middle^2) / excess, here in a form that does not round to below `low` where middle and
    // low are the same.
    const t = low - ((middle - low) * (middle - low)) / excess;
    return t < low && Number.isFinite(t)
      ? fromThreshold(sample, -1 / t, 'n - 1')
      : { ok: false, reason: 'no-solution' };
  },
});
