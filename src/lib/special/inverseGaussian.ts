import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import { standardCdf, standardPdf } from './standardNormal.ts';
import { standardQuantile } from './standardNormalQuantile.ts';
import { rootOf } from './invert.ts';

/**
 * The time at which a Brownian motion with drift d > 0 and variance v per unit first reaches L:
 * mean L / d, shape L^2 / v.
 */
export interface InverseGaussian {
  /** May be Infinity: without drift the level is still reached, with a time that has no mean. */
  readonly mean: number;
  readonly shape: number;
}

/**
 * P(T <= x); 0 for x <= 0. Phi(z) + exp(2 shape / mean) Phi(-w) with z, w = sqrt(shape / x) (x /
 * mean -+ 1), by the principle of reflection. w^2 = z^2 + 4 shape / mean, so the second term is
 * phi(z) times Phi(-w) / phi(w), which cannot overflow.
 */
export function inverseGaussianCdf({ mean, shape }: InverseGaussian, x: number): number {
  if (Number.isNaN(x)) return NaN;
  if (x <= 0) return 0;
  if (x === Infinity) return 1;
  const root = Math.sqrt(shape / x);
  const z = root * (x / mean - 1);
  return Math.min(1, standardCdf(z) + standardPdf(z) * mills(root * (x / mean + 1)));
}

/** The density, sqrt(shape / x) phi(z) / x; 0 for x <= 0. */
export function inverseGaussianPdf({ mean, shape }: InverseGaussian, x: number): number {
  if (Number.isNaN(x)) return NaN;
  if (x <= 0 || x === Infinity) return 0;
  const root = Math.sqrt(shape / x);
  return (root * standardPdf(root * (x / mean - 1))) / x;
}

/**
 * The x with P(T <= x) = p: 0 at 0, Infinity at 1, NaN outside. Relative error about 1e-12 for p
 * from 1e-12 to 1 - 1e-9.
 */
export function inverseGaussianQuantile(law: InverseGaussian, p: number): number {
  if (!(p > 0 && p < 1)) return p === 0 ? 0 : p === 1 ? Infinity : NaN;
  // In log x, so that no step is negative. Without drift T is shape / Z^2: with drift it comes
  // earlier.
  const z = standardQuantile(p / 2);
  const latest = ln(law.shape) - 2 * ln(-z);
  const y = rootOf({
    low: latest - 750,
    high: latest + 1e-9,
    start: Math.min(latest, ln(law.mean)),
    precision: 1e-14,
    at: (tried) => {
      const x = exp(tried);
      return [inverseGaussianCdf(law, x) - p, x * inverseGaussianPdf(law, x)];
    },
  });
  return exp(y);
}

/**
 * Phi(-w) / phi(w) for w >= 0; far out by 1/(w + 1/(w + 2/(w + …))) (Abramowitz & Stegun 1964,
 * 26.2.14).
 */
function mills(w: number): number {
  if (w < 8) return standardCdf(-w) / standardPdf(w);
  let denominator = w;
  for (let k = 40; k > 0; k--) denominator = w + k / denominator;
  return 1 / denominator;
}
