import type { Entry } from './registry.ts';

/** The with….ts files that this page has loaded, by name, each with the entries that it brings. */
export const registered = new Map<string, readonly Entry[]>();

/**
 * Names of those files that a piece of work needs: whose entries it names. A worker that makes the
 * piece loads no other.
 */
export function needsOf(piece: unknown): string[] {
  const texts = textsIn(piece);
  return [...registered]
    .filter(([, entries]) =>
      entries.some(({ id, aliases = [] }) => [id, ...aliases].some((name) => texts.has(name))),
    )
    .map(([name]) => name);
}

/** Every text in plain data. */
function textsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string') found.add(value);
  else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value))
    for (const part of Object.values(value)) textsIn(part, found);
  return found;
}
