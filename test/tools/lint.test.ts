import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { ROOT } from '../support/root.ts';

const eslint = new ESLint({ cwd: ROOT });

/** The rules that a file with this text breaks, were it at `path`. */
async function broken(path: string, text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath: join(ROOT, path) });
  return (result?.messages ?? []).map((message) => message.ruleId);
}

describe('the rule that keeps the engine pure', () => {
  const forbidden: [what: string, text: string, rule: string][] = [
    ['a component', "import '../components/figures/x.ts';", 'no-restricted-imports'],
    ['a layout', "import '../layouts/Page.astro';", 'no-restricted-imports'],
    ['a page', "export * from '../pages/x.ts';", 'no-restricted-imports'],
    ['Astro', "import 'astro:content';", 'no-restricted-imports'],
    ['Observable Plot', "import '@observablehq/plot';", 'no-restricted-imports'],
    ['Node', "import 'node:fs';", 'no-restricted-imports'],
    ['every generator of seedrandom', "import 'seedrandom';", 'no-restricted-imports'],
    ['a late import', "export const late = () => import('./x.ts');", 'no-restricted-syntax'],
    ['the document', 'export const title = document.title;', 'no-undef'],
    ['the window, by typeof', "export const here = typeof window === 'object';", 'no-undef'],
    ['a type of the DOM', 'export type Where = HTMLElement;', 'no-undef'],
    ['a timer', 'setTimeout(() => undefined, 1);', 'no-undef'],
    ['a stopwatch', 'export const now = performance.now();', 'no-undef'],
    ['a clock', 'export const now = Date.now();', 'no-restricted-globals'],
    ['the way round', 'export const root = globalThis;', 'no-restricted-globals'],
    ['shared randomness', 'export const u = Math.random();', 'no-restricted-syntax'],
    ['a browser’s logarithm', 'export const y = Math.log(2);', 'no-restricted-syntax'],
    ['a power', 'export const y = (x: number) => x ** 3;', 'no-restricted-syntax'],
    ['Math by another name', 'export const { log } = Math;', 'no-restricted-syntax'],
    ['Math by computation', "export const y = Math['exp'](2);", 'no-restricted-syntax'],
  ];

  it.each(forbidden)('refuses %s', async (_what, text, rule) => {
    expect(await broken('src/lib/trial.ts', `${text}\n`)).toContain(rule);
  });

  it('accepts arithmetic, square roots and query strings', async () => {
    const text = `import { draw } from './random/draw.ts';
export const spread = (x: readonly number[]): number => Math.sqrt(Math.max(...x)) + Math.PI * draw();
export const read = (query: string): string | null => new URLSearchParams(query).get('n');
`;
    expect(await broken('src/lib/trial.ts', text)).toEqual([]);
  });

  it('holds for the engine alone', async () => {
    const text = 'export const y = Math.sqrt(document.title.length);\n';
    expect(await broken('src/components/trial.ts', text)).toEqual([]);
  });
});

describe('the rule that keeps every printed digit the same in every browser', () => {
  const places = [
    ...['src/components/figures/trial.ts', 'src/components/demos/trial.ts'],
    ...['src/components/demo/trial.ts', 'src/cli/trial.ts'],
  ];
  const forbidden = [
    'export const y = Math.log(2);',
    'export const y = (x: number) => x ** 2;',
    'export const y = [1, 2].map(Math.exp);',
    'export const { cbrt } = Math;',
    "export const y = Math['log10'](2);",
  ];

  it.each(places)('holds in %s', async (path) => {
    for (const text of forbidden)
      expect(new Set(await broken(path, `${text}\n`)), text).toEqual(
        new Set(['no-restricted-syntax']),
      );
  });

  it('accepts arithmetic, stdlib, new seeds and late imports', async () => {
    const text = `import ln from '@stdlib/math-base-special-ln';
export const y = Math.sqrt(Math.round(ln(3)) * Math.PI);
export const seed = () => String(Math.random());
export const late = () => import('./other.ts');
`;
    expect(await broken('src/components/demo/trial.ts', text)).toEqual([]);
  });
});
