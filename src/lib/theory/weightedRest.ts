/** Fresh values of two kinds in each generation. */
export interface Mixture {
  /** Real values, at least 1. */
  readonly real: number;
  /** Values of the newest model, from 0; Infinity is as many as one likes. */
  readonly synthetic: number;
}

/**
 * Var m / sigma^2 at rest, if the mean of each generation is w times that of `real` new real values
 * and 1 - w times that of `synthetic` values of the newest model, its variance the mean of theirs
 * with the same weights, both unbiased: (w^2 / real + (1 - w)^2 / synthetic) / (1 - (1 - w)^2)
 * (he2026), since V = w^2 / real + (1 - w)^2 (V + 1 / synthetic) and E s^2 = w + (1 - w) E s^2 = 1,
 * for sigma = 1. Infinity for w = 0, where there is no rest, and for a weight below 1 where there
 * is nothing synthetic. Throws a RangeError unless w is 0 to 1 and the numbers are as said.
 */
export function weightedRest({ weight, ...mixture }: Mixture & { readonly weight: number }) {
  if (!(weight >= 0 && weight <= 1)) throw new RangeError(`a weight must be 0 to 1, got ${weight}`);
  const { real, synthetic } = checked(mixture);
  if (weight === 0) return Infinity;
  if (weight === 1) return 1 / real;
  const rest = 1 - weight;
  return ((weight * weight) / real + (rest * rest) / synthetic) / (weight * (2 - weight));
}

/**
 * The weight with the smallest variance at rest, (sqrt(k^2 + 4 k) - k) / 2 with k = real /
 * synthetic (he2026): 1 over the golden ratio where there are as many of each. At that weight
 * `weightedRest` is w / real, so that w is also the share that is left of the variance which the
 * real values have alone: the slope is 0 where k (1 - w) = w^2, and there w^2 + (1 - w)^2 k = w^2
 * (2 - w).
 */
export function bestWeight(mixture: Mixture): number {
  const { real, synthetic } = checked(mixture);
  // The same without a difference of two large numbers.
  return 2 / (1 + Math.sqrt(1 + (4 * synthetic) / real));
}

function checked({ real, synthetic }: Mixture): Mixture {
  if (real >= 1 && synthetic >= 0) return { real, synthetic };
  throw new RangeError(`no such mixture: ${real} real values and ${synthetic} synthetic ones`);
}
