/**
 * Drawings whose cells are links: one of them is a stop for the Tab key, arrow keys go from cell to
 * cell.
 */

const ARROWS: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const cellAt = (within: Element, place: string) =>
  within.querySelector<SVGAElement>(`[data-cell="${place}"]`);

/** Answers an arrow key within a drawing of cells. */
export function betweenCells(event: KeyboardEvent): void {
  const step = ARROWS[event.key];
  const cell = (event.target as Element).closest('[data-cell]');
  if (!step || !cell || event.altKey || event.ctrlKey || event.metaKey) return;
  const [row = NaN, column = NaN] = (cell.getAttribute('data-cell') ?? '').split(',').map(Number);
  const box = event.currentTarget as HTMLElement;
  const next = cellAt(box, `${row + step[0]},${column + step[1]}`);
  event.preventDefault();
  if (!next) return;
  cell.setAttribute('tabindex', '-1');
  next.setAttribute('tabindex', '0');
  next.focus();
}

/**
 * Puts a new drawing in the place of what `box` holds; the keyboard stays at the cell where it was.
 */
export function replaceDrawing(box: HTMLElement, svg: SVGSVGElement): void {
  const focused = document.activeElement;
  const hasFocus = box.contains(focused);
  const stop = hasFocus ? focused : box.querySelector('[data-cell][tabindex="0"]');
  const place = stop?.getAttribute('data-cell');
  box.replaceChildren(svg);
  const cell = place ? cellAt(svg, place) : null;
  if (!cell) return;
  svg.querySelector('[data-cell][tabindex="0"]')?.setAttribute('tabindex', '-1');
  cell.setAttribute('tabindex', '0');
  if (hasFocus) cell.focus({ preventScroll: true });
}
