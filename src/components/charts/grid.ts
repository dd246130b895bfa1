import type { Drawing, Scale, View } from './figure.ts';
import { element } from './marks.ts';
import { legend, legendHeight, type LegendItem } from './legend.ts';

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

export interface Grid {
  /** Accessible name. */
  readonly name: string;
  readonly key: readonly LegendItem[];
  /** What the columns are. */
  readonly head: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

interface Row {
  readonly name: string;
  /** The name on a narrow page. */
  readonly short?: string;
  readonly cells: readonly Cell[];
}

/** Room for the rows' names beside the cells. */
const NAMES = 232;
const SHORT_NAMES = 104;
const NARROW = 560;
/** Two lines need a cell of this height; a lower one has the upper line only. */
const TWO_LINES = 26;
const GAP = 2;
/** What the columns are, and their names. */
const HEAD = 44;
/**
 * On a narrow page every other column has its name this much higher: the longest are wider than a
 * cell.
 */
const RAISED = 14;

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
  const narrow = view.width < NARROW;
  const left = narrow ? SHORT_NAMES : NAMES;
  const top = legendHeight(grid.key, view.width) + HEAD + (narrow ? RAISED : 0);
  const cellHeight = (height - top - GAP) / grid.rows.length;
  const twoLines = cellHeight >= TWO_LINES;
  const width = (view.width - left) / grid.columns.length;
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
    legend(view, grid.key, 0),
    text({ x: left, y: top - HEAD + (narrow ? -RAISED : 0) + 14, class: 'axis-name' }, grid.head),
    ...grid.columns.map((name, column) =>
      text(
        {
          // The last name is a little wider than the narrowest cell.
          x: Math.min(x(column + 0.5), view.width - 30),
          y: top - 8 - (narrow && column % 2 === 0 ? RAISED : 0),
          'text-anchor': 'middle',
          class: 'row-label',
        },
        name,
      ),
    ),
  );
  grid.rows.forEach((line, row) => {
    const rowTop = y(row);
    svg.append(
      text(
        { x: 0, y: rowTop + cellHeight / 2 + 4, class: 'row-label' },
        narrow ? (line.short ?? line.name) : line.name,
      ),
    );
    line.cells.forEach((cell, column) => {
      const middle = { x: x(column) + width / 2, 'text-anchor': 'middle' };
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
          text(
            { ...middle, y: rowTop + cellHeight / 2 + (twoLines ? -1.5 : 4), fill: cell.ink[0] },
            cell.upper,
          ),
          // Not drawn: it parts the two lines for who does not see that they are two.
          ' ',
          ...(twoLines
            ? [text({ ...middle, y: rowTop + cellHeight / 2 + 11, fill: cell.ink[1] }, cell.lower)]
            : []),
        ),
      );
    });
  });
  const bottom = y(grid.rows.length);
  return { svg, x, y, left, right: view.width, top, bottom, width: view.width, height };
}
