import type { Frame, View } from './figure.ts';

export const SVG = 'http://www.w3.org/2000/svg';

/** An SVG element with attributes. */
export function element(
  view: Pick<View, 'document'>,
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...children: (SVGElement | string)[]
): SVGElement {
  const made = view.document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}

/** A line of the exact law: ink, dashed, on every chart the same. */
export const lawPath = (view: View, d: string) =>
  stroked(view, d, 'var(--law)', 1.3, { 'stroke-dasharray': '5 4' });

type Attributes = Readonly<Record<string, string | number>>;

/** A path that is drawn as a line. */
export const stroked = (
  view: View,
  d: string,
  colour: string,
  width: number,
  more: Attributes = {},
) => element(view, 'path', { d, fill: 'none', stroke: colour, 'stroke-width': width, ...more });

/** A line of one run or of a curve. */
export const lineMark = (view: View, d: string, colour: string, width = 2, more: Attributes = {}) =>
  stroked(view, d, colour, width, { 'stroke-linejoin': 'round', ...more });

type Points = readonly (readonly [x: number, y: number])[];

/** What lies between two lines. */
export const areaMark = (view: View, low: Points, high: Points, colour: string) =>
  element(view, 'path', {
    d: low.length === 0 ? '' : `${linePath([...low, ...high.toReversed()])}Z`,
    fill: colour,
  });

/** A line across the chart where the original stands. */
export const originalLine = (view: View, f: Frame, value: number) =>
  element(view, 'path', {
    d: `M${f.left},${f.y(value)}H${f.right}`,
    stroke: 'var(--original)',
    'stroke-width': 1.5,
  });

/** The same where values are on the x axis. */
export const originalUpright = (view: View, f: Frame, value: number) =>
  element(view, 'path', {
    d: `M${px(f.x(value))},${f.top}V${f.bottom}`,
    stroke: 'var(--original)',
    'stroke-width': 1.5,
  });

/** The line on which bars and curves stand. */
export const groundLine = (view: View, f: Frame, y = f.bottom) =>
  element(view, 'path', { d: `M${f.left},${y}H${f.right}`, stroke: 'var(--line)' });

/** A coordinate as written into paths: a tenth of a pixel is enough, and half the bytes. */
export const px = (value: number) => String(Math.round(value * 10) / 10);

/** Tenths of a pixel as written into paths: `-3` is `-.3`. Short numbers make light pages. */
const tenths = (value: number) =>
  String(value / 10)
    .replace(/^0\./, '.')
    .replace(/^-0\./, '-.');

/**
 * A pair of numbers as path data: the comma is left out where a sign or a point separates already.
 */
const pair = (a: string, b: string) => (b.startsWith('-') ? a + b : `${a},${b}`);

/**
 * A pen that writes path data with relative moves: each number is small, and none drifts. The first
 * move is absolute, so that paths can be joined.
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

/** Bars that stand at `ground`, all of it in pixels. */
export const barMarks = (
  view: View,
  ground: number,
  bars: readonly (readonly [left: number, right: number, top: number])[],
  colour: string,
  opacity: number,
) =>
  element(view, 'path', {
    d: bars
      .map(
        ([left, right, top]) => `M${px(left)},${px(ground)}V${px(top)}H${px(right)}V${px(ground)}Z`,
      )
      .join(''),
    fill: colour,
    'fill-opacity': opacity,
  });

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

/**
 * What can be dragged wears a ring with a hole, and says what it is to a pointer that rests on it.
 */
export const gripMark = (view: View, x: number, y: number, what: string) =>
  element(
    view,
    'circle',
    {
      cx: px(x),
      cy: px(y),
      r: 5,
      fill: 'var(--paper)',
      stroke: 'var(--accent)',
      'stroke-width': 1.5,
      class: 'grip',
    },
    element(view, 'title', {}, what),
  );

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
