import { readNumber } from '../lib/readNumber.ts';
import { UsageError } from './usage.ts';

/**
 * The numbers that `mu=125,sigma=30` gives, by name; `texts` are the values of one option, in as
 * many parts as it was given. Throws a UsageError that names the option and shows its `example`
 * where a part is none, or where a name is given twice. Whether a name and its number are legal is
 * for the engine to judge.
 */
export function readAssignments(
  option: string,
  example: string,
  texts: readonly string[],
): Readonly<Record<string, number>> {
  const found = new Map<string, number>();
  for (const text of texts) {
    for (const part of text.split(',')) {
      const [, name, number] = /^\s*(\w+)\s*=(.*)$/.exec(part) ?? [];
      const value = readNumber(number ?? '');
      if (!name || value === null) {
        throw new UsageError(`--${option} must look like ${example}, got ${text}`);
      }
      if (found.has(name)) throw new UsageError(`--${option} gives ${name} twice`);
      found.set(name, value);
    }
  }
  // Not by plain assignment, which would lose the name __proto__ without a word.
  return Object.fromEntries(found);
}
