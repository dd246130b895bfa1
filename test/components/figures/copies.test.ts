import { describe, expect, it } from 'vitest';
import { copiesFigure as copies } from '../../../src/components/figures/copies.ts';
import {
  axisNames,
  centre,
  drawn,
  HAIR,
  marks,
  spaced,
  strokes,
  textsOf,
  xScale,
} from '../../support/readChart.ts';
import { madeUpRun } from '../madeUp.ts';

const truth = { mu: 50, sigma: 10 };
/** So many generations, each a little narrower and further to the right. */
const run = (generations: number) =>
  madeUpRun(
    Array.from({ length: generations }, (_, i) => ({ mu: 50 + i / 5, sigma: 10 - i / 10 })),
    { truth },
  );
const SHOWN = [1, 5, 9, 13, 17, 21, 25, 29, 33, 37, 41, 45, 49, 53, 57];
const result = run(57);
const last = 56;

const svg = drawn(copies, result, last, { height: 440 });
const x = xScale(svg);
const original = strokes(svg, '[stroke="var(--original)"]').flat();
const hills = marks(svg, '[stroke="var(--ink)"]').map((path) => strokes(path).flat());
const bars = marks(svg, '[stroke="var(--spread)"]').map((path) => strokes(path).flat());
const dots = marks(svg, 'circle').map(centre);

describe('the stack of copies', () => {
  it('has fifteen generations, the first and the last among them, in equal steps', () => {
    expect(copies.table(result, last).rows.map(([t]) => t)).toEqual(SHOWN);
    expect([hills, bars, dots].map(({ length }) => length)).toEqual([15, 15, 15]);
  });

  it('has each mean as a dot and one standard deviation on either side as a bar', () => {
    for (const [j, t] of SHOWN.entries()) {
      const [mu, sigma] = [50 + (t - 1) / 5, 10 - (t - 1) / 10];
      expect(Math.abs(dots[j]![0] - x.toPixel(mu))).toBeLessThan(HAIR);
      const ends = [mu - sigma, mu + sigma].map(x.toPixel);
      for (const side of [0, 1] as const)
        expect(Math.abs(bars[j]![side]![0] - ends[side]!)).toBeLessThan(HAIR);
      // Both stand on the base line of their hill.
      expect(Math.abs(bars[j]![0]![1] - dots[j]![1])).toBeLessThan(HAIR);
    }
  });

  it('stands in equal steps below the original, the oldest at the top', () => {
    const bases = dots.map(([, y]) => y);
    const steps = bases.slice(1).map((y, j) => y - bases[j]!);
    for (const step of steps) expect(Math.abs(step - steps[0]!)).toBeLessThan(2 * HAIR);
    expect(steps[0]).toBeGreaterThan(20);
    expect(bases.at(-1)).toBeLessThan(400);
  });

  it('has hills as high as the root of the density, the original’s peak 58 pixels', () => {
    const peak = (points: typeof original) => points.reduce((a, b) => (b[1] < a[1] ? b : a));
    const top = peak(original);
    const foot = Math.max(...original.map(([, y]) => y));
    expect(Math.abs(top[0] - x.toPixel(50))).toBeLessThan(1.5);
    // The curve begins 3.3 standard deviations from its mean, where the root of the density is
    // e^(-3.3²/4) of that there.
    expect(Math.abs(foot - top[1] - 58 * (1 - Math.exp(-(3.3 ** 2) / 4)))).toBeLessThan(0.5);
    for (const [j, t] of SHOWN.entries()) {
      const hill = peak(hills[j]!);
      const height = 58 * Math.sqrt(10 / (10 - (t - 1) / 10));
      expect(Math.abs(dots[j]![1] - hill[1] - height), `generation ${t}`).toBeLessThan(0.3);
      // The nearest point of a curve of 70 steps over 11 standard deviations at most.
      expect(Math.abs(hill[0] - dots[j]![0])).toBeLessThan(x.toPixel(0.8) - x.toPixel(0));
    }
  });

  it('has the number of every other generation, and of the last', () => {
    const numbers = textsOf(svg).filter(({ className }) => className === 'row-label');
    expect(numbers.map(({ text }) => text)).toEqual([
      'original',
      ...['1', '9', '17', '25', '33', '41', '49', '57'],
    ]);
    for (const { text, y } of numbers.slice(1)) {
      const base = dots[SHOWN.indexOf(Number(text))]![1];
      expect(Math.abs(y - 4 - base)).toBeLessThan(HAIR);
    }
    const few = drawn(copies, run(4), 3);
    const names = textsOf(few).filter(({ className }) => className === 'row-label');
    expect(names.map(({ text }) => text)).toEqual(['original', '1', '3', '4']);
  });

  it('has no copy that is still to come', () => {
    const copiesAt = (frame: number) =>
      marks(drawn(copies, result, frame), '[stroke="var(--ink)"]').length;
    expect([0, 3, 4, 55, 56].map(copiesAt)).toEqual([1, 1, 2, 14, 15]);
  });

  it('names its axis', () => {
    expect(axisNames(svg)).toMatchObject({ x: 'value →', y: '' });
  });
});

describe('the words on the last copy', () => {
  it.each([
    [0.25, 0, '25 % of the original’s spread is left', '0'],
    [0.98, -2, '98 % of the original’s spread is left', '2'],
    [1.02, 3, 'the curve is wider than the original, as in a few runs it is', '3'],
  ])('with %d of the spread and %d standard deviations off', (width, off, words, far) => {
    const end = madeUpRun([truth, { mu: 50 + 10 * off, sigma: 10 * width }], { truth });
    expect(spaced(copies.takeaway(end, 0))).toBe(
      `After 2 generations ${words}, and its mean has moved by ${far} original standard deviations.`,
    );
  });

  it('are those of the last one, whatever is shown, and none without a fit', () => {
    expect(copies.takeaway(result, 0)).toBe(copies.takeaway(result, last));
    expect(copies.takeaway(madeUpRun([], { truth }), 0)).toBe('There is no model to show.');
  });

  it('say in the note whether all are shown', () => {
    expect(copies.note!(run(15))).toMatch(/^All of the fitted curves/);
    expect(copies.note!(run(16))).toMatch(/^Fifteen of the fitted curves/);
  });
});

it('has the fits that are shown in its table', () => {
  expect(copies.table(run(3), 0)).toEqual({
    columns: ['generation', 'mean', 'standard deviation'],
    rows: [
      [1, 50, 10],
      [2, 50.2, 9.9],
      [3, 50.4, 9.8],
    ],
  });
});
