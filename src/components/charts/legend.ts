import type { View } from './figure.ts';
import { element } from './marks.ts';

/** A mark and the words for it. */
export interface LegendItem {
  readonly mark:
    'dot' | 'bar' | 'line' | 'dashed' | 'dotted' | 'ghost' | 'tick' | 'hollow' | 'block';
  readonly colour: string;
  readonly label: string;
}

const CHARACTER = 5.9;
const SWATCH = 22;
const GAP = 16;
const LINE = 18;

/** Items broken into lines that fit: text width is estimated, since nothing is laid out yet. */
function lines(items: readonly LegendItem[], width: number): LegendItem[][] {
  const broken: LegendItem[][] = [[]];
  let used = 0;
  for (const item of items) {
    const needed = SWATCH + item.label.length * CHARACTER + GAP;
    if (used > 0 && used + needed - GAP > width) {
      broken.push([]);
      used = 0;
    }
    broken.at(-1)!.push(item);
    used += needed;
  }
  return broken;
}

/** Height in pixels that the legend takes above a chart `width` wide. */
export function legendHeight(items: readonly LegendItem[], width: number): number {
  return lines(items, width).length * LINE + 6;
}

/** A legend inside the drawing, so that exported files keep it. */
export function legend(view: View, items: readonly LegendItem[], left: number): SVGElement {
  const group = element(view, 'g', { class: 'legend' });
  lines(items, view.width).forEach((row, line) => {
    let x = Math.min(left, 4);
    const y = 11 + line * LINE;
    for (const item of row) {
      group.append(
        swatch(view, item, x, y),
        element(view, 'text', { x: x + SWATCH, y: y + 4 }, item.label),
      );
      x += SWATCH + item.label.length * CHARACTER + GAP;
    }
  });
  return group;
}

function swatch(view: View, { mark, colour }: LegendItem, x: number, y: number): SVGElement {
  const middle = x + 8;
  switch (mark) {
    case 'dot':
      return element(view, 'circle', { cx: middle, cy: y, r: 3.5, fill: colour });
    case 'hollow':
      return element(view, 'circle', {
        cx: middle,
        cy: y,
        r: 3.5,
        fill: 'none',
        stroke: colour,
        'stroke-width': 1.5,
      });
    case 'bar':
      return element(view, 'path', {
        d: `M${middle},${y - 7}v14`,
        stroke: colour,
        'stroke-width': 3,
      });
    case 'tick':
      return element(view, 'path', {
        d: `M${middle - 4},${y - 5}v10m4,-10v10m4,-10v10`,
        stroke: colour,
      });
    case 'block':
      return element(view, 'rect', {
        x: x + 1,
        y: y - 6,
        width: 14,
        height: 12,
        fill: colour,
        ...(colour === 'none' && { stroke: 'var(--line)' }),
      });
    case 'line':
    case 'dashed':
    case 'dotted':
    case 'ghost':
      return element(view, 'path', {
        d: `M${x},${y}h16`,
        stroke: colour,
        'stroke-width': mark === 'line' ? 2 : 1.5,
        ...(mark === 'dashed' ? { 'stroke-dasharray': '4 3' } : {}),
        ...(mark === 'dotted' ? { 'stroke-dasharray': '1.5 2' } : {}),
      });
  }
}
