import ln from '@stdlib/math-base-special-ln';

/** Standard normals by Marsaglia's polar method, in pairs of which the second is kept. */
export interface PolarNormal {
  normal(): number;
  /** Drops a kept spare: for a stream that is started again. */
  reset(): void;
}

/**
 * Normals from `uniform` on [0, 1): two uniforms give a point of the square (-1, 1)², and one
 * inside the unit circle gives two normals (Marsaglia & Bray 1964, SIAM Review 6, 260-264). Its
 * first coordinate's comes first.
 */
export function createPolarNormal(uniform: () => number): PolarNormal {
  let spare = NaN;
  return {
    reset() {
      spare = NaN;
    },
    normal() {
      if (spare === spare) {
        const kept = spare;
        spare = NaN;
        return kept;
      }
      for (;;) {
        const v1 = 2 * uniform() - 1;
        const v2 = 2 * uniform() - 1;
        const w = v1 * v1 + v2 * v2;
        if (w >= 1 || w === 0) continue;
        const factor = Math.sqrt((-2 * ln(w)) / w);
        spare = v2 * factor;
        return v1 * factor;
      }
    },
  };
}
