import { readFileSync } from 'node:fs';

/**
 * One function's values as R printed them: the arguments in `z`, `p` or `n`, and the `value` of
 * each.
 */
type Entry = { readonly call: string } & Readonly<Record<string, readonly number[]>>;

const file = new URL('normal.json', import.meta.url);
const entries = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Entry>>;

/** The pairs (argument, value) of one entry of normal.json. */
export function reference(name: string): readonly (readonly [number, number])[] {
  const entry = entries[name];
  const inputs = entry?.z ?? entry?.p ?? entry?.n;
  if (!entry || !inputs) throw new Error(`no reference values: ${name}`);
  return inputs.map((input, i) => [input, entry.value![i]!] as const);
}
