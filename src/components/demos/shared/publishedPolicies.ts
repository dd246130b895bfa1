// The laws below are worked out while this file loads: the policies have to be there by then,
// whoever asks for it first.
import '../../../lib/withRegimes.ts';
import '../../../lib/withRegimes.ts';
import { lastOf } from '../../../lib/entryAt.ts';
import { regimeMoments } from '../../../lib/theory/regimeMoments.ts';
import type { Preset } from './demo.ts';
import { count, short } from '../../charts/words.ts';

const STANDARD = { mu: 0, sigma: 1, estimator: 'maximum-likelihood', regime: 'accumulate' };
const MENU = 'Published experiments';

/** E s_t^2 and Var m_t of the last generation, all data kept, divisor size. */
function exactly(n: number, generations: number) {
  const moments = regimeMoments({
    family: 'normal',
    truth: { mu: 0, sigma: 1 },
    estimator: 'maximum-likelihood',
    regime: 'accumulate',
    n,
    generations,
    seed: '1',
    stream: 'keyed',
  });
  if (!moments) throw new Error('no exact moments where all data are kept');
  const { varianceOfMean, meanOfVariance } = moments;
  return { variance: short(lastOf(meanOfVariance)), error: short(lastOf(varianceOfMean)) };
}

/** Settings of published experiments in which data are kept, with what each shows. */
export const publishedPolicies: readonly Preset[] = [
  ...(
    [
      [10, '0.866', '0.160'],
      [32, '0.960', '0.0514'],
      [100, '0.991', '0.0147'],
      [316, '0.999', '0.00450'],
      [1000, '0.999', '0.00155'],
    ] as const
  ).map(([n, variance, error]): Preset => {
    const law = exactly(n, 100);
    return {
      id: `kazdan-accumulate-${n}`,
      group: MENU,
      label: `Kazdan et al. 2025, accumulate, d = 1, n = ${count(n)}`,
      settings: { ...STANDARD, n, generations: 100, replicates: 100 },
      says: `Kazdan et al. (2025) average 100 such runs, the variance divided by the number of values: after 100 generations their figure has a fitted variance of ${variance} and a squared error of the mean of ${error}. The exact expectations are ${law.variance} and ${law.error}.`,
    };
  }),
  ...[100, 500, 1000, 10_000].map((n): Preset => ({
    id: `shumailov-kept-${n}`,
    group: MENU,
    label: `Shumailov et al. 2024, all data kept, n = ${count(n)}`,
    settings: { ...STANDARD, n, generations: 1000, replicates: 1000 },
    says: `The program of Shumailov et al. (2024) also runs their single normal with all data kept: one run for each n, the variance divided by the number of values, no picture stored. Here are 1,000 such runs with n = ${count(n)}. Nothing collapses: the exact average of s² after 1,000 generations is ${exactly(n, 1000).variance}.`,
  })),
  {
    id: 'he-golden',
    group: MENU,
    label: 'He et al. 2026, 100 real and 100 synthetic values, weight 0.618',
    settings: {
      ...STANDARD,
      estimator: 'unbiased-variance',
      regime: 'weighted',
      share: 0.5,
      weight: 0.618,
      n: 200,
      generations: 200,
      replicates: 2000,
    },
    says: 'He et al. (2026) mix as many fresh real values as synthetic ones and find the best weight of the real ones to be 0.618, one over the golden ratio. Their program runs two dimensions and 2,000 runs of 200 generations; this is the same in one.',
  },
];
