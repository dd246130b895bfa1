import { asIs } from '../asIs.ts';
import type { Vectors } from '../families/vectors/model.ts';
import type { FitFailure, Rng } from '../types.ts';
import { chiSquareSampler } from './chiSquareSampler.ts';
import { SMALLEST_NORMAL } from '../special/smallestNormal.ts';
import type { Shortcut } from './shortcut.ts';

/**
 * A d-dimensional normal refitted to n of its own rows, by Bartlett's decomposition: their mean is
 * m + L z / √n, and their covariance (L B)(L B)ᵀ / ν, independent of it, with B lower triangular,
 * standard normals below the diagonal and roots of chi-squares with n - 1, …, n - d degrees of
 * freedom on it. The next factor is L B / √ν. Generation t draws z first, then B row by row.
 * Source: bartlett1933.
 */
export const vectorsReplace: Shortcut = {
  id: 'vectors-replace',
  label: 'Mean and covariance of n rows',
  summary:
    'Draws the mean and the covariance of the n rows, which decide the fit, and not the rows.',
  reference: 'bartlett1933',
  open({ config, family, regime, estimator, real, original, stream }) {
    const itself = config.source === undefined && stream.record === asIs;
    if (family.id !== 'normal-d' || regime.id !== 'replace' || !itself) return null;
    const { n } = config;
    const d = real.width;
    if (n - 1 < d) return null;
    const perRow = 1 / Math.sqrt(n);
    const perDegree = 1 / Math.sqrt(estimator.id === 'maximum-likelihood' ? n : n - 1);
    const diagonal = Array.from({ length: d }, (_, j) => chiSquareSampler(n - 1 - j));
    const { mean, factor } = original as Vectors;
    const random = new Float64Array(d * d);
    const z = new Float64Array(d);
    return {
      size: d + d * d,
      holds: [],
      model: (state): Vectors => ({ mean: state.slice(0, d), factor: state.slice(d) }),
      start(state) {
        state.set(mean);
        state.set(factor, d);
      },
      step(state, rng) {
        rng.fillNormal(z);
        for (let i = 0; i < d; i++) {
          let moved = 0;
          for (let j = 0; j <= i; j++) moved += state[d + i * d + j]! * z[j]!;
          state[i]! += perRow * moved;
        }
        drawTriangle(random, d, rng, diagonal);
        return multiply(state, d, random, perDegree);
      },
    };
  },
};

/** Fills the lower triangle of B, row by row. */
function drawTriangle(
  triangle: Float64Array,
  d: number,
  rng: Rng,
  diagonal: readonly ((rng: Rng) => number)[],
): void {
  for (const [i, chiSquare] of diagonal.entries()) {
    for (let j = 0; j < i; j++) triangle[i * d + j] = rng.normal();
    triangle[i * d + i] = Math.sqrt(chiSquare(rng));
  }
}

/** Makes L of the state L B times a factor; says why there is no fit, where there is none. */
function multiply(
  state: Float64Array,
  d: number,
  triangle: Float64Array,
  factor: number,
): FitFailure | null {
  const L = state.subarray(d);
  for (let i = 0; i < d; i++) {
    // From the left: entry j of a row needs only those from j on.
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = j; k <= i; k++) sum += L[i * d + k]! * triangle[k * d + j]!;
      L[i * d + j] = factor * sum;
    }
    const own = L[i * d + i]!;
    if (own < SMALLEST_NORMAL) return 'underflow';
    if (!(own < Infinity)) return 'overflow';
  }
  return null;
}
