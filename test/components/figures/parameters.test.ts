import { describe, expect, it } from 'vitest';
import { run as demo } from '../../../src/components/demos/run.ts';
import { parameters } from '../../../src/components/figures/parameters.ts';
import { captionText } from '../../../src/components/island/caption.ts';
import {
  axisNames,
  differences,
  drawn,
  legendOf,
  marks,
  points,
  spaced,
  strokes,
  xScale,
  yScale,
} from '../../support/readChart.ts';
import { madeUpRun } from '../madeUp.ts';

const truth = { mu: 100, sigma: 20 };
const fits = [
  { mu: 104, sigma: 25 },
  { mu: 90, sigma: 12 },
  { mu: 70, sigma: 40 },
  { mu: 75, sigma: 5 },
];
const result = madeUpRun(fits, { truth });

const BARS = '[stroke="var(--spread)"]';
const DOTS = '[stroke="var(--mean)"]';

describe('the picture of means and standard deviations', () => {
  const svg = drawn(parameters, result, 0, { still: true });
  const scales = { x: xScale(svg), y: yScale(svg) };

  it('has a dot at each mean', () => {
    const wanted = fits.map(({ mu }, i) => [i + 1, mu] as const);
    expect(differences(points(svg, DOTS), wanted, scales)).toEqual([]);
  });

  it('has a bar from one standard deviation below each mean to one above', () => {
    const bars = strokes(svg, BARS);
    expect(bars).toHaveLength(4);
    for (const [i, { mu, sigma }] of fits.entries()) {
      const ends = [...bars[i]!].sort((a, b) => b[1] - a[1]);
      const wanted = [mu - sigma, mu + sigma].map((value) => [i + 1, value] as const);
      expect(differences(ends, wanted, scales)).toEqual([]);
    }
  });

  it('has a line across at the original mean', () => {
    const line = points(svg, '[stroke="var(--original)"]');
    const across = [
      [1, 100],
      [4, 100],
    ] as const;
    expect(differences(line, across, scales)).toEqual([]);
  });

  it('names its marks and its axes', () => {
    expect(legendOf(svg)).toEqual([
      'dot mean: fitted mean',
      'bar spread: ± one standard deviation',
      'thin original: original mean, 100',
    ]);
    expect(axisNames(svg)).toEqual({ x: 'Generation →', y: '↑ value', heading: '' });
    expect(svg.getAttribute('aria-label')).toBe(parameters.title(result));
  });

  it('holds the original’s spread where no run goes as far', () => {
    const run = madeUpRun([{ mu: 100, sigma: 1 }], { truth });
    const narrow = drawn(parameters, run, 0, { height: 300 });
    const { toPixel } = yScale(narrow);
    const [top, bottom] = [toPixel(123), toPixel(77)];
    // 300 pixels less the axis below and the legend above.
    expect(bottom).toBeCloseTo(260, 0);
    expect(top).toBeGreaterThan(30);
    expect(top).toBeLessThan(60);
  });

  it('draws thinner marks where there are more, within limits', () => {
    const widthsFor = (generations: number) => {
      const many = madeUpRun(
        Array.from({ length: generations }, () => truth),
        { truth },
      );
      const drawing = drawn(parameters, many, 0, { still: true });
      return [BARS, DOTS].map((selector) =>
        Number(marks(drawing, selector)[0]!.getAttribute('stroke-width')),
      );
    };
    expect(widthsFor(4)).toEqual([5, 8]);
    // 662 pixels for 200 steps, of which bars take 0.6 and dots 0.9.
    expect(widthsFor(201)).toEqual([1.99, 2.98]);
    expect(widthsFor(600)).toEqual([0.7, 2.4]);
  });
});

