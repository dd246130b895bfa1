import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { ROOT } from '../support/root.ts';

/** Without types, which only a file that exists has. */
const untyped = new ESLint({ cwd: ROOT, overrideConfig: tseslint.configs.disableTypeChecked });
const typed = new ESLint({ cwd: ROOT });

/** The rules that a file with this text breaks, were it at `path`. */
async function broken(path: string, text: string, eslint = untyped): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath: join(ROOT, path) });
  return (result?.messages ?? []).map((message) => message.ruleId);
}

describe('the rules that know types', () => {
  const cases: [what: string, rule: string, bad: string, good: string][] = [
    [
      'a promise that nobody waits for',
      'no-floating-promises',
      'export const go = (act: () => Promise<void>): void => {\n  act();\n};\n',
      'export const go = (act: () => Promise<void>): void => void act();\n',
    ],
    [
      'a promise where nobody looks for one',
      'no-misused-promises',
      'export const go = (act: () => Promise<void>): void => [1].forEach(act);\n',
      'export const go = (act: () => Promise<void>): void => [1].forEach(() => void act());\n',
    ],
    [
      'to wait for what is there',
      'await-thenable',
      'export const one = async (): Promise<number> => await 1;\n',
      'export const one = async (one: Promise<number>): Promise<number> => await one;\n',
    ],
    [
      'a switch that misses a case',
      'switch-exhaustiveness-check',
      "export function f(end: 'lower' | 'upper'): void {\n  switch (end) {\n    case 'lower':\n  }\n}\n",
      "export function f(end: 'lower' | 'upper'): void {\n  switch (end) {\n    case 'lower':\n    case 'upper':\n  }\n}\n",
    ],
    [
      'to assert what is known',
      'no-unnecessary-type-assertion',
      'export const f = (x: number): number => x!;\n',
      'export const f = (x?: number): number => x!;\n',
    ],
    [
      'numbers sorted as words',
      'require-array-sort-compare',
      'export const f = (x: number[]): number[] => x.sort();\n',
      'export const f = (x: number[]): number[] => x.sort((a, b) => a - b);\n',
    ],
  ];

  it.each(cases)('refuse %s', async (_what, rule, bad, good) => {
    const path = 'test/tools/lint.test.ts';
    expect(await broken(path, bad, typed)).toEqual([`@typescript-eslint/${rule}`]);
    expect(await broken(path, good, typed)).toEqual([]);
  });
});

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
    ['a glob', "export const all = import.meta.glob('./*.ts');", 'no-restricted-syntax'],
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
    ...['src/components/charts/trial.ts', 'src/components/own-data/trial.ts'],
    ...['src/components/island/trial.ts', 'src/components/prose/trial.ts', 'src/cli/trial.ts'],
    ...['src/settings/trial.ts', 'src/programs/trial.ts'],
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
    expect(await broken('src/components/island/trial.ts', text)).toEqual([]);
  });
});

describe('the walls between the rooms', () => {
  /** From which file, what may not be imported. */
  const refused: [from: string, to: string][] = [
    ['src/lib/theory/trial.ts', '../../settings/fields.ts'],
    ['src/lib/theory/trial.ts', '../../programs/index.ts'],
    ['src/lib/theory/trial.ts', '../../cli/main.ts'],
    ['src/cli/trial.ts', '../settings/fields.ts'],
    ['src/cli/trial.ts', '../components/charts/words.ts'],
    ['src/settings/trial.ts', '../components/charts/words.ts'],
    ['src/settings/trial.ts', '../programs/index.ts'],
    ['src/programs/trial.ts', '../settings/fields.ts'],
    ['src/programs/typescript/trial.ts', '../../components/charts/words.ts'],
    ['src/components/charts/trial.ts', '../figures/fan.ts'],
    ['src/components/charts/trial.ts', '../demos/fan.ts'],
    ['src/components/charts/trial.ts', '../island/live.ts'],
    ['src/components/charts/trial.ts', '../../site/site.ts'],
    ['src/components/charts/trial.ts', '../../programs/index.ts'],
    ['src/components/figures/trial.ts', '../demos/policy.ts'],
    ['src/components/figures/trial.ts', '../island/stretches.ts'],
    ['src/components/figures/trial.ts', '../../site/site.ts'],
    ['src/components/figures/trial.ts', '../prose/index.ts'],
    ['src/components/demos/trial.ts', '../island/finish.ts'],
    ['src/components/demos/trial.ts', '../own-data/ownData.ts'],
    ['src/components/demos/shared/trial.ts', '../../../site/site.ts'],
    ['src/components/demos/trial.ts', '../../programs/index.ts'],
    ['src/components/island/trial.ts', '../figures/fan.ts'],
    ['src/components/island/trial.ts', '../demos/fan.ts'],
    ['src/components/island/trial.ts', '../own-data/ownData.ts'],
    ['src/components/island/trial.ts', '../../site/site.ts'],
    ['src/components/island/trial.ts', '../../pages/index.astro'],
    ['src/components/own-data/trial.ts', '../demos/fan.ts'],
    ['src/components/own-data/trial.ts', '../../site/site.ts'],
  ];

  it.each(refused)('%s may not import %s', async (from, to) => {
    const rules = await broken(from, `import '${to}';\n`);
    expect(rules.some((rule) => rule?.endsWith('no-restricted-imports'))).toBe(true);
  });

  it.each(refused)('%s may not import %s late', async (from, to) => {
    const late = `export const late = () => import('${to}');\n`;
    expect(await broken(from, late)).toEqual(['no-restricted-syntax']);
  });

  const waysAround = [
    'export const late = (name: string) => import(`../demos/${name}.ts`);',
    "export const late = import.meta.glob('../demos/*.ts');",
    "export const late = import.meta.glob(['./*.ts', '../demos/*.ts']);",
    "export const late = new URL('../demos/fan.ts', import.meta.url);",
  ];

  it.each(waysAround)('have no way around: %s', async (text) => {
    expect(await broken('src/components/figures/trial.ts', `${text}\n`)).toEqual([
      'no-restricted-syntax',
    ]);
  });

  const allowed: [from: string, text: string][] = [
    ['src/components/demos/trial.ts', "import '../figures/fan.ts';\n"],
    ['src/components/demos/shared/trial.ts', "import '../../charts/words.ts';\n"],
    ['src/components/figures/trial.ts', "import '../charts/words.ts';\n"],
    ['src/components/figures/trial.ts', "import '../../settings/links.ts';\n"],
    ['src/components/charts/trial.ts', "import '../../lib/types.ts';\n"],
    ['src/components/island/trial.ts', "export type { Demo } from '../demos/shared/demo.ts';\n"],
    [
      'src/components/island/trial.ts',
      "import type { Demo } from '../demos/shared/demo.ts';\nexport const id = ({ id }: Demo) => id;\n",
    ],
    ['src/components/island/trial.ts', "export const late = () => import('../charts/chart.ts');\n"],
    [
      'src/components/figures/trial.ts',
      "export const late = () => import('../charts/chart.ts');\n",
    ],
    ['src/components/island/trial.ts', "import '../../programs/writer.ts';\n"],
    ['src/settings/trial.ts', "import '../lib/types.ts';\n"],
    ['src/programs/trial.ts', "import '../lib/types.ts';\n"],
  ];

  it.each(allowed)('%s may have %s', async (from, text) => {
    expect(await broken(from, text)).toEqual([]);
  });
});
