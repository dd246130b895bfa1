import type { Regime } from '../types.ts';
import { optionOf, realCount, share } from './options.ts';

/** Nothing is thrown away, and a share of what comes new is real (amin2026, wang2026). */
export const accumulateFresh: Regime = {
  id: 'accumulate-fresh',
  label: 'Accumulate, fresh real share',
  short: 'Refreshed',
  summary:
    'Each generation is fitted to all values there have ever been; of the n that come new, a share is real and the rest output of the newest model.',
  options: [share],
  batches({ t, n, options }) {
    if (t === 1) return [{ from: 'real', count: n, keep: true }];
    const real = realCount(n, optionOf(options, share));
    return [
      { from: 'synthetic', count: n - real, keep: true },
      { from: 'real', count: real, keep: true },
    ];
  },
};
