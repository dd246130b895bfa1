import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle, pathFrom } from './bundle.ts';
import { byOthers } from './byOthers.ts';

/**
 * Which registries are whole where a program names an entry of them: as in src/site/leaveOut.ts.
 */
const WHOLE: Readonly<Record<string, readonly string[]>> = {
  withLognormals: ['families', 'estimators'],
  withRegimes: ['regimes', 'shortcuts'],
};

/** All parts of the engine that a program may ask for: see `engine` of writer.ts. */
export const parts: readonly string[] = ['run', 'many'].flatMap((entry) =>
  ['', '-withLognormals', '-withRegimes', '-withLognormals-withRegimes'].map(
    (more) => entry + more,
  ),
);

/** Registries that have a file with what every page needs. */
const BARE = Object.values(WHOLE).flat();

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
  const whole = needs.flatMap((name) => WHOLE[name]!);
  const found = bundle(join(root, `src/programs/typescript/${entry}.ts`), {
    insteadOf: (file) => {
      const [, registry] = /\/src\/lib\/(\w+)\/index\.ts$/.exec(file) ?? [];
      const bare = registry && BARE.includes(registry) && !whole.includes(registry);
      return bare ? file.replace(/index\.ts$/, 'registry.ts') : file;
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
