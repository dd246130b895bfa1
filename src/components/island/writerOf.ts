import { fileOf } from '../../programs/familyFile.ts';
import type { ProgramWriter } from '../../programs/writer.ts';
import { href } from '../../settings/href.ts';

/** A language is a file of its own, loaded when a reader chooses it: the texts are long. */
const files = import.meta.glob<Record<string, ProgramWriter>>([
  '../../programs/{r,python,sas,typescript}.ts',
]);

/** So is what a language knows of another family than the normal. */
const families = import.meta.glob<string>(
  ['../../programs/*/families/*', '!../../programs/*/families/normal.*'],
  { query: '?raw', import: 'default' },
);

/**
 * The writer of programs in a language, which knows the family if the language does:
 * `programs/r.ts` exports `r`, `programs/r/families/lognormal3.R` is what R knows of `lognormal3`.
 * Rejects if it cannot be loaded.
 */
export async function writerOf(id: string, family: string): Promise<ProgramWriter> {
  const known = `/${id}/families/${fileOf(family)}.`;
  const [, learned] = Object.entries(families).find(([path]) => path.includes(known)) ?? [];
  const [loaded, more] = await Promise.all([files[`../../programs/${id}.ts`]?.(), learned?.()]);
  const writer = loaded?.[id];
  if (!writer) throw new Error(`no programs are written in ${id}`);
  if (more !== undefined) writer.learn?.(family, more);
  return writer;
}

const parts = new Map<string, string>();

/**
 * The part of the engine that a program brings along: see `engine` of writer.ts. Rejects if it
 * cannot be loaded.
 */
export async function engineOf(part: string): Promise<string> {
  const known = parts.get(part);
  if (known !== undefined) return known;
  const answer = await fetch(href(`/programs/${part}.txt`));
  if (!answer.ok) throw new Error(`${answer.status}: ${part}`);
  const text = await answer.text();
  parts.set(part, text);
  return text;
}
