import { meanOfVariance } from '../../../lib/theory/sdMoments.ts';
import type { Preset } from './demo.ts';
import { count, short } from '../../charts/words.ts';

const SOURCE = {
  n: 200,
  generations: 500,
  replicates: 10_000,
  estimator: 'unbiased-variance',
  mu: 125,
  sigma: 30,
};
const STANDARD = { mu: 0, sigma: 1, pick: 'run-1' };
const MENU = 'Published experiments';

/** Settings of published experiments on one normal, with what each paper shows. */
export const published: readonly Preset[] = [
  { id: 'first-graph', label: 'First graph', settings: { ...SOURCE, pick: 'first-graph' } },
  { id: 'second-graph', label: 'Second graph', settings: { ...SOURCE, pick: 'second-graph' } },
  {
    id: 'tiny-sample',
    label: 'Tiny sample',
    settings: { ...SOURCE, n: 10, pick: 'run-1' },
  },
  {
    id: 'suresh-2a',
    group: MENU,
    label: 'Suresh et al. 2024, Figure 2(a)',
    settings: {
      ...STANDARD,
      n: 100,
      generations: 2500,
      replicates: 25,
      estimator: 'unbiased-variance',
    },
    says: 'Suresh et al. (2024) draw 25 such runs on a plain scale. There every standard deviation looks like 0 from about generation 1,400, and one run first climbs to about 17. Their program sets no seed, so these are 25 other runs under the same rules; the logarithmic scale shows that they keep falling.',
  },
  ...[100, 500, 1000, 10_000].map((n): Preset => ({
    id: `shumailov-${n}`,
    group: MENU,
    label: `Shumailov et al. 2024, one normal, n = ${count(n)}`,
    settings: {
      ...STANDARD,
      n,
      generations: 1000,
      replicates: 1000,
      estimator: 'maximum-likelihood',
    },
    says: `Shumailov et al. (2024) show a single run for each of n = 100, 500, 1,000 and 10,000, fitted with divisor n, and its error |s − 1| against the generation: the smaller n, the sooner it nears 1. Here are 1,000 such runs with n = ${count(n)}. Their theorem is for the unbiased variance, divisor n − 1, which collapses half as fast.`,
  })),
  ...(
    [
      [10, '2.8 × 10⁻⁶ (2 × 10⁻⁷ to 6.7 × 10⁻⁶)'],
      [32, '0.077 (0.011 to 0.18)'],
      [100, '0.318 (0.24 to 0.41)'],
      [316, '0.694 (0.60 to 0.81)'],
      [1000, '0.883 (0.81 to 0.97)'],
    ] as const
  ).map(([n, theirs]): Preset => ({
    id: `kazdan-${n}`,
    group: MENU,
    label: `Kazdan et al. 2025, replace, d = 1, n = ${count(n)}`,
    settings: {
      ...STANDARD,
      n,
      generations: 100,
      replicates: 100,
      estimator: 'maximum-likelihood',
    },
    says: `Kazdan et al. (2025) average the fitted variance of 100 such runs, divisor n: after 100 generations their figure has ${theirs}, with a 95\u00a0% interval from the 100 runs. The exact expectation is ${short(meanOfVariance({ n, k: 100, sigma: 1, estimator: 'maximum-likelihood' }))}, ${n === 10 ? 'ten times as much: the mean is carried by runs too rare to be among 100' : 'which lies inside that interval'}.`,
  })),
];
