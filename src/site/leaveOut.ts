/**
 * A Vite plugin that leaves out of the scripts what their libraries bring along and no page uses: d3's map
 * projections, which Plot imports for all charts (10 kB gzip), and stdlib's printf, which words errors that
 * cannot happen here (2 kB, twice). Each is replaced by a stub that says so if it is called after all.
 */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

const PREFIX = '\0left-out:';

/** The names that d3-geo exports, from the copy that Plot uses. */
async function namesOfMaps(): Promise<string[]> {
  const plot = createRequire(import.meta.resolve('@observablehq/plot'));
  const d3 = createRequire(pathToFileURL(plot.resolve('d3')));
  return Object.keys((await import(pathToFileURL(d3.resolve('d3-geo')).href)) as object);
}

const STUBS: Readonly<Record<string, () => Promise<string>>> = {
  'd3-geo': async () => {
    const names = (await namesOfMaps()).filter((name) => name !== 'geoTransform');
    // Plot makes one transform while it loads, for maps that nobody draws.
    return `const none = () => { throw new Error('map projections are left out: src/site/leaveOut.ts') };
      export const geoTransform = () => null;
      export { ${names.map((name) => `none as ${name}`).join(', ')} };`;
  },
  '@stdlib/string-format': async () => `module.exports = (...words) => words.join(' ');`,
};

/** For the browser's scripts only: at build time the libraries are used as they are. */
export function leaveOut(): Plugin {
  return {
    name: 'leave-out',
    enforce: 'pre',
    apply: 'build',
    resolveId(source, _importer, options) {
      return source in STUBS && !options.ssr ? `${PREFIX}${source}` : null;
    },
    load(id) {
      return id.startsWith(PREFIX) ? STUBS[id.slice(PREFIX.length)]!() : null;
    },
  };
}
