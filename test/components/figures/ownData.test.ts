import { describe, expect, it } from 'vitest';
import { ownDataFigure as figure } from '../../../src/components/figures/ownData.ts';
import '../../../src/lib/withLognormals.ts';
import { estimatorsFor } from '../../../src/lib/estimators/index.ts';
import type { FitFailure } from '../../../src/lib/types.ts';
import { axisNames, drawn, legendOf, marks, strokes, xScale } from '../../support/readChart.ts';
import { byName } from '../../support/models.ts';

/** 27 values: 2∛27 = 6 bins of width 2, from 0 to 12. */
const values = Float64Array.from([
  ...[0, 0.5, 1],
  ...[2, 2.2, 2.4, 2.6, 2.8, 3, 3.2, 3.4, 3.6],
  ...[4, 4.5, 5, 5.2, 5.5, 5.8],
  ...[6, 6.5, 7, 7.5],
  ...[8, 9],
  ...[10.5, 11, 12],
]);
const COUNTS = [3, 9, 6, 4, 2, 3];

const FITS: Readonly<Record<string, readonly [number, number, number]>> = {
  mle: [-3, 2, 0.3],
  'zero-skewness': [-1, 1.7, 0.5],
  moments: [-2, 1.9, 0.4],
};

/**
 * Answers as if they had been found: those of `FITS`, and none of the other methods or of those
 * named.
 */
const answers = (...failing: string[]) =>
  estimatorsFor('lognormal3').map((estimator) => {
    const fit = failing.includes(estimator.id) ? undefined : FITS[estimator.id];
    if (!fit) {
      const reason: FitFailure = 'not-right-skewed';
      return {
        estimator,
        fit: { ok: false as const, reason },
        logLikelihood: null,
        standardErrors: null,
      };
    }
    const [threshold, meanlog, sdlog] = fit;
    return {
      estimator,
      fit: { ok: true as const, model: { threshold, meanlog, sdlog } },
      logLikelihood: -60.5,
      standardErrors:
        estimator.id === 'mle' ? { threshold: 1.5, meanlog: 0.25, sdlog: 0.125 } : null,
    };
  });

const result = { values, answers: answers() };
const mean = values.reduce((sum, x) => sum + x, 0) / 27;
const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 27;
const sd = Math.sqrt(variance);

const svg = drawn(figure, result);
const { toValue, toPixel } = xScale(svg);
const bars = strokes(svg, '[fill="var(--ink-muted)"]');
const base = bars[0]![0]![1];
/** Pixels of a density, by the second bin, which is the highest mark. */
const perUnit = (base - bars[1]![1]![1]) / (9 / 27 / 2);

