import type { Regime } from '../types.ts';
import { accumulate } from './accumulate.ts';

/** The fixed budget of kazdan2025: everything is kept, and n values of it are fitted. */
export const accumulateSubsample: Regime = {
  id: 'accumulate-subsample',
  aliases: ['subsample'],
  label: 'Accumulate, fixed budget',
  short: 'Budget',
  summary:
    'All values are kept, but each generation is fitted to n of them only, picked at random without replacement.',
  options: [],
  batches: accumulate.batches,
  fitted: ({ n }) => n,
};
