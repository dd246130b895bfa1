import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { build } from 'vite';
import { leaveOut } from '../../src/site/leaveOut.ts';
import { document } from '../components/sound.ts';
import { demoWords } from '../support/demoWords.ts';
import { ROOT } from '../support/root.ts';
import * as whole from './forBrowsers.ts';

const folder = await mkdtemp(join(ROOT, 'node_modules', '.left-out-'));
afterAll(() => rm(folder, { recursive: true }));

/** The same modules, bundled as for a browser. */
async function bundled(): Promise<typeof whole> {
  await build({
    configFile: false,
    root: ROOT,
    publicDir: false,
    logLevel: 'error',
    plugins: [leaveOut()],
    build: {
      outDir: folder,
      modulePreload: false,
      rolldownOptions: {
        input: join(import.meta.dirname, 'forBrowsers.ts'),
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: 'all.js' },
      },
    },
  });
  return (await import(pathToFileURL(join(folder, 'all.js')).href)) as typeof whole;
}

describe('the scripts for browsers, from which much of their libraries is left out', async () => {
  const light = await bundled();

  it.each(whole.demos.all)('draw and print the demo $id as the whole libraries do', ({ id }) => {
    const [here, there] = [whole, light].map(({ demos, firstShown, defaultSettings }) => {
      const demo = demos.get(id);
      const result = firstShown(demo, defaultSettings(demo.fields));
      return demoWords(demo, result, document);
    });
    expect(there!.words).toEqual(here!.words);
    expect(there!.drawings).toEqual(here!.drawings);
  });

  it('have stdlib’s functions, bit for bit, from the least to the largest numbers', () => {
    const magnitudes = Array.from({ length: 2200 }, (_, i) => 1.37 * 2 ** (i - 1100));
    const small = Array.from({ length: 3000 }, (_, i) => i / 2 - 750.3);
    const all = [...magnitudes, ...small, 0, 1, 2, 5e-324, 2 ** -1022, Infinity, NaN];
    for (const x of all.flatMap((x) => [x, -x])) {
      for (const name of ['exp', 'ln', 'gammaln'] as const)
        if (!Object.is(light[name](x), whole[name](x)))
          expect(light[name](x), `${name}(${x})`).toBe(whole[name](x));
    }
  });
});
