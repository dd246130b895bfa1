import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import { distributionOf } from '../distribution.ts';
import { categorical } from '../families/categorical/family.ts';
import { tableOf } from '../families/categorical/model.ts';
import type { Distribution, Source } from '../types.ts';

/**
 * Types numbered from 0, the commonest first: share proportional to (rank + b)^(-a), rank from 1.
 */
function zipfMandelbrot(size: number, a: number, b: number): Distribution {
  const weights = Float64Array.from({ length: size }, (_, i) => exp(-a * ln(i + 1 + b)));
  return distributionOf(categorical, tableOf(weights));
}

/**
 * Words by their rank, as in any text: a few common ones, many rare ones. Source: Mandelbrot 1953;
 * with b = 0 the law of Zipf.
 */
export const zipf: Source = {
  id: 'zipf',
  label: 'Words by Zipf’s law',
  summary: 'A few common types and many rare ones: the share falls with a power of the rank.',
  kind: 'categories',
  options: [
    {
      name: 'size',
      symbol: 'V',
      label: 'Number of types',
      domain: { min: 2, max: 100_000 },
      typical: { min: 10, max: 10_000 },
      default: 1_000,
      integer: true,
      scale: 'log',
    },
    {
      name: 'a',
      symbol: 'a',
      label: 'Exponent',
      domain: { min: 0, max: 10 },
      typical: { min: 0, max: 3 },
      default: 1,
    },
    {
      name: 'b',
      symbol: 'b',
      label: 'Shift of the rank',
      domain: { min: 0, max: 1_000 },
      typical: { min: 0, max: 20 },
      default: 2.7,
    },
  ],
  open: ({ size = NaN, a = NaN, b = NaN }) => zipfMandelbrot(size, a, b),
};
