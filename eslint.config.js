import { defineConfig } from 'eslint/config';
import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

/** What ECMAScript fixes to the last bit, and chance; the rest of Math differs between browsers. */
const EXACT_MATH =
  '/^(abs|ceil|clz32|floor|fround|imul|max|min|random|round|sign|sqrt|trunc|E|LN2|LN10|LOG2E|LOG10E|PI|SQRT1_2|SQRT2)$/';

/** What is refused where numbers are made, so that every browser prints the same ones. */
const SAME_DIGITS = [
  {
    selector: `MemberExpression[object.name="Math"]:not([property.name=${EXACT_MATH}])`,
    message:
      'It differs between browsers: use arithmetic, Math.sqrt or @stdlib/math-base-special-*.',
  },
  {
    selector: 'MemberExpression[object.name="Math"][computed=true]',
    message: 'Name the function, so that this rule can see it.',
  },
  {
    selector: ':not(MemberExpression) > Identifier[name="Math"]',
    message: 'Write Math.name in full, so that this rule can see it.',
  },
  {
    selector: ':matches(BinaryExpression[operator="**"], AssignmentExpression[operator="**="])',
    message: 'It differs between browsers, as Math.pow does: multiply.',
  },
];

/**
 * The rooms of the house. Each knows only what stands to its right: prose → demos → figures →
 * charts → settings → engine. The island, which makes a demo live in a page, knows of demos and
 * figures their types alone.
 */
const ROOMS = {
  pages: '(pages|layouts|content)',
  frame: '(site|components/site|components/prose|prose)',
  'own data': 'own-data',
  demos: 'demos',
  island: 'island',
  figures: 'figures',
  charts: 'charts',
  programs: 'programs',
  settings: 'settings',
  'the command line': 'cli',
  engine: 'lib',
};

const VIEW = ['pages', 'frame', 'own data', 'demos', 'island', 'figures', 'charts'];

/** What the files of a room may not import; `typesOf` names rooms of which they may know types. */
const wall = (names, why, { typesOf = [] } = {}) =>
  names.map((name) => ({
    // A path from file to file, not a package.
    regex: `^\\.{1,2}/([^/]+/)*${ROOMS[name]}/`,
    allowTypeImports: typesOf.includes(name),
    message: why,
  }));

/** The same wall for every other way to name a file: import(), import.meta.glob(), new URL(). */
const around = ({ regex, message }) => {
  // In a selector a slash would end the expression.
  const path = `/${regex.replaceAll('/', '\\u002F')}/`;
  const statement = ':matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration)';
  return {
    selector: `:matches(:not(${statement}) > Literal[value=${path}], TemplateElement[value.raw=${path}])`,
    message,
  };
};

/** The walls around a room: which files it has, and what they may not know. */
const walls = (name, files, patterns, ignores = []) => ({
  name: `walls of ${name}`,
  files,
  ignores,
  rules: {
    '@typescript-eslint/no-restricted-imports': ['error', { patterns }],
    // A rule of the same name takes the place of an earlier one: both in one.
    'no-restricted-syntax': ['error', ...SAME_DIGITS, ...patterns.map(around)],
  },
});

