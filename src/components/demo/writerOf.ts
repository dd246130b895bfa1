import type { ProgramWriter } from '../../lib/programs/writer.ts';

/** A language is a file of its own, loaded when a reader chooses it: the texts are long. */
const files = import.meta.glob<Record<string, ProgramWriter>>([
  '../../lib/programs/{r,python,sas,typescript}.ts',
]);

/** The writer of programs in a language: `programs/r.ts` exports `r`. Rejects if it cannot be loaded. */
export async function writerOf(id: string): Promise<ProgramWriter> {
  const loaded = await files[`../../lib/programs/${id}.ts`]!();
  return loaded[id]!;
}
