import type { Regime } from '../types.ts';
import { optionOf, realCount, share } from './options.ts';

/** The fresh-data loop of alemohammad2024: new real values for every generation. */
export const freshReal: Regime = {
  id: 'fresh-real',
  aliases: ['mix'],
  label: 'Fresh real share',
  short: 'Fresh',
  summary:
    'Each generation is fitted to output of the newest model and to a share of new real values, drawn afresh each time.',
  options: [share],
  batches({ t, n, options }) {
    if (t === 1) return [{ from: 'real', count: n }];
    const real = realCount(n, optionOf(options, share));
    return [
      { from: 'synthetic', count: n - real },
      { from: 'real', count: real },
    ];
  },
};
