import type { Regime } from '../types.ts';

/** Nothing is thrown away (gerstgrasser2024, kazdan2025): generation t is fitted to t n values. */
export const accumulate: Regime = {
  id: 'accumulate',
  label: 'Accumulate',
  short: 'Accumulate',
  summary:
    'Each generation is fitted to all values there have ever been: the real ones and the output of every model so far.',
  options: [],
  batches: ({ t, n }) => [{ from: t === 1 ? 'real' : 'synthetic', count: n, keep: true }],
};
