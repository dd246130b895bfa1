import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle, pathFrom } from './bundle.ts';
import { byOthers } from './byOthers.ts';

/**
 * What puts further entries into which registries, where a program names one of them: as the files
 * of these names in src/lib do for pages.
 */
const MORE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  withLognormals: { families: 'lognormals.ts', estimators: 'lognormals.ts' },
  withModels: {
    families: 'models.ts',
    estimators: 'models.ts',
    sources: 'models.ts',
    shortcuts: 'models.ts',
  },
  withRegimes: { regimes: 'policies.ts', shortcuts: 'policies.ts' },
  withWords: {
    families: 'words.ts',
    estimators: 'words.ts',
    sources: 'words.ts',
    decodings: 'words.ts',
    shortcuts: 'words.ts',
  },
};

/** All parts of the engine that a program may ask for: see `engine` of writer.ts. */
export const parts: readonly string[] = ['run', 'many'].flatMap((entry) =>
  Object.keys(MORE)
    .reduce((some, one) => [...some, ...some.map((more) => `${more}-${one}`)], [''])
    .map((more) => entry + more),
);

/** Registries that have a file with what every page needs. */
const BARE = Object.values(MORE).flatMap(Object.keys);

const made = new Map<string, Promise<string>>();

/**
 * A part of the engine as TypeScript in one file, without the settings; `root` is the folder of the
 * project. It takes seconds, once.
 */
export function engineText(part: string, root: string): Promise<string> {
  const text = made.get(part) ?? make(part, root);
  made.set(part, text);
  return text;
}

async function make(part: string, root: string): Promise<string> {
  const [entry, ...needs] = part.split('-');
  const found = bundle(join(root, `src/programs/typescript/${entry}.ts`), {
    insteadOf: (file) => {
      const [, registry] = /\/src\/lib\/(\w+)\/index\.ts$/.exec(file) ?? [];
      if (!registry || !BARE.includes(registry)) return [file];
      const more = needs.flatMap((name) => MORE[name]?.[registry] ?? []);
      return ['registry.ts', ...more].map((name) => file.replace(/index\.ts$/, name));
    },
    given: ['config', 'levels'],
    heading: (file) => `// ---- ${pathFrom(root, file)} ----`,
  });
  const licence = readFileSync(join(root, 'LICENSE'), 'utf8').trim();
  return `// ---- What is printed ----

${found.entry}

// ---- What the engine takes from others: JavaScript, under their licences ----

${await byOthers(found.packages)}

// ---- The engine: the files of the site from which this program comes ----

/*
${licence}
*/

${found.rest}

// ---- Here it starts ----

${found.start}
`;
}
