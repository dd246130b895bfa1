import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import { normal } from '../families/normal.ts';
import type { Distribution, Normal, ParameterSpec, Source } from '../types.ts';

const ANY = { min: -Infinity, max: Infinity };

const centre = (which: 'first' | 'second', value: number): ParameterSpec => ({
  name: `${which}Mean`,
  symbol: which === 'first' ? 'μ₁' : 'μ₂',
  label: `Mean of the ${which} hump`,
  domain: ANY,
  typical: { min: -10, max: 10 },
  default: value,
});

const spread = (which: 'first' | 'second', value: number): ParameterSpec => ({
  name: `${which}Sd`,
  symbol: which === 'first' ? 'σ₁' : 'σ₂',
  label: `Standard deviation of the ${which} hump`,
  domain: { min: 0, max: Infinity, open: 'min' },
  typical: { min: 0.1, max: 10 },
  default: value,
  scale: 'log',
});

const weight: ParameterSpec = {
  name: 'firstShare',
  symbol: 'w',
  label: 'Share of the first hump',
  domain: { min: 0, max: 1 },
  typical: { min: 0, max: 1 },
  default: 0.35,
};

/** Halvings that leave no double between two bounds that are a thousand widths apart. */
const HALVINGS = 80;

/** A mixture of two normals. */
function mixture(share: number, first: Normal, second: Normal): Distribution {
  const { line } = normal;
  const parts = [
    { share, model: first },
    { share: 1 - share, model: second },
  ];
  const sum = (of: (model: Normal) => number) =>
    parts.reduce((total, part) => total + (part.share > 0 ? part.share * of(part.model) : 0), 0);
  const cdf = (x: number) => sum((model) => line.cdf(x, model));
  const mean = sum(({ mu }) => mu);
  return {
    kind: 'line',
    width: 1,
    line: {
      support: ANY,
      logPdf: (x) => ln(sum((model) => exp(line.logPdf(x, model)))),
      cdf,
      upper: (x) => sum((model) => line.upper(x, model)),
      quantile(p) {
        // Stryker disable next-line all: a short cut to what the halvings give
        if (!(p > 0 && p < 1)) return p === 0 ? -Infinity : p === 1 ? Infinity : NaN;
        // The mixture's quantile lies between those of its parts.
        const ends = parts.map(({ model }) => line.quantile(p, model));
        let [low, high] = [Math.min(...ends), Math.max(...ends)];
        // Stryker disable next-line EqualityOperator: one more moves nothing
        for (let i = 0; i < HALVINGS; i++) {
          const middle = (low + high) / 2;
          // Stryker disable next-line EqualityOperator: at the quantile either bound may be it
          if (cdf(middle) < p) low = middle;
          else high = middle;
        }
        return (low + high) / 2;
      },
      mean,
      variance: sum(({ mu, sigma }) => sigma * sigma + (mu - mean) * (mu - mean)),
    },
    sample(rng, n) {
      const values = new Float64Array(n);
      for (let i = 0; i < n; i++) {
        const { mu, sigma } = rng.uniform() < share ? first : second;
        values[i] = mu + sigma * rng.normal();
      }
      return values;
    },
  };
}

/**
 * Two normals on top of each other: a source that no normal fits. The defaults are those of Wang,
 * Niu & Li, arXiv 2602.16065.
 */
export const twoHumps: Source = {
  id: 'two-humps',
  label: 'Two humps',
  summary: 'A mixture of two normals, which no model with a single hump can be right about.',
  kind: 'line',
  options: [
    weight,
    centre('first', -2),
    spread('first', 0.8),
    centre('second', 1),
    spread('second', 1.3),
  ],
  open: ({ firstShare = NaN, firstMean = NaN, firstSd = NaN, secondMean = NaN, secondSd = NaN }) =>
    mixture(firstShare, { mu: firstMean, sigma: firstSd }, { mu: secondMean, sigma: secondSd }),
};
