import type { ProgramWriter } from '../../programs/writer.ts';

/** A language is a file of its own, loaded when a reader chooses it: the texts are long. */
const files = import.meta.glob<Record<string, ProgramWriter>>([
  '../../programs/{r,python,sas,typescript}.ts',
]);

/** So is what a language knows of another family than the normal, in the family's folder. */
const families = import.meta.glob<Record<string, object>>([
  '../../programs/*/{r,python,sas,typescript}.ts',
  '!../../programs/ensemble/*',
]);

/**
 * The writer of programs in a language, which knows the family if the language does:
 * `programs/r.ts` exports `r`, `programs/lognormal3/r.ts` exports `lognormal3`. Rejects if it
 * cannot be loaded.
 */
export async function writerOf(id: string, family: string): Promise<ProgramWriter> {
  const [loaded, more] = await Promise.all([
    files[`../../programs/${id}.ts`]!(),
    families[`../../programs/${family}/${id}.ts`]?.(),
  ]);
  const writer = loaded[id]!;
  if (more) writer.learn(family, more[family]!);
  return writer;
}
