import { describe, expect, it } from 'vitest';
import { run as demo } from '../../../src/components/demos/run.ts';
import { generation } from '../../../src/components/figures/generation.ts';
import { valuesOf } from '../../../src/lib/recursion.ts';
import type { RunResult } from '../../../src/lib/jobs/run.ts';
import {
  axisNames,
  centre,
  drawn,
  HAIR,
  legendOf,
  marks,
  strokes,
  xScale,
} from '../../support/readChart.ts';
import { madeUpRun } from '../madeUp.ts';

const truth = { mu: 50, sigma: 10 };
const fits = [
  { mu: 55, sigma: 8 },
  { mu: 45, sigma: 5 },
];
const run = (n: number, seed = 'generation') => madeUpRun(fits, { truth, n, seed });

/** The values of generation 1 or 2. */
const dataOf = ({ config }: RunResult, frame: number) => [
  ...valuesOf(config, frame + 1, frame === 0 ? null : fits[frame - 1]!),
];

const DATA = '[stroke="var(--ink-muted)"]';
const BARS = '[fill="var(--ink-muted)"]';

describe('the data of a generation', () => {
  it('are a dot each, up to 60 of them', () => {
    const result = run(60);
    const svg = drawn(generation, result, 1);
    const { toPixel, toValue } = xScale(svg);
    const dots = strokes(svg, DATA).map(([dot]) => dot!);
    const values = dataOf(result, 1);
    // What lies outside the picture is not drawn.
    const shown = values.filter((x) => x > toValue(14) && x < toValue(706));
    expect(shown.length).toBeGreaterThan(55);
    expect(dots).toHaveLength(shown.length);
    dots.forEach(([x], i) => expect(Math.abs(x - toPixel(shown[i]!))).toBeLessThan(HAIR));
    expect(marks(svg, DATA)[0]!.getAttribute('stroke-linecap')).toBe('round');
    expect(marks(svg, BARS)[0]!.getAttribute('d')).toBe('');
  });

  it('are a tick each beyond, fainter where there are more than 2,000', () => {
    const opacity = (n: number) =>
      marks(drawn(generation, run(n), 0), DATA)[0]!.getAttribute('stroke-opacity');
    expect([60, 61, 2000, 2001].map(opacity)).toEqual(['0.75', '0.5', '0.5', '0.12']);
    const svg = drawn(generation, run(61), 0);
    for (const [from, to] of strokes(svg, DATA)) {
      expect(from![0]).toBe(to![0]);
      expect(Math.abs(to![1] - from![1] - 15)).toBeLessThan(HAIR);
    }
  });

  it('are counted beyond 60 in 2∛n bars as high as their density', () => {
    const result = run(1000);
    const svg = drawn(generation, result, 0);
    const { toValue } = xScale(svg);
    const values = dataOf(result, 0).sort((a, b) => a - b);
    const bars = strokes(svg, BARS);
    const [low, high] = [values[0]!, values.at(-1)!];
    const width = (high - low) / 20;
    const counts = Array.from({ length: 20 }, (_, i) => {
      const isLast = i === 19;
      return values.filter((x) => x >= low + i * width && (isLast || x < low + (i + 1) * width))
        .length;
    });
    expect(bars).toHaveLength(20);
    // The peak of the original curve, with density 1 / (10 sqrt(2 pi)), gives the scale.
    const curve = strokes(svg, '[stroke="var(--original)"]').flat();
    const [base] = bars[0]![0]!.slice(1);
    const peak = base! - Math.min(...curve.map(([, y]) => y));
    const perUnit = peak * 10 * Math.sqrt(2 * Math.PI);
    for (const [i, bar] of bars.entries()) {
      const [from, top, right] = [bar[0]!, bar[1]![1], bar[2]![0]];
      expect(Math.abs(toValue(from[0]) - (low + i * width))).toBeLessThan(0.02);
      // A pixel is left between bars.
      expect(Math.abs(toValue(right + 1) - (low + (i + 1) * width))).toBeLessThan(0.02);
      const wanted = (perUnit * counts[i]!) / (1000 * width);
      expect(Math.abs(base! - top - wanted), `bar ${i}`).toBeLessThan(0.5);
    }
  });
});

