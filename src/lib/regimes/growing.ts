import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import { grown, optionOf } from './options.ts';
import type { ParameterSpec, Regime } from '../types.ts';

const power: ParameterSpec = {
  name: 'power',
  symbol: 'p',
  label: 'Power with which the sample grows',
  domain: { min: 0, max: 10 },
  typical: { min: 0, max: 3 },
  default: 1.5,
};

/** Only the newest model's output, but ever more of it: n t^p values in generation t. */
export const growing: Regime = {
  id: 'growing',
  label: 'Growing samples',
  short: 'Growing',
  summary:
    'Each generation is fitted to fresh output of the newest model only, but to more of it each time: n times a power of the generation’s number.',
  options: [power],
  batches: ({ t, n, options }) => [
    {
      from: t === 1 ? 'real' : 'synthetic',
      // Stryker disable next-line ConditionalExpression: t to any power is 1 at t = 1
      count: t === 1 ? n : grown(n * exp(optionOf(options, power) * ln(t))),
    },
  ],
};
