import exp from '@stdlib/math-base-special-exp';
import type { Centre, Curated, Curation, ParameterSpec, Regime } from '../types.ts';
import { optionOf } from './options.ts';

const target: ParameterSpec = {
  name: 'target',
  symbol: 'x₀',
  label: 'What is liked best, in SD from the original mean',
  domain: { min: -3, max: 3 },
  typical: { min: -2, max: 2 },
  default: 0,
};

const width: ParameterSpec = {
  name: 'width',
  symbol: 'τ',
  label: 'How far taste reaches, in SD of the original',
  domain: { min: 0.5, max: 1000 },
  typical: { min: 0.5, max: 20 },
  default: 3,
  scale: 'log',
};

/** The taste in the unit of x. */
const tasteOf = ({ original, options }: Curated): Centre => ({
  mean: original.mean + optionOf(options, target) * original.sd,
  sd: optionOf(options, width) * original.sd,
});

/**
 * A value is kept with the chance exp(-(x - x0)^2 / (2 tau^2)). What is kept of a normal is a
 * normal again, whose precisions add up: 1 / s'^2 = 1 / s^2 + 1 / tau^2 (completing the square).
 */
const byTaste: Curation = {
  chance: true,
  take(x, between, u) {
    const taste = tasteOf(between);
    const z = (x - taste.mean) / taste.sd;
    return u < exp(-0.5 * z * z) ? x : NaN;
  },
  normal(between) {
    const { model } = between;
    const taste = tasteOf(between);
    const ratio = model.sd / taste.sd;
    const left = 1 / (1 + ratio * ratio);
    return {
      mean: taste.mean + (model.mean - taste.mean) * left,
      sd: model.sd * Math.sqrt(left),
    };
  },
};

/** Only the newest model's output, chosen by somebody's taste. */
export const softSelection: Regime = {
  id: 'soft-selection',
  aliases: ['curated'],
  label: 'Select by taste',
  short: 'Select',
  summary:
    'Each generation is fitted to output of the newest model that was chosen by taste: the nearer to an ideal, the more likely a value is kept.',
  options: [target, width],
  batches: ({ t, n }) => [
    t === 1 ? { from: 'real', count: n } : { from: 'synthetic', count: n, curation: byTaste },
  ],
};
