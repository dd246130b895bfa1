import { describe, expect, it } from 'vitest';
import { bandDomain, clampY, edgeLabels } from '../../../src/components/charts/bands.ts';
import type { Frame } from '../../../src/components/charts/figure.ts';
import { drawn } from '../../support/readChart.ts';
import { madeUp, rungOf, RUNGS } from '../madeUp.ts';

/** A chart from 0 to 100 pixels, a value of 1 being at 50 and each doubling 10 pixels up. */
const f: Frame = {
  x: (value) => value,
  y: (value) => 50 - 10 * Math.log2(value),
  left: 0,
  right: 200,
  top: 0,
  bottom: 100,
  width: 250,
  height: 140,
};

type View = Parameters<typeof edgeLabels>[0];
type Labels = Parameters<typeof edgeLabels>[2];

const figure = {
  draw: (labels: Labels, _frame: number, view: View) => {
    const svg = view.document.createElement('svg') as unknown as SVGSVGElement;
    svg.append(...edgeLabels(view, f, labels));
    return { svg };
  },
};
/** The labels from top to bottom and the middle of each. */
const placed = (labels: Labels) =>
  [...drawn(figure, labels).querySelectorAll('text')].map((text) => [
    text.textContent,
    Number(text.getAttribute('y')) - 4,
  ]);

describe('labels at the right edge', () => {
  it('stand where they belong, from top to bottom', () => {
    expect(
      placed([
        { at: 80, text: 'low' },
        { at: 20, text: 'high' },
      ]),
    ).toEqual([
      ['high', 20],
      ['low', 80],
    ]);
  });

  it('are 13 pixels apart at least, the upper one keeping its place', () => {
    expect(
      placed([
        { at: 30, text: 'a' },
        { at: 32, text: 'b' },
        { at: 60, text: 'c' },
      ]),
    ).toEqual([
      ['a', 30],
      ['b', 43],
      ['c', 60],
    ]);
  });

  it('stay in the chart, and are moved up where they would leave it', () => {
    expect(placed([{ at: -50, text: 'above' }])).toEqual([['above', 4]]);
    expect(placed([{ at: 150, text: 'below' }])).toEqual([['below', 98]]);
    expect(
      placed([
        { at: 96, text: 'a' },
        { at: 97, text: 'b' },
        { at: 98, text: 'c' },
      ]),
    ).toEqual([
      ['a', 72],
      ['b', 85],
      ['c', 98],
    ]);
  });

  it('have a class of their own where one is given', () => {
    const svg = drawn(figure, [{ at: 1, text: 'a', className: 'name' }]);
    expect(svg.querySelector('text')!.getAttribute('class')).toBe('name');
  });
});

describe('a standard deviation in a chart', () => {
  it.each([
    [1, 50],
    [4, 30],
    [0.5, 60],
    // Beyond the chart: its edge.
    [1e9, 0],
    [1e-9, 100],
    [Infinity, 0],
    [0, 100],
    [1e-320, 100],
  ])('of %d is at %d pixels', (value, wanted) => {
    expect(clampY(f, value)).toBe(wanted);
  });
});

describe('the limits of an axis of bands', () => {
  const ensemble = madeUp(
    { at: [1, 2], truth: { mu: 0, sigma: 3 } },
    (t, r) => ({ mu: 0, sigma: t * 2 ** (rungOf(r) / 10) }),
    RUNGS,
  );

  it('hold nine tenths of the runs and the original, and a quarter more', () => {
    const [low, high] = bandDomain([ensemble]);
    expect(low).toBeCloseTo(2 ** -1.8 / 1.25, 12);
    expect(high).toBeCloseTo(2 * 2 ** 1.8 * 1.25, 12);
    const narrow = madeUp({ at: [1], truth: { mu: 0, sigma: 3 } }, () => ({ mu: 0, sigma: 2 }));
    expect(bandDomain([narrow])).toEqual([2 / 1.25, 3 * 1.25]);
  });

  it('hold other values, as far as these can be drawn', () => {
    expect(bandDomain([ensemble], [100, 0.01])).toEqual([0.01 / 1.25, 125]);
    expect(bandDomain([ensemble], [NaN, 0, Infinity, 1e-310])).toEqual(bandDomain([ensemble]));
  });
});
