import exp from '@stdlib/math-base-special-exp';
import { normal } from '../../lib/families/normal.ts';
import type { Centre, Normal, RunConfig } from '../../lib/types.ts';

/** The normal with this mean and standard deviation. */
export const normalOf = ({ mean, sd }: Centre): Normal => ({ mu: mean, sigma: sd });

/** Mean and standard deviation of a normal. */
export const centreOf = ({ mu, sigma }: Normal): Centre => ({ mean: mu, sd: sigma });

/** Those of the original of a normal run. */
export const originalOf = ({ truth }: Pick<RunConfig, 'truth'>): Centre =>
  centreOf(normal.model(truth));

/** Density of the normal at x: for drawing. */
export const density = (x: number, curve: Centre) => exp(normal.line.logPdf(x, normalOf(curve)));

/** Height of the normal's peak. */
export const peak = (curve: Centre) => density(curve.mean, curve);

/** What a normal makes further than this from a point, on either side. */
export function shareBeyond(distance: number, { mean }: Centre, curve: Centre): number {
  const model = normalOf(curve);
  return normal.line.cdf(mean - distance, model) + normal.line.upper(mean + distance, model);
}

/**
 * Points (x, density) of a normal curve over mean ± `width` standard deviations, within [low,
 * high].
 */
export function* bell(
  curve: Centre,
  low: number,
  high: number,
  points = 80,
  width = 4,
): Generator<readonly [number, number]> {
  const { mean, sd } = curve;
  const from = Math.max(low, mean - width * sd);
  const to = Math.min(high, mean + width * sd);
  if (!(to > from)) return;
  for (let i = 0; i <= points; i++) {
    const x = from + ((to - from) * i) / points;
    yield [x, density(x, curve)];
  }
}
