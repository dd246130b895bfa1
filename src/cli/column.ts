import { readColumn as read, type ReadColumn } from '../lib/readColumn.ts';
import { UsageError } from './usage.ts';

/** `1, 2, 3 … 40 or all`. */
function inWords(choices: readonly string[]): string {
  const columns = choices.filter((choice) => choice !== 'all');
  const few = columns.length > 6 ? [...columns.slice(0, 3), `… ${columns.at(-1)}`] : columns;
  return `${few.join(', ')} or all`;
}

/**
 * Reads a column of numbers as the page's box does, but leaves nothing out and takes no choice upon
 * itself: one number a line, unless `column` says which column of a table, `all` numbers of every
 * line, or `comma` for decimal commas. Throws a UsageError that names the first line and cell that
 * cannot be read.
 */
export function readColumn(text: string, column?: string): Pick<ReadColumn, 'values' | 'notes'> {
  const { values, problems, notes, choices, first } = read(text, {
    pick: column,
    oneALine: column === undefined,
  });
  const hint = choices.length > 0 ? ` (choose with --column: ${inWords(choices)})` : '';
  if (column === undefined && hint)
    throw new UsageError(`line ${first.at}: more than one column: ${first.line}${hint}`);
  if (column !== undefined && column !== 'all' && !choices.includes(column))
    throw new UsageError(
      hint ? `no such column: ${column}${hint}` : `--column is for tables: one column here`,
    );
  if (problems[0] !== undefined) throw new UsageError(problems[0]);
  return { values, notes };
}
