import { describe, expect, it } from 'vitest';
import { byHandFigure as byHand } from '../../../src/components/figures/byHand.ts';
import { valuesOf } from '../../../src/lib/recursion.ts';
import {
  axisNames,
  centre,
  drawn,
  HAIR,
  marks,
  strokes,
  textsOf,
  xScale,
} from '../../support/readChart.ts';
import { madeUpRun } from '../madeUp.ts';

const truth = { mu: 50, sigma: 10 };
const fits = [
  { mu: 52, sigma: 8 },
  { mu: 49, sigma: 11 },
];
const result = madeUpRun(fits, { truth, n: 5, generations: 3, seed: 'by hand' });
/** The values that generations 1, 2 and 3 are fitted to, in their order. */
const data = [null, ...fits].map((fit, i) => [...valuesOf(result.config, i + 1, fit)]);

/** Frames are counted from 0: four to a generation. */
const frameOf = (t: number, step: number) => 4 * (t - 1) + step - 1;

const REAL = 'circle[r="4"]';
const MADE = '[stroke="var(--ink)"][stroke-linecap="round"]';

describe('the data of a round', () => {
  it('are hollow dots where they are real', () => {
    const svg = drawn(byHand, result, frameOf(1, 1));
    const { toPixel } = xScale(svg);
    const dots = marks(svg, REAL);
    expect(dots.map((dot) => dot.parentElement!.getAttribute('stroke'))).toEqual(
      data[0]!.map(() => 'var(--original)'),
    );
    expect(dots[0]!.parentElement!.getAttribute('fill')).toBe('none');
    dots.forEach((dot, i) =>
      expect(Math.abs(centre(dot)[0] - toPixel(data[0]![i]!))).toBeLessThan(HAIR),
    );
    expect(marks(svg, MADE)).toHaveLength(0);
  });

  it('are filled dots where a model made them', () => {
    const svg = drawn(byHand, result, frameOf(2, 1));
    const { toPixel } = xScale(svg);
    expect(marks(svg, REAL)).toHaveLength(0);
    const dots = strokes(svg, MADE).map(([dot]) => dot!);
    expect(dots).toHaveLength(5);
    dots.forEach(([x], i) => expect(Math.abs(x - toPixel(data[1]![i]!))).toBeLessThan(HAIR));
  });
});

