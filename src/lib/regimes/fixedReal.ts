import type { Regime } from '../types.ts';
import { optionOf, realCount, share } from './options.ts';

/** The synthetic augmentation loop of alemohammad2024: the same real values in every generation. */
export const fixedReal: Regime = {
  id: 'fixed-real',
  label: 'Fixed real share',
  short: 'Fixed',
  summary:
    'Each generation is fitted to output of the newest model and to the same few real values, kept from the first generation.',
  options: [share],
  batches({ t, n, options }) {
    const real = realCount(n, optionOf(options, share));
    if (t > 1) return [{ from: 'synthetic', count: n - real }];
    return [
      { from: 'real', count: real, keep: true },
      { from: 'real', count: n - real },
    ];
  },
};
