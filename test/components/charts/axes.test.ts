import { describe, expect, it } from 'vitest';
import {
  generationAxis,
  logAxis,
  logAxisX,
  logMargin,
  logTicks,
  valueAxis,
  valueAxisX,
} from '../../../src/components/charts/axes.ts';
import { chart } from '../../../src/components/charts/chart.ts';
import { textWidth } from '../../../src/components/charts/textWidth.ts';
import { axisNames, drawn, textsOf, xScale, yScale, type Scale } from '../../support/readChart.ts';

type View = Parameters<typeof chart>[0];
type Options = Parameters<typeof chart>[1];
type Axes = NonNullable<Options['axes']>;

/** An empty chart with the axes that are given. */
const withAxes = (axes: Axes, scales: Pick<Options, 'x' | 'y'>, width = 720, height = 300) =>
  drawn(
    {
      draw: (_result: null, _frame: number, view: View) =>
        chart(view, {
          name: '',
          marginTop: 20,
          ...scales,
          axes,
          draw: () => [],
        }),
    },
    null,
    0,
    { width, height },
  );

/** Fails unless the lines of the grid are those of the labelled ticks. */
function expectGrid(svg: SVGSVGElement, side: 'x1' | 'y1', { ticks, toPixel }: Scale) {
  const lines = [...svg.querySelectorAll('line')].map((line) => Number(line.getAttribute(side)));
  expect(lines).toEqual(ticks.map((tick) => expect.closeTo(toPixel(tick), 1)));
}

describe('the ticks of a logarithmic axis', () => {
  it.each([
    // 1, 2, 5 where two decades hold them, 1 and 3 where four do, then powers of ten.
    [1.5, 80, [2, 5, 10, 20, 50]],
    [1, 100, [1, 2, 5, 10, 20, 50, 100]],
    [0.9, 60, [1, 3, 10, 30]],
    [0.5, 101, [1, 3, 10, 30, 100]],
    [0.02, 30, [0.03, 0.1, 0.3, 1, 3, 10, 30]],
    [0.02, 3000, [0.1, 1, 10, 100, 1000]],
    [1e-12, 1e12, [1e-12, 1e-8, 1e-4, 1, 1e4, 1e8, 1e12]],
    [1e-300, 1e300, [1e-300, 1e-200, 1e-100, 1, 1e100, 1e200, 1e300]],
    // In less than a step: every figure, or the ends themselves.
    [3.5, 6.5, [4, 5, 6]],
    [33, 38, [33, 38]],
  ])('from %d to %d', (low, high, wanted) => {
    expect(logTicks(low, high)).toEqual(wanted);
  });

  it('are at most nine, within the axis, in rising order', () => {
    for (let i = 0; i < 200; i++) {
      const low = 10 ** (-250 + 2.4 * i);
      for (const ratio of [1.01, 1.5, 4, 30, 700, 1e5, 1e20]) {
        const ticks = logTicks(low, low * ratio);
        expect(ticks.length).toBeGreaterThan(1);
        expect(ticks.length).toBeLessThan(10);
        expect(ticks.every((tick) => tick >= low && tick <= low * ratio)).toBe(true);
        expect(ticks).toEqual(ticks.toSorted((a, b) => a - b));
      }
    }
  });
});

describe('the ticks of a short logarithmic axis', () => {
  const far = (a: number, b: number) => Math.log(b) - Math.log(a);

  it('are round ones that stand apart', () => {
    expect(logTicks(1.5, 80, 8)).toEqual([2, 5, 10, 20, 50]);
    expect(logTicks(1.5, 80, 5)).toEqual([3, 10, 30]);
    expect(logTicks(0.02, 3000, 3)).toEqual([1, 100]);
    expect(logTicks(2.1, 9.9, 5)).toEqual([3, 5, 7]);
    for (const room of [2, 3, 5, 8]) {
      for (const [low, high] of [
        [1, 100],
        [3.5, 95],
        [0.2, 7e4],
        [1e-200, 1e200],
      ] as const) {
        const ticks = logTicks(low, high, room);
        const gaps = ticks.slice(1).map((tick, i) => far(ticks[i]!, tick) / far(low, high));
        if (ticks.length > 2) expect(Math.min(...gaps)).toBeGreaterThan(0.999 / room);
      }
    }
  });
});

