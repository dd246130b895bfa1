import { describe, expect, it } from 'vitest';
import { profileShapes } from '../../../src/components/figures/profileShapes.ts';
import { estimatorFor } from '../../../src/lib/estimators/index.ts';
import { valuesOf } from '../../../src/lib/recursion.ts';
import {
  axisNames,
  drawn,
  HAIR,
  legendOf,
  points,
  xScale,
  yScale,
} from '../../support/readChart.ts';
import { madeUpRun } from '../madeUp.ts';
import { byName, paramsOf } from '../../support/models.ts';

const truth = { threshold: 5, meanlog: 2, sdlog: 0.6 };
const asked = { family: 'lognormal3', estimator: 'mle', truth, n: 200, seed: 'shapes' };
const result = { ...madeUpRun([], asked), view: { left: 'none' as const } };

const sum = (values: readonly number[]) => values.reduce((all, x) => all + x, 0);
const logOfDeviation = (values: readonly number[]) => {
  const mean = sum(values) / values.length;
  return 0.5 * Math.log(sum(values.map((x) => (x - mean) ** 2)) / values.length);
};
/** The log-likelihood of a threshold with the best other parameters, up to a constant. */
function logLikelihood(values: readonly number[], theta: number): number {
  const logs = values.map((x) => Math.log(x - theta));
  return -values.length * logOfDeviation(logs) - sum(logs);
}

const svg = drawn(profileShapes, result);
const [x, y] = [xScale(svg), yScale(svg)];

describe('the profiles at three log-scales', () => {
  it.each([
    ['half', 0.3, '[stroke-dasharray="5 4"]'],
    ['the reader’s own', 0.6, '[stroke="var(--ink)"]:not([stroke-dasharray])'],
    ['twice', 1.2, '[stroke-dasharray="1.5 2"]'],
  ])('are those of the same draws: %s', (_, sdlog, selector) => {
    const config = { ...result.config, truth: { ...truth, sdlog } };
    const values = [...valuesOf(config, 1, null)];
    const sd = Math.sqrt(byName('lognormal3').line.variance(config.truth));
    const fit = estimatorFor('lognormal3', 'mle').fit(values);
    const highest = logLikelihood(values, fit.ok ? paramsOf(fit).threshold! : NaN);
    const at = (pixel: number) =>
      y.toPixel(logLikelihood(values, 5 + sd * x.toValue(pixel)) - highest);
    const curve = points(svg, selector);
    expect(curve.length).toBeGreaterThan(10);
    for (const [pixel, height] of curve) {
      const slope = Math.abs(at(pixel + 0.06) - at(pixel - 0.06));
      if (!(slope < 20)) continue;
      expect(Math.abs(height - at(pixel)), `${x.toValue(pixel)}`).toBeLessThan(HAIR + slope);
    }
  });

  it('are the flatter, the smaller the log-scale', () => {
    const widths = ['[stroke-dasharray="5 4"]', '[stroke-width="2"]', '[stroke-dasharray="1.5 2"]']
      .map((selector) => points(svg, selector).filter(([, height]) => height < y.toPixel(-2)))
      .map((high) => high.map(([pixel]) => pixel))
      .map((places) => Math.max(...places) - Math.min(...places));
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
    expect(profileShapes.takeaway(result, 0)).toContain('The smaller σ, the flatter');
  });

  it('have an upright line where the original is', () => {
    for (const [pixel] of points(svg, '[stroke="var(--original)"]'))
      expect(Math.abs(pixel - x.toPixel(0))).toBeLessThan(HAIR);
  });

  it('are named, and so are the axes', () => {
    expect(legendOf(svg)).toEqual([
      'dashed ink: σ = 0.3',
      'line ink: σ = 0.6',
      'dotted ink: σ = 1.2',
    ]);
    expect(axisNames(svg)).toEqual({
      x: 'threshold less the original’s, in SD →',
      y: '↑ log-likelihood, less its maximum',
      heading: '',
    });
  });

  it('are in the table, every fourth point of each', () => {
    const { columns, rows } = profileShapes.table(result, 0);
    expect(columns).toEqual([
      'log-scale',
      'threshold, in standard deviations',
      'log-likelihood, less its maximum',
    ]);
    expect([0.3, 0.6, 1.2].map((sdlog) => rows.filter(([own]) => own === sdlog).length)).toEqual([
      41, 41, 41,
    ]);
    const own = rows.filter(([sdlog]) => sdlog === 0.6).map((row) => row.map(Number));
    const values = [...valuesOf(result.config, 1, null)];
    const fit = estimatorFor('lognormal3', 'mle').fit(values);
    const highest = logLikelihood(values, fit.ok ? paramsOf(fit).threshold! : NaN);
    const sd = Math.sqrt(byName('lognormal3').line.variance(truth));
    for (const [, off, l] of own.slice(0, 30))
      expect(Math.abs(l! - (logLikelihood(values, 5 + sd * off!) - highest))).toBeLessThan(1e-6);
  });
});
