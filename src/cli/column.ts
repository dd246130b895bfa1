import { readNumber } from './numbers.ts';
import { UsageError } from './usage.ts';

/** A column of numbers, and the heading of its first line if it has one. */
export interface Column {
  readonly values: Float64Array;
  readonly heading: string | null;
}

const HEADING = /^[\p{L}_][\p{L}\p{N}_ .()%-]*$/u;
const SEPARATOR = /[,;\t]/;

/**
 * Reads one number a line. A byte order mark, either kind of line end, quotes around a cell, and blank lines at
 * the end do no harm; the first line may be a heading. Throws a UsageError that names the line
 * and the cell on anything else.
 */
export function readColumn(text: string): Column {
  const lines = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r\n|\n|\r/);
  if (lines.length === 1 && lines[0] === '') return { values: new Float64Array(0), heading: null };
  const values: number[] = [];
  let heading: string | null = null;
  lines.forEach((line, i) => {
    const cell = line.trim().replace(/^"(.*)"$/, '$1');
    const value = readNumber(cell);
    if (value !== null) values.push(value);
    else if (i === 0 && HEADING.test(cell)) heading = cell;
    else throw new UsageError(`line ${i + 1}: ${complaint(cell)}`);
  });
  return { values: Float64Array.from(values), heading };
}

function complaint(cell: string): string {
  if (cell === '') return 'empty, where a number should be';
  const shown = cell.length > 40 ? `${cell.slice(0, 40)}…` : cell;
  const cells =
    cell.split(SEPARATOR).length > 1 ||
    cell.split(/\s+/).every((part) => readNumber(part) !== null);
  return cells ? `more than one column: ${shown}` : `not a number: ${shown}`;
}
