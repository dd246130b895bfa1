import type { Regime } from '../types.ts';

/** Each generation learns from the newest model alone; what came before is thrown away. */
export const replace: Regime = {
  id: 'replace',
  label: 'Replace',
  short: 'Replace',
  summary:
    'Each generation is fitted to fresh output of the newest model only: real data are used once, at the start.',
  options: [],
  batches: ({ t, n }) => [{ from: t === 1 ? 'real' : 'synthetic', count: n }],
};