describe('the axes of a low picture', () => {
  const low = (height: number) =>
    withAxes(
      (space) => [...logAxis(space), ...generationAxis(space)],
      { x: { domain: [1, 500] }, y: { type: 'log', domain: [0.02, 30] } },
      300,
      height,
    );
  const yOf = (svg: SVGSVGElement, wanted: string) =>
    textsOf(svg).find(({ text }) => text === wanted)!.y;

  it('have the name in the row of the labels, and none of these under it', () => {
    const [named, high] = [low(180), low(240)];
    expect(yOf(high, 'Generation →') - yOf(high, '200')).toBeGreaterThan(12);
    expect(textsOf(named).map(({ text }) => text)).not.toContain('500');
    expect(xScale(named).ticks).toEqual([100, 200, 300]);
    const last = textsOf(named).find(({ text }) => text === '300')!;
    const name = textsOf(named).find(({ text }) => text === 'Generation →')!;
    expect(last.x + textWidth('300') / 2).toBeLessThan(name.x - textWidth('Generation →'));
  });

  it('have fewer labels above each other', () => {
    expect(yScale(low(300), 'log').ticks).toEqual([0.03, 0.1, 0.3, 1, 3, 10, 30]);
    expect(yScale(low(110), 'log').ticks).toEqual([0.1, 1, 10]);
  });
});

describe('a logarithmic y axis', () => {
  const labels = (low: number, high: number) =>
    textsOf(
      withAxes(logAxis, {
        x: { domain: [0, 1] },
        y: { type: 'log', domain: [low, high] },
      }),
    ).map(({ text }) => text);

  it('has its labels where the values are', () => {
    const svg = withAxes((space) => [...logAxis(space), ...generationAxis(space)], {
      x: { domain: [1, 5] },
      y: { type: 'log', domain: [1.5, 80] },
    });
    const y = yScale(svg, 'log');
    expect(y.ticks).toEqual([2, 5, 10, 20, 50]);
    expect(Math.abs(y.toPixel(1.5) - 260)).toBeLessThan(0.2);
    expect(Math.abs(y.toPixel(80) - 20)).toBeLessThan(0.2);
    expectGrid(svg, 'y1', y);
  });

  it('writes ticks near 1 in full, and powers of ten far from it', () => {
    expect(labels(0.001, 20_000)).toEqual(['0.001', '0.1', '10', '1,000']);
    expect(labels(1e-5, 3e6)).toEqual(['10⁻⁵', '0.001', '0.1', '10', '1,000', '10⁵']);
    expect(labels(33, 38)).toEqual(['33', '38']);
  });

  it('has room for them', () => {
    // 12 and the longest of them, 44 at least.
    expect(logMargin(1, 100)).toBe(44);
    expect(logMargin(0.0001, 1)).toBe(12 + Math.ceil(textWidth('0.0003')));
    expect(logMargin(1e-250, 1)).toBe(12 + Math.ceil(textWidth('10⁻²⁵⁰')));
  });
});

describe('a logarithmic x axis', () => {
  const at = (width: number) =>
    withAxes(
      (space) => logAxisX(space, 'values'),
      {
        x: { type: 'log', domain: [1, 1000] },
        y: { domain: [0, 1] },
      },
      width,
    );

  it('has as many ticks as there is room for', () => {
    expect(xScale(at(720), 'log').ticks).toEqual([1, 3, 10, 30, 100, 300, 1000]);
    expect(xScale(at(240), 'log').ticks).toEqual([1, 10, 100, 1000]);
    expect(xScale(at(150), 'log').ticks).toEqual([1, 100]);
    expectGrid(at(330), 'x1', xScale(at(330), 'log'));
  });

  it('is named at its right end', () => {
    const { text, x } = textsOf(at(720)).at(-1)!;
    expect([text, x]).toEqual(['values →', 718]);
  });
});

describe('an axis of generations', () => {
  const at = (generations: number, width = 720) =>
    withAxes(
      generationAxis,
      {
        x: { domain: [1, generations] },
        y: { domain: [0, 1] },
      },
      width,
    );

  it('has whole generations only', () => {
    expect(xScale(at(2)).ticks).toEqual([1, 2]);
    expect(xScale(at(500)).ticks).toEqual([50, 100, 150, 200, 250, 300, 350, 400, 450, 500]);
    expect(axisNames(at(500)).x).toBe('Generation →');
  });

  it('has fewer labels where it is narrow, and a comma between thousands', () => {
    expect(xScale(at(500, 330)).ticks).toEqual([200, 400]);
    expect(textsOf(at(5000, 330)).map(({ text }) => text)).toContain('4,000');
  });
});

describe('linear axes of values', () => {
  const svg = withAxes((space) => [...valueAxisX(space, 'a value'), ...valueAxis(space)], {
    x: { domain: [-2, 3] },
    y: { domain: [-1500, 1500] },
  });

  it('have about five ticks, with signs and commas as the site writes them', () => {
    const texts = textsOf(svg).map(({ text }) => text);
    expect(yScale(svg).ticks).toEqual([-1500, -1000, -500, 0, 500, 1000, 1500]);
    expect(texts).toContain('−1,500');
    expect(axisNames(svg).x).toBe('a value →');
    expectGrid(svg, 'y1', yScale(svg));
    expect(xScale(svg).ticks).toEqual(expect.arrayContaining([-2, 0, 3]));
  });
});