describe('the steps of a round', () => {
  const said = (frame: number) =>
    textsOf(drawn(byHand, result, frame))
      .filter(({ className }) => className.startsWith('step'))
      .map(({ text, className }) => `${text}${className === 'step' ? '' : ' (later)'}`);

  it('are said one after the other', () => {
    expect(said(frameOf(1, 1))).toEqual([
      '1  Datareal values, from the original',
      '2  Estimates (later)',
      '3  Curve (later)',
      '4  New data (later)',
    ]);
    expect(said(frameOf(2, 2)).slice(0, 3)).toEqual([
      '1  Datamade by the curve of generation 1',
      '2  Estimatesmean 49, SD 11',
      '3  Curve (later)',
    ]);
    expect(said(frameOf(2, 4)).slice(2)).toEqual([
      '3  Curvenormal, with that mean and spread',
      '4  New datadrawn from it: the next data',
    ]);
  });

  it('show from the second on the mean, and one standard deviation on either side', () => {
    expect(marks(drawn(byHand, result, frameOf(2, 1)), '[stroke="var(--spread)"]')).toEqual([]);
    const svg = drawn(byHand, result, frameOf(2, 2));
    const { toPixel } = xScale(svg);
    const [bar] = strokes(svg, '[stroke="var(--spread)"]');
    for (const [side, value] of [38, 60].entries())
      expect(Math.abs(bar![side]![0] - toPixel(value))).toBeLessThan(HAIR);
    const [dot] = marks(svg, '[fill="var(--mean)"]');
    expect(Math.abs(centre(dot!)[0] - toPixel(49))).toBeLessThan(HAIR);
  });

  it('show from the third on the curve of the fit over that of the original', () => {
    const CURVES = '[stroke="var(--ink)"][fill="none"], [stroke="var(--original)"]';
    expect(marks(drawn(byHand, result, frameOf(2, 2)), CURVES)).toHaveLength(0);
    const svg = drawn(byHand, result, frameOf(2, 3));
    const { toPixel } = xScale(svg);
    const peaks = marks(svg, CURVES).map((path) => {
      const points = strokes(path).flat();
      const base = Math.max(...points.map(([, y]) => y));
      const [x, y] = points.reduce((a, b) => (b[1] < a[1] ? b : a));
      return { colour: path.getAttribute('stroke'), x, height: base - y };
    });
    expect(peaks.map(({ colour }) => colour)).toEqual(['var(--original)', 'var(--ink)']);
    // Points of a curve are up to a tenth of a standard deviation apart.
    for (const [i, mu] of [50, 49].entries())
      expect(Math.abs(peaks[i]!.x - toPixel(mu))).toBeLessThan(toPixel(1) - toPixel(0));
    expect(Math.abs(peaks[1]!.height / peaks[0]!.height - 10 / 11)).toBeLessThan(0.01);
  });

  it('show in the fourth the values that the next round begins with', () => {
    const svg = drawn(byHand, result, frameOf(1, 4));
    const { toPixel } = xScale(svg);
    const dots = strokes(svg, MADE).map(([dot]) => dot!);
    dots.forEach(([x], i) => expect(Math.abs(x - toPixel(data[1]![i]!))).toBeLessThan(HAIR));
    expect(dots).toHaveLength(5);
    expect(marks(drawn(byHand, result, frameOf(1, 3)), MADE)).toHaveLength(0);
  });

  it('are in the name of the picture, and its axis has one', () => {
    const svg = drawn(byHand, result, frameOf(2, 3));
    expect(svg.getAttribute('aria-label')).toBe(
      'One round: data, estimates, curve, new data: generation 2, step 3 of 4',
    );
    expect(axisNames(svg).x).toBe('value →');
  });
});

describe('the words on a round', () => {
  it('say in its first step where the values come from', () => {
    expect(byHand.takeaway(result, frameOf(1, 1))).toBe(
      '5 values, real values, from the original.',
    );
    expect(byHand.takeaway(result, frameOf(2, 1))).toBe(
      '5 values, made by the curve of generation 1.',
    );
  });

  it.each([
    [0.994, 'narrower than the curve its data came from (8 → 7.95)'],
    [0.996, 'almost as wide as the curve its data came from'],
    [1.004, 'almost as wide as the curve its data came from'],
    [1.006, 'wider than the curve its data came from (8 → 8.05)'],
  ])('say later how wide the curve is: %d times as wide', (times, words) => {
    const run = madeUpRun([fits[0]!, { mu: 50, sigma: 8 * times }], { truth, n: 5 });
    for (const step of [2, 3, 4])
      expect(byHand.takeaway(run, frameOf(2, step))).toBe(
        `By luck of the draw, the curve of generation 2 is ${words}.`,
      );
  });

  it('compare the first curve with the original', () => {
    expect(byHand.takeaway(result, frameOf(1, 2))).toContain('narrower than the curve its data');
    expect(byHand.takeaway(result, frameOf(1, 2))).toContain('(10 → 8)');
  });

  it('say where there is nothing left to fit', () => {
    expect(byHand.takeaway(result, frameOf(3, 2))).toMatch(/^All the values are equal: /);
    const svg = drawn(byHand, result, frameOf(3, 4));
    expect(svg.textContent).toContain('none: all values are equal');
    expect(marks(svg, '[stroke="var(--spread)"], [fill="var(--mean)"]')).toHaveLength(0);
  });
});

describe('the table of a round', () => {
  it('has its values and those made from its curve', () => {
    const { columns, rows } = byHand.table(result, frameOf(1, 1));
    expect(columns).toEqual([
      'value number',
      'data of generation 1',
      'new data drawn from its curve',
    ]);
    expect(rows).toEqual(data[0]!.map((x, i) => [i + 1, x, data[1]![i]]));
  });

  it('has no new values where there is no curve', () => {
    expect(byHand.table(result, frameOf(3, 1)).rows).toEqual(
      data[2]!.map((x, i) => [i + 1, x, '']),
    );
  });
});
