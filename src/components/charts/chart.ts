import * as Plot from '@observablehq/plot';
import type { Drawing, Frame, Scale, View } from './figure.ts';

/** A chart's axes and size. Marks draw themselves: one path for hundreds of points. */
export interface ChartOptions {
  /** Accessible name. */
  readonly name: string;
  readonly height: number;
  readonly marginTop: number;
  readonly marginLeft?: number;
  readonly marginRight?: number;
  /** Free space between the lowest value and the x axis. */
  readonly strip?: number;
  readonly x: Plot.ScaleOptions;
  readonly y: Plot.ScaleOptions;
  /** What the y axis shows, with its unit; printed above it. */
  readonly yLabel?: string;
  /** Printed above that, for charts that are to be compared. */
  readonly heading?: string;
  readonly axes?: Plot.Markish[];
  /** The marks, back to front. */
  readonly draw: (frame: Frame) => readonly (SVGElement | null)[];
}

const MARGIN_BOTTOM = 40;

/**
 * An Observable Plot chart in the site's style: class "plot", role img, text of 12 px, no inline style, so
 * that a strict CSP has nothing to forbid (charts.css says what Plot's own <style> would).
 */
export function chart(view: View, options: ChartOptions): Drawing {
  const { height, marginTop, marginLeft = 44, marginRight = 14, strip = 0 } = options;
  const bottom = height - MARGIN_BOTTOM;
  let frame: Omit<Drawing, 'svg'>;
  const svg = Plot.plot({
    document: view.document,
    className: 'plot',
    width: view.width,
    height,
    marginTop,
    marginLeft,
    marginRight,
    marginBottom: MARGIN_BOTTOM,
    x: { axis: null, ...options.x },
    y: { axis: null, range: [bottom - strip, marginTop], ...options.y },
    marks: [
      ...(options.axes ?? []),
      (_index, { x, y }, _values, _dimensions, { document }) => {
        const group = document.createElementNS(SVG, 'g');
        // Plot centres text by default; here labels start where they are put.
        group.setAttribute('text-anchor', 'start');
        frame = {
          x: x as Scale,
          y: y as Scale,
          left: marginLeft,
          right: view.width - marginRight,
          top: marginTop,
          bottom,
          width: view.width,
          height,
        };
        for (const mark of options.draw(frame)) if (mark) group.append(mark);
        const above = (text: string, by: number) =>
          element(view, 'text', { x: 4, y: marginTop - by, class: 'axis-name' }, text);
        if (options.yLabel) group.append(above(`↑ ${options.yLabel}`, 10));
        if (options.heading) group.append(above(options.heading, 26));
        return group;
      },
    ],
  }) as SVGSVGElement;
  svg.querySelector('style')?.remove();
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', options.name);
  return { svg, ...frame! };
}

const SVG = 'http://www.w3.org/2000/svg';

/** An SVG element with attributes. */
export function element(
  view: View,
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...children: (SVGElement | string)[]
): SVGElement {
  const made = view.document.createElementNS(SVG, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}

/** A line of the exact law: ink, dashed, on every chart the same. */
export const lawPath = (view: View, d: string) =>
  element(view, 'path', {
    d,
    fill: 'none',
    stroke: 'var(--law)',
    'stroke-width': 1.3,
    'stroke-dasharray': '5 4',
  });

/** A coordinate as written into paths: a tenth of a pixel is enough, and half the bytes. */
export const px = (value: number) => String(Math.round(value * 10) / 10);

/** Tenths of a pixel as written into paths: `-3` is `-.3`. Short numbers make light pages. */
const tenths = (value: number) =>
  String(value / 10)
    .replace(/^0\./, '.')
    .replace(/^-0\./, '-.');

/** A pair of numbers as path data: the comma is left out where a sign or a point separates already. */
const pair = (a: string, b: string) => (b.startsWith('-') ? a + b : `${a},${b}`);

/**
 * A pen that writes path data with relative moves: each number is small, and none drifts. The first move is absolute,
 * so that paths can be joined.
 */
function pen() {
  let [x, y] = [0, 0];
  let first = true;
  return (command: 'm' | 'l', toX: number, toY: number) => {
    const [nextX, nextY] = [Math.round(toX * 10), Math.round(toY * 10)];
    const move = (first ? 'M' : command) + pair(tenths(nextX - x), tenths(nextY - y));
    first = false;
    [x, y] = [nextX, nextY];
    return move;
  };
}

/** Path data through points; a gap where a coordinate is not finite. */
export function linePath(points: Iterable<readonly [number, number]>): string {
  const draw = pen();
  let path = '';
  let command: 'm' | 'l' = 'm';
  for (const [x, y] of points) {
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      command = 'm';
      continue;
    }
    path += draw(command, x, y);
    command = 'l';
  }
  return path;
}

/** Path data of a dot at each point: zero-length strokes with round caps, one element for all. */
export function dotsPath(points: Iterable<readonly [number, number]>): string {
  const draw = pen();
  let path = '';
  for (const [x, y] of points) path += `${draw('m', x, y)}h0`;
  return path;
}

/** Path data of a vertical segment from y1 to y2 at each x. */
export function segmentsPath(segments: Iterable<readonly [number, number, number]>): string {
  const draw = pen();
  let path = '';
  // A line to the second end, so that the pen's place stays true to a tenth.
  for (const [x, y1, y2] of segments) path += draw('m', x, y1) + draw('l', x, y2);
  return path;
}

/** A dot at each point that is one, all in one element, `size` pixels wide. */
export const dotMarks = (
  view: View,
  points: readonly (readonly [number, number])[],
  colour: string,
  size: number,
) =>
  element(view, 'path', {
    d: dotsPath(points.filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y))),
    stroke: colour,
    'stroke-width': size,
    'stroke-linecap': 'round',
  });

/** A ring around a dot: the reader's own. */
export const ringMark = (view: View, x: number, y: number, colour: string) =>
  element(view, 'circle', {
    cx: px(x),
    cy: px(y),
    r: 8,
    fill: 'none',
    stroke: colour,
    'stroke-width': 1.5,
  });
