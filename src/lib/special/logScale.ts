import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';

/**
 * The number that lies `share` of the way from low to high on a logarithmic scale; both positive.
 */
export const onLogScale = (low: number, high: number, share: number) =>
  low * exp(share * ln(high / low));
