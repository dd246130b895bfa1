import type { Centre } from '../types.ts';

/** A value x is kept with the chance exp(-(x - target)^2 / (2 width^2)); both in the unit of x. */
export interface Taste {
  readonly target: number;
  readonly width: number;
}

/**
 * Mean and standard deviation of generation t for n -> Infinity, if generation 1 is the original
 * and each later one what a taste keeps of the one before: 1 / s_t^2 = 1 / sigma^2 + (t - 1) /
 * width^2, since precisions add up when the square is completed, and the distance of the mean from
 * the target shrinks as s_t^2 does. t may be Infinity. Throws a RangeError for t < 1.
 */
export function pathUnderTaste(original: Centre, { target, width }: Taste, t: number): Centre {
  if (!(t >= 1)) throw new RangeError(`generations are whole numbers from 1, got ${t}`);
  const ratio = original.sd / width;
  const left = 1 / (1 + (t - 1) * ratio * ratio);
  return { mean: target + (original.mean - target) * left, sd: original.sd * Math.sqrt(left) };
}
