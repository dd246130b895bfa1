import exp from '@stdlib/math-base-special-exp';
import { normal } from '../../lib/families/normal.ts';
import type { Normal, RunConfig } from '../../lib/types.ts';

/** The original of a normal run. */
export const originalOf = ({ truth }: Pick<RunConfig, 'truth'>): Normal => normal.model(truth);

/** Density of the normal at x: for drawing. */
export const density = (x: number, model: Normal) => exp(normal.line.logPdf(x, model));

/** Height of the normal's peak. */
export const peak = (model: Normal) => density(model.mu, model);

/**
 * Points (x, density) of a normal curve over mean ± `width` standard deviations, within [low,
 * high].
 */
export function* bell(
  model: Normal,
  low: number,
  high: number,
  points = 80,
  width = 4,
): Generator<readonly [number, number]> {
  const { mu, sigma } = model;
  const from = Math.max(low, mu - width * sigma);
  const to = Math.min(high, mu + width * sigma);
  if (!(to > from)) return;
  for (let i = 0; i <= points; i++) {
    const x = from + ((to - from) * i) / points;
    yield [x, density(x, model)];
  }
}
