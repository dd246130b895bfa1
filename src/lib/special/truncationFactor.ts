import { standardCdf, standardPdf } from './standardNormal.ts';

/**
 * The variance of a standard normal value given that it lies in (-c, c): 1 - 2 c phi(c) / (2 Phi(c)
 * - 1), by parts. Tends to c^2 / 3, that of a uniform, as c falls to 0. Throws a RangeError unless
 * c is above 0.
 */
export function truncationFactor(c: number): number {
  if (!(c > 0)) throw new RangeError(`a cut must be above 0, got ${c}`);
  const inside = 2 * standardCdf(c) - 1;
  return 1 - (2 * c * standardPdf(c)) / inside;
}
