import ln from '@stdlib/math-base-special-ln';
import type { Family, Params } from '../types.ts';
import { standardCdf, standardLogPdf } from '../special/standardNormal.ts';
import { standardQuantile } from '../special/standardNormalQuantile.ts';

const standardised = (x: number, { mu, sigma }: Params) => (x - mu!) / sigma!;

/** The normal distribution with mean mu and standard deviation sigma. */
export const normal: Family = {
  id: 'normal',
  label: 'Normal',
  parameters: [
    {
      name: 'mu',
      symbol: 'μ',
      label: 'Mean',
      domain: { min: -Infinity, max: Infinity },
      typical: { min: -1000, max: 1000 },
      default: 125,
    },
    {
      name: 'sigma',
      symbol: 'σ',
      label: 'Standard deviation',
      domain: { min: 0, max: Infinity, open: 'min' },
      typical: { min: 0.01, max: 1000 },
      default: 30,
      scale: 'log',
    },
  ],
  support: () => ({ min: -Infinity, max: Infinity }),
  logPdf: (x, params) => standardLogPdf(standardised(x, params)) - ln(params.sigma!),
  cdf: (x, params) => standardCdf(standardised(x, params)),
  quantile: (p, { mu, sigma }) => mu! + sigma! * standardQuantile(p),
  mean: ({ mu }) => mu!,
  variance: ({ sigma }) => sigma! * sigma!,
  sample(rng, { mu, sigma }, n) {
    const values = new Float64Array(n);
    rng.fillNormal(values);
    for (let i = 0; i < n; i++) values[i] = mu! + sigma! * values[i]!;
    return values;
  },
};