describe('the live picture', () => {
  it('is at full strength up to its generation, and faint beyond', () => {
    const svg = drawn(parameters, result, 1);
    const [faint, clear] = marks(svg, DOTS);
    expect(faint!.getAttribute('d')).toBe(clear!.getAttribute('d'));
    expect(faint!.parentElement!.getAttribute('class')).toBe('future');
    const clip = svg.querySelector('clipPath')!;
    expect(clear!.parentElement!.getAttribute('clip-path')).toBe(
      `url(#${clip.getAttribute('id')})`,
    );
    const [left, width] = ['x', 'width'].map((name) =>
      Number(clip.querySelector('rect')!.getAttribute(name)),
    );
    const { toPixel } = xScale(svg);
    expect(Math.abs(left! + width! - toPixel(2))).toBeLessThan(1);
    expect(left).toBeLessThan(toPixel(1));
    const line = svg.querySelector('.playhead')!.getAttribute('transform')!;
    expect(Math.abs(Number(/translate\(([\d.]+)/.exec(line)![1]) - toPixel(2))).toBeLessThan(0.2);
  });

  it('has nothing faint left at the end', () => {
    const future = (frame: number) =>
      drawn(parameters, result, frame).querySelector('.future')!.getAttribute('visibility');
    expect([2, 3].map(future)).toEqual(['visible', 'hidden']);
  });
});

describe('a long run', () => {
  const long = (generations: number) =>
    madeUpRun(
      Array.from({ length: generations }, (_, i) => ({ mu: i, sigma: 1 })),
      { truth: { mu: 0, sigma: 1 } },
    );
  const generationsIn = (generations: number, still: boolean) => {
    const svg = drawn(parameters, long(generations), 0, { still });
    const { toValue } = xScale(svg);
    return strokes(marks(svg, DOTS)[0]!).map(([dot]) => Math.round(toValue(dot![0])));
  };

  it('is drawn whole up to 600 generations, then every so many and the last', () => {
    expect(generationsIn(600, false)).toHaveLength(600);
    expect(generationsIn(602, false)).toEqual([
      ...Array.from({ length: 301 }, (_, i) => 2 * i + 1),
      602,
    ]);
    expect(generationsIn(1300, false).slice(0, 3)).toEqual([1, 4, 7]);
  });

  it('is drawn half as dense where nothing moves, from 301 generations on', () => {
    expect(generationsIn(300, true)).toHaveLength(300);
    expect(generationsIn(301, true).slice(0, 3)).toEqual([1, 3, 5]);
  });

  it('says which generations are drawn', () => {
    const caption = (generations: number) =>
      captionText({ ...demo, figures: [parameters] }, long(generations));
    expect(caption(600)).toMatch(/^n = 100 · 600 generations/);
    expect(caption(601)).toMatch(/^Every 2nd generation is drawn\. n = 100 · 601 generations/);
    expect(caption(1300)).toMatch(/^Every 3rd generation is drawn\. /);
    expect(caption(2000)).toMatch(/^Every 4th generation is drawn\. /);
  });
});

describe('the words on a run', () => {
  /** Of a run whose last fit is so far off and so wide, in units of the original. */
  const said = (off: number, width: number) =>
    spaced(
      parameters.takeaway(
        madeUpRun([truth, { mu: 100 + 20 * off, sigma: 20 * width }], { truth }),
        0,
      ),
    );

  it.each([
    [0.24, 'the mean has stayed near its start (100 → 105)'],
    [-0.24, 'the mean has stayed near its start (100 → 95.2)'],
    [0.26, 'the mean has wandered from 100 to 105, 0.260 original standard deviations away'],
    [-0.26, 'the mean has wandered from 100 to 94.8, 0.260 original standard deviations away'],
    [3, 'the mean has wandered from 100 to 160, 3 original standard deviations away'],
  ])('of a mean %d standard deviations off', (off, words) => {
    expect(said(off, 1)).toBe(
      `After 2 generations ${words}, and the spread is about where it began.`,
    );
  });

  it.each([
    [0.13, 'the spread has shrunk to 13 % of the original'],
    [0.94, 'the spread has shrunk to 94 % of the original'],
    [0.96, 'the spread is about where it began'],
    [1.04, 'the spread is about where it began'],
    [1.06, 'the spread is wider than it was, at 106 % of the original'],
  ])('of a spread of which %d is left', (width, words) => {
    expect(said(0, width)).toBe(
      `After 2 generations the mean has stayed near its start (100 → 100), and ${words}.`,
    );
  });

  it('of one generation, and of none', () => {
    const one = madeUpRun([truth], { truth });
    expect(parameters.takeaway(one, 0)).toMatch(/^After 1 generation the mean has stayed/);
    const none = madeUpRun([], { truth });
    expect(parameters.takeaway(none, 0)).toBe('No generation could be fitted.');
  });
});

it('has every fit in its table', () => {
  expect(parameters.table(result, 0)).toEqual({
    columns: ['generation', 'mean', 'standard deviation'],
    rows: [
      [1, 104, 25],
      [2, 90, 12],
      [3, 70, 40],
      [4, 75, 5],
    ],
  });
});
