import { entryAt } from '../entryAt.ts';
import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';

/**
 * The ziggurat for the standard normal: 256 layers of equal area that cover the half density
 * exp(-x²/2), widest first (marsaglia2000ziggurat). Layer, sign and position are taken from bits of
 * their own: the original reused the layer's, and its draws fail tests for that (doornik2005).
 *
 * Logarithm and exponential are stdlib's, plain arithmetic: tables and draws are the same in every
 * browser.
 */
export const LAYERS = 256;

/**
 * Where the tail begins: the value for which 256 equal areas end at the mode (40-digit solution).
 */
export const TAIL_START = 3.6541528853610088;

/** Positions are whole numbers in [-2^53, 2^53). */
const POSITIONS = 9007199254740992;

/** exp(-x²/2): the normal density without its constant. */
const height = (x: number) => exp(-0.5 * x * x);

/**
 * Area of every layer under exp(-x²/2); the lowest is a box as wide as TAIL_START, and the tail.
 */
export const LAYER_AREA = 0.004928673233974655;

/** Right edges: `edge[i]` bounds layer i; the lowest is drawn as one box of its whole area. */
export const edge = new Float64Array(LAYERS + 1);
edge[0] = LAYER_AREA / height(TAIL_START);
edge[1] = TAIL_START;
for (let i = 2; i < LAYERS; i++) {
  const below = entryAt(edge, i - 1);
  edge[i] = Math.sqrt(-2 * ln(LAYER_AREA / below + height(below)));
}
edge[LAYERS] = 0;

/** Density at each edge: layer i spans heights `level[i]` to `level[i + 1]`. */
const level = edge.map(height);

/** What a position of layer i is multiplied by to give x. */
export const scale = edge.slice(0, LAYERS).map((x) => x / POSITIONS);

/** Positions of layer i nearer to 0 than this are under the curve, at any height of the layer. */
export const inside = scale.map((unit, i) => entryAt(edge, i + 1) / unit);

/** Layer from the lowest 8 of the 64 bits; bits 8 and 9 are not used. */
export const layerOf = (first: number) => first & (LAYERS - 1);

/** Sign and 53-bit distance from 0, from the other 54 bits. */
export const positionOf = (first: number, second: number) =>
  (first >> 10) * 4294967296 + (second >>> 0);

/**
 * The draw for a position outside the inner box of its layer (1.5 % of them): NaN if it has to be
 * drawn again, layer and all. `uniform` gives fresh draws on [0, 1).
 */
export function outside(layer: number, position: number, uniform: () => number): number {
  if (layer === 0) return position < 0 ? -tail(uniform) : tail(uniform);
  const x = position * scale[layer]!;
  const bottom = level[layer]!;
  return bottom + uniform() * (level[layer + 1]! - bottom) < height(x) ? x : NaN;
}

/** A draw from the normal beyond TAIL_START (Marsaglia 1964, Technometrics 6, 101-102). */
function tail(uniform: () => number): number {
  for (;;) {
    // 1 - u is never 0, so neither logarithm is infinite.
    const x = -ln(1 - uniform()) / TAIL_START;
    const y = -ln(1 - uniform());
    // Stryker disable next-line EqualityOperator: hit with probability 0
    if (2 * y > x * x) return TAIL_START + x;
  }
}