describe('the curves of a generation', () => {
  const svg = drawn(generation, run(20), 1);
  const { toPixel } = xScale(svg);
  const peakOf = (colour: string) => {
    const curve = strokes(svg, `[stroke="var(--${colour})"][fill="none"]`).flat();
    return curve.reduce((a, b) => (b[1] < a[1] ? b : a));
  };

  it('are the fit over the original, the narrower the higher', () => {
    const [original, fit] = [peakOf('original'), peakOf('ink')];
    expect(Math.abs(original[0] - toPixel(50))).toBeLessThan(toPixel(1) - toPixel(0));
    expect(Math.abs(fit[0] - toPixel(45))).toBeLessThan(toPixel(1) - toPixel(0));
    // The line under the curves, 48 pixels above the axis.
    const [, base] = strokes(svg, '[stroke="var(--line)"]')[0]![0]!;
    // A peak may fall between two points of the curve, where its height is within a fifth of a per
    // cent.
    expect(Math.abs((base - fit[1]) / (base - original[1]) - 10 / 5)).toBeLessThan(0.01);
  });

  it('have the mean and one standard deviation on either side below them', () => {
    const [dot] = marks(svg, '[fill="var(--mean)"]');
    expect(Math.abs(centre(dot!)[0] - toPixel(45))).toBeLessThan(HAIR);
    const [bar] = strokes(svg, '[stroke="var(--spread)"]');
    for (const [side, value] of [40, 50].entries())
      expect(Math.abs(bar![side]![0] - toPixel(value))).toBeLessThan(HAIR);
  });

  it('are named, with the generation', () => {
    expect(legendOf(svg)).toEqual([
      'thin original: the original',
      'ticks ink-muted: data of generation 2',
      'line ink: curve fitted to them',
      'ring accent: drag',
    ]);
    expect(axisNames(svg)).toMatchObject({ x: 'value →', y: '' });
    expect(svg.getAttribute('aria-label')).toContain('(generation 2)');
  });

  it('are the original alone where there is no fit', () => {
    const end = drawn(generation, run(20), 2);
    expect(marks(end, '[stroke="var(--ink)"], [fill="var(--mean)"]')).toHaveLength(0);
    expect(marks(end, '[stroke="var(--original)"]')).toHaveLength(1);
  });

  it('stay within 40 standard deviations of the original', () => {
    const far = madeUpRun([{ mu: 5000, sigma: 100 }], { truth, n: 20 });
    const { ticks, toPixel: place } = xScale(drawn(generation, far, 0));
    expect(Math.abs(place(50 + 400) - 706)).toBeLessThan(HAIR);
    expect(Math.min(...ticks)).toBeGreaterThan(0);
  });
});

describe('the words on a generation', () => {
  const outside = (result: RunResult, frame: number) =>
    dataOf(result, frame).filter((x) => x < 30 || x > 70).length;
  const seeds = Array.from({ length: 60 }, (_, i) => String(i));
  /** The first run in which so many of 40 real values lie beyond two standard deviations. */
  const runWith = (wanted: number) =>
    run(
      40,
      seeds.find((seed) => outside(run(40, seed), 0) === wanted),
    );

  it.each([
    [0, 'lie'],
    [1, 'lies'],
    [2, 'lie'],
  ])('count the values beyond two original standard deviations: %i', (wanted, verb) => {
    const result = runWith(wanted);
    const values = dataOf(result, 0);
    // 4.55 % of 40 values are 1.82.
    expect(generation.takeaway(result, 0)).toBe(
      `The 40 values of generation 1 run from ${Math.min(...values).toFixed(1)} to ${Math.max(...values).toFixed(1)}; ` +
        `${wanted} of them ${verb} more than two original standard deviations from the original mean, ` +
        'where real data would have about 2.',
    );
  });

  it.each([
    [10, '0'],
    [12, '1'],
    [200, '9'],
    [10_000, '455'],
  ])('say how many there would be of %i real ones', (n, wanted) => {
    expect(generation.takeaway(run(n), 0)).toMatch(
      new RegExp(`where real data would have about ${wanted}\\.$`),
    );
  });

  it('count in the generation shown', () => {
    const result = run(200);
    const said = generation.takeaway(result, 1);
    expect(said).toContain('values of generation 2 run from');
    const count = outside(result, 1);
    expect(count).not.toBe(outside(result, 0));
    expect(said).toContain(`; ${count} of them `);
  });
});

it('has the values of the generation in its table', () => {
  const result = run(3);
  expect(generation.table(result, 1)).toEqual({
    columns: ['value number', 'value in generation 2'],
    rows: dataOf(result, 1).map((x, i) => [i + 1, x]),
  });
});

it('says how it is to be read, and its demo which generation that is and what was run', () => {
  const result = run(3);
  expect(generation.note!(result)).toBe('Bars: histogram of the values.');
  expect(generation.redraws).toBe(true);
  expect(demo.frameLabel(result, 1)).toMatch(/^Generation 2 /);
  expect(demo.caption(result)).toMatch(/^n = 3 · /);
});
