import type { ParameterSpec, Regime } from '../types.ts';
import { optionOf, realCount, share } from './options.ts';

const weight: ParameterSpec = {
  name: 'weight',
  symbol: 'w',
  label: 'Weight of the real values',
  domain: { min: 0, max: 1 },
  typical: { min: 0.02, max: 0.98 },
  // One over the golden ratio, the best weight where there are as many real values as synthetic
  // ones.
  default: 0.618,
};

/** Fresh real values with a weight of their own, whatever their number (he2026). */
export const weighted: Regime = {
  id: 'weighted',
  label: 'Weighted mix',
  short: 'Weighted',
  summary:
    'Each generation is fitted to new real values and to output of the newest model, with a weight for the two that does not depend on their numbers.',
  options: [{ ...share, default: 0.5 }, weight],
  batches({ t, n, options }) {
    if (t === 1) return [{ from: 'real', count: n }];
    const real = realCount(n, optionOf(options, share));
    const weightOfReal = real === n ? 1 : real === 0 ? 0 : optionOf(options, weight);
    return [
      { from: 'synthetic', count: n - real, weight: 1 - weightOfReal },
      { from: 'real', count: real, weight: weightOfReal },
    ];
  },
};
