import { truncationFactor } from '../special/truncationFactor.ts';
import type { Curation, ParameterSpec, Regime } from '../types.ts';
import { optionOf } from './options.ts';

const cut: ParameterSpec = {
  name: 'cut',
  symbol: 'c',
  label: 'Kept within so many standard deviations',
  domain: { min: 0.5, max: 10 },
  typical: { min: 0.5, max: 4 },
  default: 2,
};

/** What lies c standard deviations of the model or more from its mean is thrown away. */
const withinTheCut: Curation = {
  take: (x, { model, options }) =>
    Math.abs(x - model.mean) < optionOf(options, cut) * model.sd ? x : NaN,
  varianceFactor: (options) => truncationFactor(optionOf(options, cut)),
};

/** Only the newest model's output, and of it only what is not unusual. */
export const truncated: Regime = {
  id: 'truncated',
  label: 'Trim the tails',
  short: 'Trim',
  summary:
    'Each generation is fitted to output of the newest model from which everything unusual was taken out; n values are left.',
  options: [cut],
  batches: ({ t, n }) => [
    t === 1 ? { from: 'real', count: n } : { from: 'synthetic', count: n, curation: withinTheCut },
  ],
};
