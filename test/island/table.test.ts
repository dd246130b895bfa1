import { describe, expect, it } from 'vitest';
import {
  dashes,
  MOST_ROWS,
  shownCell,
  staticRows,
  tableCaption,
  toCsv,
} from '../../src/components/island/table.ts';

/** A table of so many rows, numbered from 0. */
const table = (rows: number, columns = 1) => ({
  columns: Array.from({ length: columns }, (_, i) => `column ${i}`),
  rows: Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, () => i)),
});

const places = (rows: number, most?: number, columns?: number) =>
  staticRows(table(rows, columns), most).rows.map(([i]) => Number(i));

describe('the rows of a table that a page carries', () => {
  it('are those at even steps, the first and the last always among them, where a number is asked for', () => {
    expect(places(101, 11)).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
    expect(places(100, 12)).toEqual([0, 9, 18, 27, 36, 45, 54, 63, 72, 81, 90, 99]);
    for (const rows of [1, 2, 3, 10, 61, 99, 500, 5000]) {
      for (const most of [2, 3, 11, 26, 50]) {
        const { every, rows: kept } = staticRows(table(rows), most);
        const shown = kept.map(([i]) => Number(i));
        expect(shown[0]).toBe(0);
        expect(shown.at(-1)).toBe(rows - 1);
        expect(shown.slice(0, -1)).toEqual(shown.slice(0, -1).map((_, i) => i * every));
        // About as many as asked for: all if there are fewer, else never fewer nor twice as many.
        expect(shown.length).toBeGreaterThanOrEqual(Math.min(rows, most));
        expect(shown.length).toBeLessThan(2 * most);
      }
    }
  });

  it('are all where they are few, and about 50 of many, where no number is asked for', () => {
    expect(places(500)).toHaveLength(500);
    expect(places(1500)).toHaveLength(1500);
    expect(places(200, undefined, 12)).toHaveLength(51);
    expect(staticRows(table(5000)).every).toBe(102);
  });

  it('are none of none, and at least the ends of many', () => {
    expect(places(0)).toEqual([]);
    expect(places(0, 11)).toEqual([]);
    expect(places(5, 1)).toEqual([0, 4]);
    expect(places(1, 1)).toEqual([0]);
  });
});

describe('the whole table', () => {
  it('is named as such, or as the beginning of a longer one', () => {
    expect(tableCaption('Means', MOST_ROWS)).toBe('Means');
    expect(tableCaption('Means', 5000)).toContain(`the first ${MOST_ROWS} of 5000 rows`);
  });

  it('is written as text that keeps every digit and every sign', () => {
    const rows = [
      [1, 0.1 + 0.2],
      [-1e-17, 'a "b", c\nd'],
      ['', 5e-324],
    ];
    expect(toCsv({ columns: ['x', 'y, z'], rows })).toBe(
      'x,"y, z"\r\n1,0.30000000000000004\r\n-1e-17,"a ""b"", c\nd"\r\n,5e-324\r\n',
    );
  });

  it('begins with a byte order mark where a spreadsheet would take θ and ² for something else, and only there', () => {
    expect(toCsv({ columns: ['θ', 's²'], rows: [[1, 2]] })).toBe('\ufeffθ,s²\r\n1,2\r\n');
    expect(toCsv({ columns: ['x'], rows: [['1\u00a0000']] })).toMatch(/^\ufeffx/);
    expect(toCsv({ columns: ['generation'], rows: [[1]] })).toBe('generation\r\n1\r\n');
  });
});

describe('a cell without a number', () => {
  it('is a dash on the page, which the table explains, and empty in files', () => {
    expect([0, '', 'yes', 1.5].map(shownCell)).toEqual(['0', '–', 'yes', '1.5']);
    expect(dashes([[1, '']])).toMatch(/^\. A dash: /);
    expect(dashes([[1, 0]])).toBe('');
    expect(toCsv({ columns: ['t', 's'], rows: [[1, '']] })).toBe('t,s\r\n1,\r\n');
  });
});
