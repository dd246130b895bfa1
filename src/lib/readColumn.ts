import { bare, cellsOf, complaint, shown } from './columnCells.ts';
import { layoutOf } from './columnLayout.ts';
import { drain } from './drain.ts';
import { readNumber } from './readNumber.ts';

/** What was read of a text. */
export interface ReadColumn {
  readonly values: Float64Array;
  /**
   * How many cells could not be read, and of the first of them a line each: `line 3: not a number:
   * three`.
   */
  readonly bad: number;
  readonly problems: readonly string[];
  /** What was decided, in sentences: a heading, decimal commas, a column of a table. */
  readonly notes: readonly string[];
  /**
   * Names of a table's columns, or none; what else may be picked (see columnLayout.ts), and what
   * was.
   */
  readonly names: readonly string[];
  readonly choices: readonly string[];
  readonly pick: string;
  /** The first line that is not blank. */
  readonly first: { readonly line: string; readonly at: number };
  /** The text has more than was read. */
  readonly more: boolean;
}

export interface ReadOptions {
  /** One of the choices. */
  readonly pick?: string;
  /** One number a line: more in a line that is no table's are a problem. */
  readonly oneALine?: boolean;
  /** Cells that are read at most. */
  readonly most?: number;
}

/** Problems that are told one by one. */
const TOLD = 5;
/** Lines and characters of each that are looked at for how the text is laid out. */
const LOOKED_AT = 200;
const LOOKED_AT_IN_A_LINE = 5000;
/** Cells between two breaths. */
const STRETCH = 500;

/**
 * Reads a column of numbers out of a text: one a line, any count of them with blanks or commas
 * between, or a column of a table. Resumable: yields after a bounded piece of work. Never throws;
 * what is no number is named and left out.
 */
export function* columnReader(
  text: string,
  { pick: asked = '', oneALine = false, most = Infinity }: ReadOptions = {},
): Generator<undefined, ReadColumn> {
  const layout = layoutOf(beginning(text), asked);
  const { separator, decimalComma, width, names, choices, pick } = layout;
  const column = Number(pick);
  const plain = oneALine && choices.length === 0;
  const values: number[] = [];
  const problems: string[] = [];
  const notes: string[] = [];
  let bad = 0;
  let heading = layout.heading;
  let commaSaid = false;
  let work = 0;
  let first: ReadColumn['first'] | null = null;
  const refuse = (why: string, at: number) => {
    if (++bad <= TOLD) problems.push(`line ${at}: ${why}`);
  };
  const take = (cell: string, at: number) => {
    const withComma = decimalComma && /^[^.,]*,[^.,]*$/.test(shown(cell));
    const pointed = withComma ? cell.replace(',', '.') : cell;
    // Where commas are decimal, a point may stand between thousands.
    const value = decimalComma && cell.includes('.') ? null : readNumber(pointed);
    if (value === null) return refuse(complaint(cell), at);
    if (withComma && !commaSaid)
      notes.push(`Commas are read as decimal commas: ${cell} is ${pointed}.`);
    commaSaid ||= withComma;
    values.push(value);
  };
  const done = (more: boolean): ReadColumn => ({
    values: Float64Array.from(values),
    bad,
    problems,
    notes,
    names,
    choices,
    pick,
    first: first ?? { line: '', at: 1 },
    more,
  });

  if (column) {
    const heading = names[column - 1];
    const name = heading ? `, “${shown(heading)}”,` : '';
    const counts = layout.numbered && column > 1 ? ' The first only counts the lines.' : '';
    notes.push(`Of ${width} columns only column ${column}${name} is read.${counts}`);
  } else if (width > 1) notes.push(`All ${width} numbers of each line are read.`);
  for (const { line, at } of linesOf(text)) {
    if (++work % STRETCH === 0) yield;
    if (!line.trim()) continue;
    first ??= { line: shown(line.trim()), at };
    if (heading) {
      heading = false;
      notes.unshift(`The first line, “${first.line.replaceAll('"', '')}”, is taken as a heading.`);
    } else if (values.length + bad >= most) return done(true);
    else if (layout.uncut || plain || (!column && readNumber(line) !== null)) take(bare(line), at);
    else {
      let count = 0;
      let picked = '';
      // Nothing stands behind the last comma of a list.
      const whole = column ? line : line.replace(/[,;]\s*$/, '');
      for (const cell of cellsOf(whole, separator)) {
        if (++work % STRETCH === 0) yield;
        if (++count === column) picked = cell;
        if (column && count > width) break;
        if (column) continue;
        if (values.length + bad >= most) return done(true);
        take(cell, at);
      }
      if (!column) continue;
      if (count === width) take(picked, at);
      else refuse(`not ${width} cells, as other lines have: ${shown(line.trim())}`, at);
    }
  }
  return done(false);
}

/** The same, at once. */
export const readColumn = (text: string, options?: ReadOptions): ReadColumn =>
  drain(columnReader(text, options));

/** The lines, counted from 1, without a byte order mark; any kind of line end. */
function* linesOf(text: string): Generator<{ line: string; at: number }> {
  const end = /\r\n?|\n/g;
  for (let from = text.startsWith('\uFEFF') ? 1 : 0, at = 1; ; at++) {
    end.lastIndex = from;
    const found = end.exec(text);
    yield { line: text.slice(from, found?.index), at };
    if (!found) return;
    from = end.lastIndex;
  }
}

/** The first lines, without blank ones. */
function beginning(text: string): string[] {
  const found: string[] = [];
  for (const { line, at } of linesOf(text)) {
    const start = line.slice(0, LOOKED_AT_IN_A_LINE);
    if (start.trim()) found.push(start);
    if (at >= LOOKED_AT) break;
  }
  return found;
}
