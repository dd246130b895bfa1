import { entryAt } from '../../lib/entryAt.ts';
import type { Drawing, Scale, View } from './figure.ts';
import { element } from './marks.ts';
import { legend, legendHeight, type LegendItem } from './legend.ts';
import { textWidth } from './textWidth.ts';

/** One cell of a grid: a fill, two short lines, and where it leads. */
export interface Cell {
  readonly fill: string;
  /** Colours of the two lines. */
  readonly ink: readonly [upper: string, lower: string];
  readonly upper: string;
  readonly lower: string;
  /**
   * The whole of it in words, both lines as they are written among them, for those who do not see
   * it.
   */
  readonly label: string;
  readonly link: CellLink;
}

/** Where a cell leads. */
export interface CellLink {
  readonly href: string;
  /** The demo that the link sets where it is on the page. */
  readonly run: string;
}

/** Words as they stand where there is room, and on a small page. */
interface Words {
  readonly key: readonly LegendItem[];
  /** What the columns are. */
  readonly head: string;
}

export interface Grid extends Words {
  /** Accessible name. */
  readonly name: string;
  readonly short: Words;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

interface Row {
  readonly name: string;
  readonly short: string;
  readonly cells: readonly Cell[];
}

/** A cell is no narrower than this if the rows have their full names. */
const ROOMY = 44;
/**
 * Two lines need a cell of this height and as wide as the lower one. In lower cells they stand side
 * by side, where each has half of the width; others have the upper one only.
 */
const TWO_LINES = 28;
const GAP = 2;
/** Between the names and the cells, and between two names. */
const SPACE = 8;
/** A line of words above the cells. */
const LINE = 15;

/** Counts cells of a size from a pixel on. */
const cells = (start: number, size: number): Scale =>
  Object.assign((place: number) => start + place * size, {
    invert: (pixel: number) => (pixel - start) / size,
  });

/**
 * A grid of cells that are links: one stop for the Tab key, arrow keys go from cell to cell. The
 * scales of its drawing count columns and rows.
 */
export function drawGrid(view: View, grid: Grid): Drawing {
  const { height } = view;
  const roomFor = (names: readonly string[]) =>
    SPACE + Math.ceil(Math.max(...names.map(textWidth)));
  const fullNames = roomFor(grid.rows.map(({ name }) => name));
  const small = view.width < fullNames + ROOMY * grid.columns.length;
  const { key, head } = small ? grid.short : grid;
  const left = small ? roomFor(grid.rows.map(({ short }) => short)) : fullNames;
  const width = (view.width - left) / grid.columns.length;
  const widths = grid.columns.map(textWidth);
  // Where names are wider than their columns, every other one stands higher.
  const raise = widths.some(
    (name, i) => i > 0 && (name + entryAt(widths, i - 1)) / 2 + SPACE > width,
  );
  const ownLine = textWidth(head) + SPACE > left;
  const legendLines = legendHeight(key, view.width);
  const top = legendLines + LINE * (1 + Number(raise) + Number(ownLine)) + SPACE / 2;
  const cellHeight = (height - top - GAP) / grid.rows.length;
  const inside = width - 2 * GAP;
  const layoutOf = ({ upper, lower }: Cell) => {
    if (cellHeight >= TWO_LINES) return textWidth(lower) <= inside ? 'two lines' : 'upper';
    const fits = [upper, lower].every((words) => textWidth(words) + SPACE / 2 <= inside / 2);
    return fits && lower !== '' ? 'one line' : 'upper';
  };
  const x = cells(left, width);
  const y = cells(top, cellHeight);
  const text = (attributes: Readonly<Record<string, string | number>>, words: string) =>
    element(view, 'text', attributes, words);
  const svg = element(view, 'svg', {
    class: 'plot plot-grid',
    width: view.width,
    height,
    viewBox: `0 0 ${view.width} ${height}`,
    // Not an image: its cells are links.
    role: 'group',
    'aria-label': grid.name,
  }) as SVGSVGElement;
  svg.append(
    legend(view, key, 0),
    text(
      ownLine
        ? { x: left, y: legendLines + LINE - 4, class: 'axis-name' }
        : { x: 0, y: top - SPACE, class: 'axis-name' },
      head,
    ),
    ...grid.columns.map((name, column) =>
      text(
        {
          x: Math.min(x(column + 0.5), view.width - entryAt(widths, column) / 2),
          y: top - SPACE - (raise && column % 2 === 0 ? LINE : 0),
          'text-anchor': 'middle',
          class: 'row-label',
        },
        name,
      ),
    ),
  );
  grid.rows.forEach((named, row) => {
    const rowTop = y(row);
    svg.append(
      text(
        { x: 0, y: rowTop + cellHeight / 2 + 4, class: 'row-label' },
        small ? named.short : named.name,
      ),
    );
    named.cells.forEach((cell, column) => {
      const layout = layoutOf(cell);
      const middle = { x: x(column) + width / 2, 'text-anchor': 'middle' };
      const line = rowTop + cellHeight / 2 + 4;
      const half = SPACE / 4;
      const places = {
        'two lines': [
          { ...middle, y: line - 5.5 },
          { ...middle, y: line + 7 },
        ],
        'one line': [
          { x: middle.x - half, y: line, 'text-anchor': 'end' },
          { x: middle.x + half, y: line, 'text-anchor': 'start' },
        ],
        upper: [{ ...middle, y: line }],
      }[layout];
      svg.append(
        element(
          view,
          'a',
          {
            href: cell.link.href,
            'data-run': cell.link.run,
            'data-cell': `${row},${column}`,
            tabindex: row === 0 && column === 0 ? 0 : -1,
            'aria-label': cell.label,
          },
          element(view, 'rect', {
            x: x(column) + GAP / 2,
            y: rowTop + GAP / 2,
            width: width - GAP,
            height: cellHeight - GAP,
            rx: 2,
            fill: cell.fill,
            stroke: 'var(--line)',
          }),
          // The space is not drawn: it parts the two for who does not see that they are two.
          ...places.flatMap((place, i) => [
            ...(i === 0 ? [] : [' ']),
            text({ ...place, fill: cell.ink[i] ?? '' }, i === 0 ? cell.upper : cell.lower),
          ]),
        ),
      );
    });
  });
  const bottom = y(grid.rows.length);
  return { svg, x, y, left, right: view.width, top, bottom, width: view.width, height };
}
