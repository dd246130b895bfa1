import * as Plot from '@observablehq/plot';
import { describe, expect, it } from 'vitest';
import { chart } from '../../../src/components/charts/chart.ts';
import type { Frame } from '../../../src/components/charts/figure.ts';
import {
  dotMarks,
  dotsPath,
  linePath,
  px,
  segmentsPath,
} from '../../../src/components/charts/marks.ts';
import { drawn, HAIR, strokesOf, xScale, yScale, type Point } from '../../support/readChart.ts';

/** Sixty points with far more digits than are written. */
const wandering = Array.from({ length: 60 }, (_, i): Point => [
  100 + 37 * Math.sin(i * 1.7) + i / 7,
  50 + 41 * Math.cos(i * 2.3),
]);

const far = ([a, b]: Point, [c, d]: Point) => Math.max(Math.abs(a - c), Math.abs(b - d));

describe('the path pen', () => {
  it('writes each point to a tenth of a pixel, and errors do not add up', () => {
    const [line, ...others] = strokesOf(linePath(wandering));
    expect(others).toEqual([]);
    expect(line).toHaveLength(60);
    line!.forEach((point, i) => expect(far(point, wandering[i]!)).toBeLessThan(0.0501));
    const dots = strokesOf(dotsPath(wandering)).flat();
    expect(dots).toHaveLength(60);
    dots.forEach((point, i) => expect(far(point, wandering[i]!)).toBeLessThan(0.0501));
  });

  it('leaves a gap where there is no number', () => {
    const [a, b, c, d] = wandering as [Point, Point, Point, Point];
    const path = linePath([[NaN, 1], a, b, [3, NaN], [Infinity, 2], c, d, [5, -Infinity]]);
    expect(strokesOf(path).map((stroke) => stroke.length)).toEqual([2, 2]);
    expect(linePath([[NaN, NaN]])).toBe('');
  });

  it('writes short numbers, without a zero before the point or a comma before a sign', () => {
    expect(
      linePath([
        [0.5, 0.25],
        [0.25, -0.25],
        [10, 20],
      ]),
    ).toBe('M.5,.3l-.2-.5l9.7,20.2');
  });

  it('begins with an absolute move, so that paths can be joined', () => {
    const joined = linePath(wandering.slice(0, 3)) + linePath(wandering.slice(3, 5));
    const [first, second] = strokesOf(joined);
    expect([first!.length, second!.length]).toEqual([3, 2]);
    expect(far(second![0]!, wandering[3]!)).toBeLessThan(0.0501);
  });

  it('writes segments from one height to the other', () => {
    const segments = [
      [1, 10, 20],
      [2.34, 30.06, 5],
      [7, 1, 2],
    ] as const;
    expect(strokesOf(segmentsPath(segments))).toEqual(
      [
        [
          [1, 10],
          [1, 20],
        ],
        [
          [2.3, 30.1],
          [2.3, 5],
        ],
        [
          [7, 1],
          [7, 2],
        ],
      ].map((stroke) => stroke.map((point) => point.map((c) => expect.closeTo(c, 9)))),
    );
  });

  it('rounds coordinates to tenths', () => {
    expect([1.25, 1.249, -0.04, 300].map(px)).toEqual(['1.3', '1.2', '0', '300']);
  });
});

describe('dots', () => {
  it('are only where there is a point', () => {
    const figure = {
      draw: (_result: null, _frame: number, view: Parameters<typeof dotMarks>[0]) => ({
        svg: dotMarks(
          view,
          [
            [1, 2],
            [NaN, 3],
            [4, Infinity],
            [5, 6],
          ],
          'red',
          4,
        ) as unknown as SVGSVGElement,
      }),
    };
    const path = drawn(figure, null);
    expect(strokesOf(path.getAttribute('d')!).flat()).toEqual([
      [1, 2],
      [5, 6],
    ]);
    expect(path.getAttribute('stroke-width')).toBe('4');
  });
});

describe('a chart', () => {
  let frame: Frame;
  const figure = {
    draw: (_result: null, _frame: number, view: Parameters<typeof chart>[0]) =>
      chart(view, {
        name: 'A name',
        marginTop: 30,
        marginRight: 20,
        strip: 15,
        x: { domain: [0, 10] },
        y: { domain: [5, 25] },
        yLabel: 'the unit',
        heading: 'the heading',
        axes: () => [Plot.axisX({ ticks: 3 }), Plot.axisY({ ticks: 3 })],
        draw: (f) => {
          frame = f;
          return [null];
        },
      }),
  };
  const svg = drawn(figure, null, 0, { width: 400, height: 240 });

  it('has its marks where its ticks are', () => {
    const [x, y] = [xScale(svg), yScale(svg)];
    for (const value of [0, 3, 10])
      expect(Math.abs(frame.x(value) - x.toPixel(value))).toBeLessThan(HAIR);
    for (const value of [5, 9, 25])
      expect(Math.abs(frame.y(value) - y.toPixel(value))).toBeLessThan(HAIR);
  });

  it('fills its margins, and leaves the strip below the lowest value free', () => {
    expect(frame).toMatchObject({ left: 44, right: 380, top: 30, bottom: 200, width: 400 });
    expect([frame.x(0), frame.x(10)]).toEqual([44, 380]);
    expect([frame.y(5), frame.y(25)]).toEqual([185, 30]);
  });

  it('keeps its scales, which lead back from a pixel to its value', () => {
    const view = { width: 400, height: 200, document: svg.ownerDocument, uid: 'test' };
    const of = (type: 'linear' | 'log') =>
      chart(view, {
        name: 'Two scales',
        x: { domain: [0, 10] },
        y: { type, domain: [0.01, 100] },
        draw: () => [],
      });
    const { x, y, left, right } = of('log');
    expect([x.invert(left), x.invert(right), x.invert((left + right) / 2)]).toEqual([0, 10, 5]);
    expect(y.invert((y(0.01) + y(100)) / 2)).toBeCloseTo(1, 9);
    const { y: straight } = of('linear');
    expect(straight.invert((straight(0.01) + straight(100)) / 2)).toBeCloseTo(50.005, 9);
  });

  it('is a named image, with the unit above the axis and the heading above that', () => {
    expect(svg.getAttribute('role')).toBe('img');
    expect(svg.getAttribute('aria-label')).toBe('A name');
    expect(svg.querySelector('style')).toBeNull();
    const names = [...svg.querySelectorAll('.axis-name')].map((text) => [
      text.textContent,
      Number(text.getAttribute('y')),
    ]);
    expect(names).toEqual([
      ['↑ the unit', 20],
      ['the heading', 4],
    ]);
  });

  it('has in a low picture legend and name of the axis on one line, where they fit', () => {
    const key = [{ mark: 'dot', colour: 'red', label: 'a dot' } as const];
    const topOf = (width: number, height: number) =>
      chart(
        { width, height, document: svg.ownerDocument, uid: 'test' },
        {
          name: '',
          key,
          yLabel: 'a name of some length',
          x: { domain: [0, 1] },
          y: { domain: [0, 1] },
          draw: () => [],
        },
      ).top;
    expect(topOf(400, 320)).toBe(48);
    expect(topOf(120, 180)).toBe(42);
    expect(topOf(400, 180)).toBe(26);
  });
});
