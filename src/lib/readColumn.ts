import { readNumber } from './readNumber.ts';

/** A column of numbers, and the heading of its first line if it has one. */
export interface Column {
  readonly values: Float64Array;
  readonly heading: string | null;
}

/** What was read, and a line for every cell that could not be: `line 3: not a number: three`. */
export interface ReadColumn extends Column {
  readonly problems: readonly string[];
}

const HEADING = /^[\p{L}_][\p{L}\p{N}_ .()%-]*$/u;
const SEPARATOR = /[,;\t]/;

/**
 * Reads one number a line, or with `manyALine` any count of them with blanks between. A byte order mark, either kind of
 * line end, quotes around a cell, and blank lines at the end do no harm; the first line may be a heading. Never throws:
 * what is no number is named in `problems` and left out.
 */
export function readColumn(
  text: string,
  { manyALine = false }: { manyALine?: boolean } = {},
): ReadColumn {
  const lines = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r\n|\n|\r/);
  const values: number[] = [];
  const problems: string[] = [];
  let heading: string | null = null;
  if (lines.length === 1 && lines[0] === '')
    return { values: new Float64Array(0), heading, problems };
  lines.forEach((line, i) => {
    const cell = line.trim().replace(/^"(.*)"$/, '$1');
    const cells = manyALine ? cell.split(/\s+/) : [cell];
    const numbers = cells.map(readNumber);
    if (numbers.every((value) => value !== null)) values.push(...(numbers as number[]));
    else if (i === 0 && HEADING.test(cell)) heading = cell;
    else {
      const bad = manyALine ? cells[numbers.indexOf(null)]! : cell;
      problems.push(`line ${i + 1}: ${complaint(bad)}`);
    }
  });
  return { values: Float64Array.from(values), heading, problems };
}

function complaint(cell: string): string {
  if (cell === '') return 'empty, where a number should be';
  const shown = cell.length > 40 ? `${cell.slice(0, 40)}…` : cell;
  const cells =
    cell.split(SEPARATOR).length > 1 ||
    cell.split(/\s+/).every((part) => readNumber(part) !== null);
  return cells ? `more than one column: ${shown}` : `not a number: ${shown}`;
}
