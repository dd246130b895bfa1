import type { Curation, ParameterSpec, Regime } from '../types.ts';
import { optionOf } from './options.ts';

const lambda: ParameterSpec = {
  name: 'lambda',
  symbol: 'λ',
  label: 'Share of the variance that is sampled',
  domain: { min: 0, max: 1, open: 'min' },
  typical: { min: 0.5, max: 1 },
  default: 0.95,
};

/**
 * Sampling with less variety than the model has, as a low temperature does: its variance times
 * lambda.
 */
const nearer: Curation = {
  take: (x, { model, options }) =>
    model.mean + Math.sqrt(optionOf(options, lambda)) * (x - model.mean),
  normal: ({ model, options }) => ({
    mean: model.mean,
    sd: Math.sqrt(optionOf(options, lambda)) * model.sd,
  }),
  varianceFactor: (options) => optionOf(options, lambda),
};

/** The sampling bias of alemohammad2024: quality at the price of variety. */
export const sharpened: Regime = {
  id: 'sharpened',
  aliases: ['sampling-bias'],
  label: 'Sample safely',
  short: 'Safe',
  summary:
    'Each generation is fitted to output of the newest model that was sampled with less variety than the model has, as a low temperature does.',
  options: [lambda],
  batches: ({ t, n }) => [
    t === 1 ? { from: 'real', count: n } : { from: 'synthetic', count: n, curation: nearer },
  ],
};
