import { describe, expect, it } from 'vitest';
import { edge } from '../../../src/components/demos/edge.ts';
import { edgeNow } from '../../../src/components/figures/edgeNow.ts';
import type { Params } from '../../../src/lib/types.ts';
import {
  axisNames,
  drawn,
  legendOf,
  marks,
  spaced,
  strokes,
  xScale,
} from '../../support/readChart.ts';
import { madeUp, madeUpPath, resultOf } from '../madeUp.ts';
import { byName } from '../../support/models.ts';

const lognormal = byName('lognormal3');
const truth = { threshold: 10, meanlog: 1, sdlog: 0.5 };
const at = [1, 2, 3, 4];
const fits = [
  { threshold: 9, meanlog: 1.25, sdlog: 0.4 },
  { threshold: 11, meanlog: 0.8, sdlog: 0.6 },
];
const normalLimit = { mu: 13, sigma: 1.5 };
const ensemble = madeUp({ at, truth, family: 'lognormal3', estimator: 'mle' }, () => truth, 10);
const keep = ['threshold', 'meanlog', 'sdlog'];
const ended = { t: 3, reason: 'not-right-skewed', normalLimit } as const;
const result = resultOf([ensemble], { keep, runs: [madeUpPath(ensemble, fits, ended)] });
const lost = resultOf([ensemble], {
  keep,
  runs: [madeUpPath(ensemble, fits, { t: 3, reason: 'no-interior-maximum' })],
});

const lognormalAt = (params: Params) => (x: number) => Math.exp(lognormal.line.logPdf(x, params));
const normalAt = (x: number) =>
  Math.exp(-((x - 13) ** 2) / 2 / 2.25) / Math.sqrt(2 * Math.PI * 2.25);

const paths = (svg: SVGSVGElement, colour: string) =>
  marks(svg, `path[stroke="var(--${colour})"]`).map((path) => strokes(path).flat());

/**
 * Fails unless a curve has the same shape as the original's and a density, each in the same unit of
 * height.
 */
function expectCurves(frame: number, density: (x: number) => number) {
  const svg = drawn(edgeNow, result, frame);
  const { toValue } = xScale(svg);
  const [original] = paths(svg, 'original');
  const [model, ...others] = paths(svg, 'ink');
  expect(others).toEqual([]);
  const [[, base]] = paths(svg, 'line')[0] as [[number, number]];
  const peak = original!.reduce((a, b) => (b[1] < a[1] ? b : a));
  const perUnit = (base - peak[1]) / lognormalAt(truth)(toValue(peak[0]));
  for (const [curve, of] of [
    [original!, lognormalAt(truth)],
    [model!, density],
  ] as const) {
    expect(curve).toHaveLength(141);
    for (const [x, y] of curve) {
      // A tenth of a pixel sideways, where the curve is steep.
      const slope = (of(toValue(x + 0.1)) - of(toValue(x - 0.1))) * perUnit;
      const off = base - y - of(toValue(x)) * perUnit;
      expect(Math.abs(off), `frame ${frame}, ${toValue(x)}`).toBeLessThan(0.3 + Math.abs(slope));
    }
  }
  return svg;
}

describe('the picture of this generation’s model', () => {
  it('has the density of run 1 over that of the original', () => {
    for (const frame of [0, 1]) {
      const svg = expectCurves(frame, lognormalAt(fits[frame]!));
      expect(legendOf(svg)).toEqual(['thin original: the original', 'line ink: run 1']);
      expect(svg.getAttribute('aria-label')).toContain(`(generation ${frame + 1})`);
    }
  });

  it('has, dashed, the normal in which the run has ended', () => {
    const svg = expectCurves(2, normalAt);
    expect(legendOf(svg)[1]).toBe('dashed ink: run 1: the normal limit');
    const [model] = marks(svg, 'path[stroke="var(--ink)"]');
    expect(model!.getAttribute('stroke-dasharray')).toBe('5 4');
    expectCurves(3, normalAt);
  });

  it('has the original alone where the run has ended otherwise', () => {
    const svg = drawn(edgeNow, lost, 2);
    expect(paths(svg, 'ink')).toEqual([]);
    expect(legendOf(svg)).toEqual(['thin original: the original']);
    expect(paths(drawn(edgeNow, lost, 1), 'ink')).toHaveLength(1);
  });

  it('ends at three times the original’s peak', () => {
    const spike = madeUpPath(ensemble, [{ threshold: 12, meanlog: -3, sdlog: 0.1 }]);
    const svg = drawn(edgeNow, resultOf([ensemble], { keep, runs: [spike] }));
    const [[, base]] = paths(svg, 'line')[0] as [[number, number]];
    const height = (colour: string) => base - Math.min(...paths(svg, colour)[0]!.map(([, y]) => y));
    expect(Math.abs(height('ink') / height('original') - 3)).toBeLessThan(0.01);
  });

  it('names its axis', () => {
    expect(axisNames(drawn(edgeNow, result)).x).toBe('value →');
  });
});

describe('the words on this generation’s model', () => {
  const percent = (share: number) =>
    share < 0.01 ? (100 * share).toPrecision(1) : (100 * share).toPrecision(2);

  it.each([0, 1])('say what it makes of the original’s tail and edge: frame %i', (frame) => {
    const tail = lognormal.line.quantile(0.95, truth);
    const above = 1 - lognormal.line.cdf(tail, fits[frame]!);
    const below = lognormal.line.cdf(10, fits[frame]!);
    expect(spaced(edgeNow.takeaway(result, frame))).toBe(
      `The original makes 5 % of its values above ${tail.toPrecision(3)}; this model makes ${percent(above)} % there, and ${below === 0 ? '0' : percent(below)} % below the original threshold, where the original has none.`,
    );
  });

  it('say the same of the normal limit, and nothing where there is no model', () => {
    // (10 - 13) / 1.5 is -2: 2.3 %.
    expect(spaced(edgeNow.takeaway(result, 2))).toContain('and 2.3 % below the original threshold');
    expect(edgeNow.takeaway(lost, 2)).toBe('Run 1 has no model to show here.');
  });

  it('name the generation, and say what was run', () => {
    expect(edgeNow.redraws).toBe(true);
    expect(edge.frameLabel(lost, 2)).toMatch(/^Generation 3 /);
    expect(edge.caption(lost)).toMatch(/^n = 100 · 4 generations · 10 runs, 10 to the end · /);
  });
});

it('has in its table what share the model has below percentiles of the original', () => {
  const { columns, rows } = edgeNow.table(result, 0);
  expect(columns).toEqual([
    'share',
    'percentile of the original',
    'share that the model has below it',
  ]);
  expect(rows).toHaveLength(11);
  for (const [p, x, share] of rows.map((row) => row.map(Number))) {
    expect(lognormal.line.cdf(x!, truth)).toBeCloseTo(p!, 12);
    expect(share).toBeCloseTo(lognormal.line.cdf(x!, fits[0]!), 12);
  }
  expect(edgeNow.table(lost, 2).rows.every((row) => row[2] === '')).toBe(true);
});