const WALLS = [
  walls(
    'the command line',
    ['src/cli/**'],
    wall([...VIEW, 'programs', 'settings'], 'The command line knows the engine alone.'),
  ),
  walls(
    'settings',
    ['src/settings/**'],
    wall([...VIEW, 'programs', 'the command line'], 'Settings know the engine alone.'),
  ),
  walls(
    'programs',
    ['src/programs/**'],
    wall([...VIEW, 'settings', 'the command line'], 'Programs to take home know the engine alone.'),
  ),
  walls(
    'charts',
    ['src/components/charts/**'],
    wall(
      ['pages', 'frame', 'own data', 'demos', 'island', 'figures', 'programs', 'the command line'],
      'The drawing kit knows settings and the engine alone.',
    ),
  ),
  walls(
    'figures',
    ['src/components/figures/**'],
    wall(
      ['pages', 'frame', 'own data', 'demos', 'island', 'programs', 'the command line'],
      'A figure knows charts, settings and the engine: what it links to, it is given.',
    ),
  ),
  walls(
    'demos',
    ['src/components/demos/**'],
    wall(
      ['pages', 'frame', 'own data', 'island', 'programs', 'the command line'],
      'A demo says what it is; how it becomes live is the island’s affair.',
    ),
  ),
  walls(
    'the island',
    ['src/components/island/**'],
    wall(
      ['pages', 'frame', 'own data', 'demos', 'figures', 'the command line'],
      'The island knows of demos and figures their types alone; load.ts brings what a page shows.',
      { typesOf: ['demos', 'figures'] },
    ),
    // The frame of a demo, which is given its id.
    ['src/components/island/Demo.astro'],
  ),
  walls(
    'own data',
    ['src/components/own-data/**'],
    wall(['pages', 'frame', 'demos', 'the command line'], 'The box knows no demo and no page.'),
  ),
];

const ENGINE_ALONE = 'src/lib is the engine: it knows nothing of the pages that use it.';
const view = {
  regex:
    '(^|/)(components|layouts|pages|styles|content|site|cli|settings|programs)(/|$)|\\.(astro|mdx|css)$',
  message: ENGINE_ALONE,
};

export default defineConfig(
  { ignores: ['dist/', '.astro/', '.cache/', 'node_modules/', 'public/'] },
  js.configs.recommended,
  tseslint.configs.recommended,
  astro.configs.recommended,
  astro.configs['jsx-a11y-x-recommended'] ?? astro.configs['jsx-a11y-recommended'],
  {
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-eval': 'error',
      'no-implicit-coercion': 'error',
      'no-param-reassign': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // TypeScript knows the globals of each file; ESLint does not.
      'no-undef': 'off',
    },
  },
  {
    name: 'what only types can tell',
    files: ['**/*.{ts,js,mjs}'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      // Numbers would be sorted as words: 10 before 9.
      '@typescript-eslint/require-array-sort-compare': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['test/**', 'scripts/**', 'src/cli/**', 'src/programs/typescript/**', '*.config.*'],
    rules: { 'no-console': 'off' },
  },
  {
    name: 'the same digits in every browser',
    // Not src/site/motif.ts: pixels of one picture, drawn when the site is built.
    files: ['src/components/**', 'src/cli/**', 'src/settings/**', 'src/programs/**'],
    rules: { 'no-restricted-syntax': ['error', ...SAME_DIGITS] },
  },
  ...WALLS,
  {
    name: 'the engine stays pure',
    files: ['src/lib/**'],
    // Only the language itself, and what reads a query string the same way everywhere: with
    // no-undef, every other global of browsers and of Node is an error.
    languageOptions: {
      parserOptions: { lib: ['esnext'] },
      globals: { URLSearchParams: 'readonly' },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-undef': ['error', { typeof: true }],
      'no-restricted-globals': [
        'error',
        { name: 'Date', message: 'The engine has no clock.' },
        { name: 'Intl', message: 'It differs between browsers.' },
        { name: 'globalThis', message: 'The engine reaches nothing outside it.' },
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            view,
            { regex: '^node:', message: 'The engine runs in browsers too: read files in src/cli.' },
            { regex: '^(fs|path|os|crypto|util|process|worker_threads|url)$' },
            {
              regex: '^(astro|@astrojs|@observablehq|d3|linkedom|katex)(/|$|:)',
              message: ENGINE_ALONE,
            },
            { regex: '^seedrandom$', message: 'Import one generator by its own file.' },
          ],
        },
      ],
      'no-restricted-syntax': [
        'error',
        ...SAME_DIGITS,
        {
          selector: 'MemberExpression[object.name="Math"][property.name="random"]',
          message: 'The engine draws from the rng that it is given.',
        },
        {
          selector: ':matches(ImportExpression, MetaProperty[meta.name="import"])',
          message: 'The engine loads nothing by itself.',
        },
      ],
    },
  },
);
