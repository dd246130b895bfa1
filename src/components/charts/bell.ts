import exp from '@stdlib/math-base-special-exp';
import { families } from '../../lib/families/index.ts';
import type { Params } from '../../lib/types.ts';

const normal = families.get('normal');

/** Density of the normal at x: for drawing. */
export const density = (x: number, params: Params) => exp(normal.logPdf(x, params));

/** Height of the normal's peak. */
export const peak = (params: Params) => density(params.mu!, params);

/**
 * Points (x, density) of a normal curve over mean ± `width` standard deviations, within [low,
 * high].
 */
export function* bell(
  params: Params,
  low: number,
  high: number,
  points = 80,
  width = 4,
): Generator<readonly [number, number]> {
  const { mu, sigma } = params as { mu: number; sigma: number };
  const from = Math.max(low, mu - width * sigma);
  const to = Math.min(high, mu + width * sigma);
  if (!(to > from)) return;
  for (let i = 0; i <= points; i++) {
    const x = from + ((to - from) * i) / points;
    yield [x, density(x, params)];
  }
}
