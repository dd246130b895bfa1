import { readFileSync } from 'node:fs';

type Row = Readonly<Record<string, number>>;

const file = new URL('theory.json', import.meta.url);
const entries = JSON.parse(readFileSync(file, 'utf8')) as Readonly<
  Record<string, Readonly<Record<string, readonly number[]>>>
>;

/** The rows of one entry of theory.json: its arguments by name, and what R made of them. */
export function theoryReference(name: string): readonly Row[] {
  const columns = Object.fromEntries(
    Object.entries(entries[name] ?? {}).filter(([key]) => key !== 'call'),
  );
  const first = Object.values(columns)[0];
  if (!first) throw new Error(`no reference values: ${name}`);
  return first.map((_value, i) =>
    Object.fromEntries(Object.entries(columns).map(([key, column]) => [key, column[i]!])),
  );
}
