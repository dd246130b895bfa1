import type { Table } from '../charts/figure.ts';

/** Rows put on the page; files hold all of them. */
export const MOST_ROWS = 1000;

/** Cells that a page carries for readers without JavaScript; a longer table is thinned evenly. */
const MOST_STATIC_CELLS = 1500;

/** The rows of a table that the page itself carries, the last one always among them. */
export function staticRows(
  { columns, rows }: Table,
  most?: number,
): { rows: Table['rows']; every: number } {
  const fits = rows.length * columns.length <= MOST_STATIC_CELLS;
  const wanted = most ?? (fits ? rows.length : 50);
  const every = Math.max(1, Math.floor((rows.length - 1) / (wanted - 1)) || 1);
  return { every, rows: rows.filter((_, i) => i % every === 0 || i === rows.length - 1) };
}

/** A cell in full precision, nothing lost. */
const cell = (value: number | string) => String(value);

/** A cell as the page shows it; files leave empty what has no number. */
export const shownCell = (value: number | string) => cell(value) || '–';

/** What the dashes of a table mean, if it has any. */
export const dashes = (rows: Table['rows']) =>
  rows.some((row) => row.includes(''))
    ? '. A dash: no run is left, or there is no such number'
    : '';

/**
 * Replaces what `box` holds with an accessible table. The last cell of a row that is too short
 * takes the room of those that lack.
 */
export function fillTable(box: HTMLElement, title: string, { columns, rows }: Table): void {
  const table = document.createElement('table');
  const caption = table.createCaption();
  caption.textContent = tableCaption(title, rows.length) + dashes(rows);
  const head = table.createTHead().insertRow();
  for (const column of columns) {
    const th = document.createElement('th');
    th.scope = 'col';
    th.textContent = column;
    head.append(th);
  }
  const body = table.createTBody();
  for (const row of rows.slice(0, MOST_ROWS)) {
    const line = body.insertRow();
    for (const value of row) line.insertCell().textContent = shownCell(value);
    const lacking = columns.length - row.length;
    const last = line.cells[row.length - 1];
    if (last && lacking > 0) last.colSpan = 1 + lacking;
  }
  box.replaceChildren(table);
}

/** The table's name, which says so when only its beginning is shown. */
export function tableCaption(title: string, rows: number): string {
  return rows > MOST_ROWS
    ? `${title}: the first ${MOST_ROWS} of ${rows} rows. The CSV file has them all.`
    : title;
}

/**
 * The table as comma-separated text (RFC 4180), full precision. Text that has more than ASCII in
 * it, a θ or a ², begins with a byte order mark: Excel takes it for another encoding otherwise.
 */
export function toCsv({ columns, rows }: Table): string {
  const quote = (text: string) =>
    /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = [columns, ...rows].map((row) => row.map((c) => quote(cell(c))).join(','));
  const text = lines.join('\r\n') + '\r\n';
  return /[^\0-\x7f]/.test(text) ? `\ufeff${text}` : text;
}
