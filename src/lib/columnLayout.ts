import { entryAt } from './entryAt.ts';
import { cellsOf, mayBeThousands, type Separator } from './columnCells.ts';
import { readNumber } from './readNumber.ts';

/** How a text is to be read, as far as its first lines tell. */
export interface Layout {
  readonly separator: Separator;
  /** Lines are not cut: what stands between their digits may belong to the number. */
  readonly uncut: boolean;
  readonly decimalComma: boolean;
  readonly heading: boolean;
  /** The columns' names, if the heading has one for each. */
  readonly names: readonly string[];
  /** Cells in each line of a table; 1 where the text is none. */
  readonly width: number;
  /** The first column does no more than number the lines. */
  readonly numbered: boolean;
  /**
   * What may be asked for: a column, counted from 1, `all` of them, or `comma`: one column with
   * decimal commas.
   */
  readonly choices: readonly string[];
  /** What is read: one of the choices, or `all` where there are none. */
  readonly pick: string;
}

type Rows = readonly (readonly string[])[];

const ONE_COMMA = /^[+−-]?\d*,\d+(e[+−-]?\d+)?$/i;
/** As in `1.234,5`. */
const POINTS_AND_COMMA = /^[+−-]?\d{1,3}(\.\d{3})+,\d+$/;
/** What stands where a value is missing. */
const MISSING = /^(#?n\/?a|nan|null|none|missing|[-–—.?*]+)$/i;

const hasComma = (cell: string) => /\d,\d/.test(cell);
const isNumber = (cell: string) => readNumber(cell) !== null;
/** False also where a line has no such cell. */
const isValue = (cell = '') => isNumber(cell.replace(',', '.'));
const mostOf = <T>(all: readonly T[], has: (one: T) => boolean) =>
  2 * all.filter(has).length > all.length;

/**
 * Looks at the first lines, none of them blank; `asked` is a choice, or empty. What these lines do
 * not show is refused later, cell by cell: nothing is guessed there.
 */
export function layoutOf(lines: readonly string[], asked: string): Layout {
  const { separator, unclear } = separatorOf(lines, asked);
  const { heading, body, head } = cut(lines, separator);
  const width = (body[1] ?? (heading ? body[0] : undefined))?.length ?? 1;
  const table = body.filter((row) => row.length === width);
  const isTable = width > 1 && 2 * table.length > body.length;
  const numbered = isTable && isNumbered(table);
  const uncut =
    separator === ' ' &&
    !numbered &&
    body.length > 1 &&
    body.some((row) => row.length > 1) &&
    body.every((row) => row.length === 1 || mayBeThousands(row.join(' ')));
  const columns = isTable && !uncut ? width : unclear ? 2 : 0;
  const numbers = Array.from({ length: columns }, (_, i) => String(i + 1));
  const choices = columns ? [...(unclear ? ['comma'] : []), ...numbers, 'all'] : [];
  const usual = () => {
    if (unclear && separator === ' ') return 'comma';
    // Numbers with blanks between are as good as a column, unless something says that they are a
    // table.
    const list = /^,? $/.test(separator) && !numbered && head?.length !== width;
    if (list && table.some(([cell]) => isValue(cell))) return 'all';
    const usable = numbers.slice(numbered ? 1 : 0);
    return (
      usable.find((i) => mostOf(table, (row) => isValue(row[Number(i) - 1]))) ?? entryAt(usable, 0)
    );
  };
  return {
    separator,
    uncut,
    decimalComma: decimal(body.flat()),
    heading,
    names: head?.length === width ? head : [],
    width: isTable && !uncut ? width : 1,
    numbered,
    choices,
    pick: choices.includes(asked) ? asked : columns ? usual() : 'all',
  };
}

/**
 * What stands between cells; `unclear` if lines like `1,5` may have decimal commas or two columns.
 */
function separatorOf(
  lines: readonly string[],
  asked: string,
): { separator: Separator; unclear?: boolean } {
  if (mostOf(lines, (line) => line.trim().includes('\t'))) return { separator: '\t' };
  if (mostOf(lines, (line) => line.includes(';'))) return { separator: ';' };
  if (mostOf(lines, (line) => /,(\s|$)/.test(line))) return { separator: ', ' };
  if (!mostOf(lines, (line) => line.includes(','))) return { separator: ' ' };
  const { head, body } = cut(lines, ' ');
  const cells = body.flat();
  const commas = cells.filter((cell) => cell.includes(','));
  const table = head?.join().includes(',') ?? false;
  const both = (cell: string) => POINTS_AND_COMMA.test(cell);
  const thousands = commas.length > 0 && commas.every(mayBeThousands);
  if (!table && (thousands || (cells.some(both) && !cells.every(both)))) return { separator: ' ' };
  if (!decimal(cells)) return { separator: ',' };
  // `12`, `12,05` and several in a line are no table; `1,5` in every line may be one.
  const plain = cells.length > body.length || cells.some((cell) => /,0\d|^\d+$/.test(cell));
  if (plain || lines.length === 1) return { separator: ' ' };
  const columns = asked ? asked !== 'comma' : table || isNumbered(cut(lines, ',').body);
  return { separator: columns ? ',' : ' ', unclear: true };
}

function cut(lines: readonly string[], separator: Separator) {
  const rows: Rows = lines.map((line) => [...cellsOf(line, separator)]);
  const heading = isHeading(rows);
  return { heading, head: heading ? rows[0] : undefined, body: heading ? rows.slice(1) : rows };
}

/** A first line in words: it has no number where the others have theirs. */
function isHeading([first, second]: Rows): boolean {
  if (
    !first ||
    MISSING.test(first[0] ?? '') ||
    /^[\d.+−-]|^\[\d+\]/.test(first.find(Boolean) ?? '0')
  )
    return false;
  return (
    first.filter((cell) => isValue(cell)).length <
    (first.length > 1 && first.length === second?.length ? 1 : 2)
  );
}

/** True if there are decimal commas and no other sign of a comma or a point. */
function decimal(cells: readonly string[]): boolean {
  const commas = cells.filter(hasComma);
  return (
    commas.length > 0 &&
    commas.every((cell) => ONE_COMMA.test(cell)) &&
    !commas.every(mayBeThousands) &&
    !cells.some((cell) => cell.includes('.') && isNumber(cell))
  );
}

/** True if the first column counts: 1, 2, 3 … or from 0. */
function isNumbered(rows: Rows): boolean {
  const first = Number(rows[0]?.[0] || NaN);
  return (
    rows.length > 1 &&
    (first === 0 || first === 1) &&
    rows.every((row, i) => row[0] === String(first + i))
  );
}
