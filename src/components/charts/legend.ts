import { lastOf } from '../../lib/entryAt.ts';
import { isLow, type View } from './figure.ts';
import { element } from './marks.ts';
import { textWidth } from './textWidth.ts';

/** A mark and the words for it. */
export interface LegendItem {
  readonly mark:
    'dot' | 'bar' | 'line' | 'dashed' | 'dotted' | 'ghost' | 'tick' | 'hollow' | 'block';
  readonly colour: string;
  readonly label: string;
  /** The words where there is no room for the label. */
  readonly short?: string;
}

const SWATCH = 22;
const GAP = 16;
const LINE = 18;
/** The legend begins so far from the left edge. */
const LEFT = 4;

/** Pixels from where an item begins to where the next one can. */
const stepOf = ({ label }: LegendItem) => SWATCH + Math.ceil(textWidth(label)) + GAP;

/** How wide all items are on one line. */
export const legendWidth = (items: readonly LegendItem[]) =>
  items.reduce((sum, item) => sum + stepOf(item), 0) - GAP;

/** Items broken into lines that fit. */
function lines(items: readonly LegendItem[], width: number): LegendItem[][] {
  const broken: LegendItem[][] = [[]];
  for (const item of items) {
    const line = lastOf(broken);
    if (line.length > 0 && LEFT + legendWidth([...line, item]) > width) broken.push([item]);
    else line.push(item);
  }
  return broken;
}

/** The items with the words that there is room for: on two lines, in a low picture on one. */
export function fitting(items: readonly LegendItem[], { width, height }: View) {
  if (lines(items, width).length <= (isLow({ height }) ? 1 : 2)) return items;
  return items.map(({ short, ...item }) => ({ ...item, label: short ?? item.label }));
}

/** Height in pixels that the legend takes above a chart `width` wide. */
export function legendHeight(items: readonly LegendItem[], width: number): number {
  return lines(items, width).length * LINE + 6;
}

/** A legend inside the drawing, so that exported files keep it; from pixel `left` on. */
export function legend(view: View, items: readonly LegendItem[], left = LEFT): SVGElement {
  const group = element(view, 'g', { class: 'legend' });
  lines(items, view.width - left + LEFT).forEach((row, line) => {
    let x = left;
    const y = 11 + line * LINE;
    for (const item of row) {
      group.append(
        swatch(view, item, x, y),
        element(view, 'text', { x: x + SWATCH, y: y + 4 }, item.label),
      );
      x += stepOf(item);
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
