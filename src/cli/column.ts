import { readColumn as read, type Column } from '../lib/readColumn.ts';
import { UsageError } from './usage.ts';

/** Reads one number a line. Throws a UsageError that names the first line and cell that is none. */
export function readColumn(text: string): Column {
  const { values, heading, problems } = read(text);
  if (problems[0] !== undefined) throw new UsageError(problems[0]);
  return { values, heading };
}
