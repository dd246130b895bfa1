import '../lib/withLognormals.ts';
import '../lib/withModels.ts';
import '../lib/withWords.ts';
import '../lib/withRegimes.ts';
import { createRegistry } from '../lib/registry.ts';
import { familiesIn } from './familyFile.ts';
import { python } from './python.ts';
import { r } from './r.ts';
import { sas } from './sas.ts';
import { typescript } from './typescript.ts';
import type { ProgramWriter } from './writer.ts';

export { fileName, runLine } from './fileName.ts';
export type { ProgramWriter } from './writer.ts';

/** The languages in which a reader can take a run, or many, home. */
export const programs = createRegistry<ProgramWriter>('program', [r, python, sas, typescript]);

/** Families are files, and the page loads them one by one. */
const files = import.meta.glob<string>('./*/families/*', {
  eager: true,
  query: '?raw',
  import: 'default',
});
for (const [path, file] of Object.entries(files)) {
  const [, language = '', name = ''] = /^\.\/(\w+)\/families\/(\w+)\./.exec(path) ?? [];
  for (const family of familiesIn(name)) programs.get(language).learn?.(family, file);
}
