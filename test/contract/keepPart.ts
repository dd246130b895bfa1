import type { ParameterSpec, Regime } from '../../src/lib/types.ts';

const part: ParameterSpec = {
  name: 'part',
  symbol: 'κ',
  label: 'Share of the output that is kept',
  domain: { min: 0, max: 1 },
  typical: { min: 0, max: 1 },
  default: 0.1,
};

/** Between replacing and accumulating: of each generation’s values some stay for all later ones. */
export const keepPart: Regime = {
  id: 'keep-part',
  label: 'Keep a part',
  short: 'Keep',
  summary:
    'Each generation is fitted to n values of the newest model and to what was kept of all earlier ones.',
  options: [part],
  batches({ t, n, options }) {
    const from = t === 1 ? 'real' : 'synthetic';
    const kept = Math.round(options.part! * n);
    return [
      { from, count: kept, keep: true },
      { from, count: n - kept },
    ];
  },
};
