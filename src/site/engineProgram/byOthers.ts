import { build } from 'vite';
import { stdlib } from '../standIns/stdlib.ts';

/** What the engine takes from others, and of which type it is. */
const TYPES: Readonly<Record<string, string>> = {
  '@stdlib/math-base-special-exp': '(x: number) => number',
  '@stdlib/math-base-special-gammaln': '(x: number) => number',
  '@stdlib/math-base-special-ln': '(x: number) => number',
  'seedrandom/lib/alea.js': '(seed: string) => { (): number; int32(): number }',
};

const ENTRY = 'by-others';

/**
 * Packages as JavaScript that declares each under its name, with their licences as comments;
 * `packages` says which name each has. As in the page's scripts, stdlib's smallest functions are
 * stand-ins.
 */
export async function byOthers(packages: ReadonlyMap<string, string>): Promise<string> {
  const wanted = [...packages].sort(([a], [b]) => (a < b ? -1 : 1));
  const types = wanted.map(([name, as]) => {
    const type = TYPES[name];
    if (type === undefined) throw new Error(`say in byOthers.ts of which type ${name} is`);
    return `  ${as}: ${type};`;
  });
  const output = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'by-others',
        enforce: 'pre',
        resolveId: (id) => {
          if (id.endsWith(ENTRY)) return `\0${ENTRY}`;
          return id in stdlib ? `\0${id}` : null;
        },
        load(id) {
          if (id !== `\0${ENTRY}`) return stdlib[id.slice(1)] ?? null;
          return wanted.map(([name, as]) => `export { default as ${as} } from '${name}';`).join('');
        },
        transform: (code) => code.replace(/^((\/\/.*)?\n)+/, inAComment),
      },
    ],
    build: {
      write: false,
      minify: false,
      lib: { entry: ENTRY, formats: ['iife'], name: 'byOthers' },
      rolldownOptions: { output: { comments: { legal: true, jsdoc: false, annotation: false } } },
    },
  });
  const [{ output: chunks }] = output as unknown as [{ output: [{ code: string }] }];
  return `${onceEach(chunks[0].code.trim())}

const { ${wanted.map(([, as]) => as).join(', ')} } = byOthers as unknown as {
${types.join('\n')}
};`;
}

/** A licence in lines of `//`, which bundlers throw away, as a comment that they keep. */
const inAComment = (lines: string) =>
  /copyright/i.test(lines) ? `/*! ${lines.trim().replace(/^\/\/ ?/gm, '')}\n*/\n` : lines;

/** `code` without the licences that have stood above already. */
function onceEach(code: string): string {
  const seen = new Set<string>();
  const named = code.replaceAll('// \\0', '// in place of ');
  return named.replace(/^\s*\/\*[*!][\s\S]*?\*\/\n/gm, (comment) => {
    const known = seen.has(comment.trim());
    seen.add(comment.trim());
    return known ? '' : comment;
  });
}