describe('the picture of one’s own data', () => {
  it('has a bar for each bin, as high as its share of the values', () => {
    expect(bars).toHaveLength(6);
    for (const [i, bar] of bars.entries()) {
      expect(Math.abs(bar[0]![0] - toPixel(2 * i))).toBeLessThan(0.2);
      expect(Math.abs(bar[2]![0] + 1 - toPixel(2 * i + 2))).toBeLessThan(0.2);
      expect(Math.abs((base - bar[1]![1]) / perUnit - COUNTS[i]! / 54)).toBeLessThan(0.001);
    }
  });

  const density = (id: string) => {
    const [threshold, meanlog, sdlog] = FITS[id]!;
    const params = { threshold, meanlog, sdlog };
    return (x: number) => Math.exp(byName('lognormal3').line.logPdf(x, params));
  };
  const bestNormal = (x: number) =>
    Math.exp(-((x - mean) ** 2) / 2 / variance) / Math.sqrt(2 * Math.PI * variance);

  it.each([
    ['local maximum likelihood', '[stroke="var(--ink)"]:not([stroke-dasharray])', density('mle')],
    ['zero skewness', '[stroke-dasharray="6 3"]', density('zero-skewness')],
    ['moments', '[stroke-dasharray="2 2"]', density('moments')],
    ['the best normal', '[stroke="var(--original)"]', bestNormal],
  ])('has the density by %s', (_, selector, of) => {
    const curve = strokes(svg, selector).flat();
    expect(curve).toHaveLength(161);
    for (const [x, y] of curve)
      expect(Math.abs((base - y) / perUnit - of(toValue(x)))).toBeLessThan(0.001);
  });

  it('names what it shows', () => {
    const [mle, , ...rest] = estimatorsFor('lognormal3').map(({ label }) => label);
    const named = legendOf(svg);
    expect(named[0]).toBe('block line: your data');
    expect(named[1]).toBe(`line ink: ${mle}`);
    expect(named.slice(2, 4).map((name) => name.split(':')[0])).toEqual([
      'dashed ink',
      'dotted ink',
    ]);
    expect(named[4]).toBe('thin original: best normal');
    expect(named).toHaveLength(5);
    expect(rest.length).toBeGreaterThan(2);
    expect(axisNames(svg)).toMatchObject({ x: 'value →', y: '' });
  });

  it('leaves out what has no answer, and the marks still go with the names', () => {
    const without = drawn(figure, { values, answers: answers('mle') });
    const named = legendOf(without).slice(1, -1);
    expect(named.map((name) => name.split(':')[0])).toEqual(['line ink', 'dashed ink']);
    const curves = marks(without, '[stroke="var(--ink)"]');
    const peaks = curves.map((path) => strokes(path).flat());
    const labels = named.map((name) => name.split(': ')[1]);
    const of = labels.map((label) =>
      density(estimatorsFor('lognormal3').find((one) => one.label === label)!.id),
    );
    // Where the scale is another one, the ratio of two heights is the same.
    const scale = xScale(without);
    for (const [i, curve] of peaks.entries()) {
      const [a, b] = [curve[60]!, curve[90]!];
      const floor = strokes(without, '[fill="var(--ink-muted)"]')[0]![0]![1];
      const found = (floor - a[1]) / (floor - b[1]);
      const wanted = of[i]!(scale.toValue(a[0])) / of[i]!(scale.toValue(b[0]));
      expect(Math.abs(found / wanted - 1)).toBeLessThan(0.02);
    }
  });
});

describe('the words on one’s own data', () => {
  it('say how many methods have an answer, and how far apart the thresholds are', () => {
    expect(figure.takeaway(result, 0)).toBe(
      `3 of ${result.answers.length} methods have an answer: thresholds from −3 to −1: ${(2 / sd).toFixed(3)} standard deviations of your data apart.`,
    );
  });

  it('say where maximum likelihood has none, and why', () => {
    const said = figure.takeaway({ values, answers: answers('mle') }, 0);
    expect(said).toMatch(
      /^By local maximum likelihood there is no answer\. The values are not skew/,
    );
    expect(said).toContain(
      `A normal with mean ${mean.toPrecision(3)} and standard deviation ${sd.toPrecision(3)} is drawn for comparison.`,
    );
  });

  it('count the values and say from where to where they go', () => {
    expect(figure.note!(result)).toMatch(/^27 values from 0 to 12\. Standard errors/);
  });
});

it('has every method in its table, with its numbers or its reason', () => {
  const { columns, rows } = figure.table(result, 0);
  expect(columns).toEqual([
    'method',
    ...['threshold', 'meanlog', 'sdlog'],
    ...['se threshold', 'se meanlog', 'se sdlog'],
    'log-likelihood',
    'reason',
  ]);
  expect(rows.map(([method]) => method)).toEqual(estimatorsFor('lognormal3').map(({ id }) => id));
  const row = (id: string) => rows.find(([method]) => method === id)!.slice(1);
  expect(row('mle')).toEqual([-3, 2, 0.3, 1.5, 0.25, 0.125, -60.5, '']);
  expect(row('moments')).toEqual([-2, 1.9, 0.4, '', '', '', -60.5, '']);
  const other = rows.find(([method]) => !(String(method) in FITS))!;
  expect(other.slice(1)).toEqual(['', '', '', '', '', '', '', 'not-right-skewed']);
});
