import { readNumber } from './readNumber.ts';

/**
 * How the cells of a line stand beside each other. Blanks are plain ones: others may stand within a
 * number.
 */
export type Separator = '\t' | ';' | ', ' | ',' | ' ';

const PATTERNS: Readonly<Record<Separator, RegExp>> = {
  '\t': /\t/g,
  ';': /;/g,
  ', ': /,[ \t]+/g,
  ',': /,/g,
  ' ': /[ \t]+/g,
};

/** R numbers the first value of each line that it prints: `[1]`. */
const R_INDEX = /^\[\d{1,9}\][ \t]+/;

/** One number, or several: groups of three digits with something between. */
const THOUSANDS = /^[+−-]?\d{1,3}([\s,.'’]\d{3})+([.,]\d*)?$/;

/** True of `1 234` and `1,234`: they may be one number. */
export const mayBeThousands = (text: string) =>
  text.length < 40 && THOUSANDS.test(text) && readNumber(text) === null;

/** The cells of a line, one after the other, each bare. */
export function* cellsOf(line: string, separator: Separator): Generator<string> {
  let text = line.trim().replace(R_INDEX, '');
  // The last comma of a list that goes on in the next line.
  if (separator === ', ' && text.endsWith(',')) text = text.slice(0, -1);
  const pattern = PATTERNS[separator];
  for (let from = 0; ;) {
    pattern.lastIndex = from;
    const found = pattern.exec(text);
    yield bare(text.slice(from, found?.index));
    if (!found) return;
    from = found.index + found[0].length;
  }
}

/** A cell without blanks and quotes around it. */
export function bare(text: string): string {
  const cell = text.trim();
  return /^"[^"]*"$/.test(cell) ? cell.slice(1, -1).trim() : cell;
}

/** A stranger's text, short enough for a message. */
export const shown = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** Why a cell is no number, to stand after `line 3: `. */
export function complaint(cell: string): string {
  if (cell === '') return 'empty, where a number should be';
  if (mayBeThousands(cell))
    return `one number or several? Write it without separators, or one number a line: ${cell}`;
  if (/^[+−-]?\d*,\d+$/.test(shown(cell))) return `a decimal comma, or two columns: ${cell}`;
  const parts = shown(cell).split(/[\s,;]+/);
  return parts.length > 1 && parts.every((part) => readNumber(part) !== null)
    ? `more than one column: ${shown(cell)}`
    : `not a number: ${shown(cell)}`;
}
