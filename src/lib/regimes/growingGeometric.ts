import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import { grown, optionOf } from './options.ts';
import type { ParameterSpec, Regime } from '../types.ts';

const ratio: ParameterSpec = {
  name: 'ratio',
  symbol: 'r',
  label: 'Ratio by which the sample grows',
  domain: { min: 1, max: 2 },
  typical: { min: 1, max: 1.5 },
  default: 1.1,
};

/**
 * Only the newest model's output, growing like compound interest: n r^(t - 1) values in generation
 * t.
 */
export const growingGeometric: Regime = {
  id: 'growing-geometric',
  label: 'Growing samples, geometric',
  short: 'Geometric',
  summary:
    'Each generation is fitted to fresh output of the newest model only, its size growing by the same ratio each time.',
  options: [ratio],
  batches: ({ t, n, options }) => [
    {
      from: t === 1 ? 'real' : 'synthetic',
      // Stryker disable next-line ConditionalExpression: the power of t - 1 is 1 at t = 1
      count: t === 1 ? n : grown(n * exp((t - 1) * ln(optionOf(options, ratio)))),
    },
  ],
};
