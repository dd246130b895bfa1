/**
 * Makes the site's fonts and src/styles/fonts.css: run `node src/site/fonts/make.mjs` after an
 * upgrade of the @fontsource packages or a change below, and commit what it writes.
 *
 * Each file is the least that the pages need: the characters listed here, and weights 400 to 700.
 * The fallbacks are system fonts stretched to the same width and line height, so that nothing jumps
 * on arrival. All are under the SIL Open Font License 1.1, which the site prints
 * (src/site/licences.ts). Source Serif 4 and Source Sans 3 reserve their name, so our subsets of
 * them bear others.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import prettier from 'prettier';
import subsetFont from 'subset-font';
import { renamed } from './rename.mjs';

const require = createRequire(import.meta.url);
const here = (path) => new URL(path, import.meta.url);

/** Every character from `first` to `last`. */
const range = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join('');

const LATIN = range(0x20, 0x7e) + range(0xa0, 0xff) + 'Œœ' + '–—‘’‚“”„†‡•…‰′″‹›€™−↑↓½¼¾';
const GREEK = 'ΓΔΘΛΞΠΣΦΨΩ' + range(0x3b1, 0x3c9);

/**
 * What formulas are set in. A browser sets a variable in the letters of U+1D434 to U+1D71B, of
 * which h is elsewhere. Whatever grows (arrows, brackets, roots, sums, accents) takes its sizes and
 * parts along.
 */
const MATHS =
  range(0x20, 0x7e) +
  GREEK +
  'ϑϕϵ' +
  range(0x1d434, 0x1d467) +
  'ℎ' +
  range(0x1d6e2, 0x1d71b) +
  '\u00a0\u2005\u2009\u200a\u2061\u2062\u0302\u0303\u0305' +
  '¯±·×ˆˉ˜–—‘’“”…′″‾ℓ←↑→↓↔⇒⟵⟶∂∇∈∏∑−∓∗√∝∞∣∥∫∼≈≠≡≤≥≪≫⋅⋯⌈⌉⌊⌋⟨⟩';

const FILES = [
  {
    file: 'prose',
    family: 'Prose',
    style: 'normal',
    source: 'source-serif-4/files/source-serif-4-',
    wght: [400, 700],
  },
  {
    file: 'prose-italic',
    family: 'Prose',
    style: 'italic',
    source: 'source-serif-4/files/source-serif-4-',
    wght: [400, 400],
  },
  {
    file: 'interface',
    family: 'Interface',
    style: 'normal',
    source: 'source-sans-3/files/source-sans-3-',
    wght: [400, 700],
  },
];
const SCRIPTS = [
  { suffix: '', subset: 'latin', text: LATIN },
  { suffix: '-greek', subset: 'greek', text: GREEK },
];

/**
 * Fonts that systems have, with the mean width of a letter in English text, in ems (as meanWidth
 * has it).
 */
const FALLBACKS = {
  Prose: [
    {
      name: 'Prose fallback',
      locals: ['Times New Roman', 'Liberation Serif', 'Tinos'],
      width: 0.398,
    },
    { name: 'Prose fallback 2', locals: ['Georgia', 'Gelasio'], width: 0.439 },
  ],
  Interface: [
    {
      name: 'Interface fallback',
      locals: ['Arial', 'Liberation Sans', 'Arimo'],
      width: 0.439,
    },
    { name: 'Interface fallback 2', locals: ['Roboto'], width: 0.438 },
  ],
};

/** Relative frequency of letters in English text, the space included: weights for a mean width. */
const FREQUENCY = {
  ' ': 18.3,
  e: 10.2,
  t: 7.5,
  a: 6.6,
  o: 6.2,
  n: 5.7,
  i: 5.7,
  s: 5.3,
  r: 5,
  h: 4.9,
  l: 3.3,
  d: 3.3,
  u: 2.3,
  c: 2.2,
  m: 2,
  f: 2,
  w: 1.7,
  g: 1.6,
  p: 1.5,
  y: 1.4,
  b: 1.3,
  v: 0.8,
  k: 0.6,
  x: 0.1,
  j: 0.1,
  q: 0.1,
  z: 0.1,
};

/** Mean width of a letter in English text, in ems. */
function meanWidth(font) {
  let sum = 0;
  let weight = 0;
  for (const [letter, frequency] of Object.entries(FREQUENCY)) {
    sum += frequency * font.glyphForCodePoint(letter.codePointAt(0)).advanceWidth;
    weight += frequency;
  }
  return sum / weight / font.unitsPerEm;
}

/** `U+3B1-3C9, …` of a set of characters. */
function unicodeRange(text) {
  const points = [...new Set(text)].map((c) => c.codePointAt(0)).sort((a, b) => a - b);
  const runs = [];
  for (const point of points) {
    const last = runs.at(-1);
    if (last && point === last[1] + 1) last[1] = point;
    else runs.push([point, point]);
  }
  const hex = (point) => point.toString(16).toUpperCase();
  return runs.map(([a, b]) => (a === b ? `U+${hex(a)}` : `U+${hex(a)}-${hex(b)}`)).join(', ');
}

const percent = (x) => `${(100 * x).toFixed(2)}%`;
const css = ['/* Written by src/site/fonts/make.mjs: do not edit. */'];
const sizes = [];

/** The characters of `text` that a font has. */
const presentIn = (font, text) =>
  [...text].filter((c) => font.hasGlyphForCodePoint(c.codePointAt(0))).join('');

const MAKING = {
  noHinting: true,
  // The name of the licence and its address, besides those that are kept anyway.
  preserveNameIds: [13, 14],
};

/** Writes a font file and notes its rule. */
function add({ file, family, style, weight, display = 'swap', bytes, text }) {
  writeFileSync(here(`${file}.woff2`), bytes);
  sizes.push(`${file}.woff2 ${bytes.length}`);
  css.push(`@font-face { font-family: '${family}'; font-style: ${style};
    font-weight: ${weight}; font-display: ${display};
    src: url('../site/fonts/${file}.woff2') format('woff2');
    unicode-range: ${unicodeRange(text)}; }`);
}

for (const { file, family, style, source, wght } of FILES) {
  for (const { suffix, subset: script, text } of SCRIPTS) {
    const path = require.resolve(`@fontsource-variable/${source}${script}-wght-${style}.woff2`);
    const [min, max] = wght;
    const present = presentIn(fontkit.create(readFileSync(path)), text);
    const subset = await subsetFont(readFileSync(path), present, {
      ...MAKING,
      targetFormat: 'sfnt',
      variationAxes: { wght: min === max ? min : { min, max, default: min } },
    });
    add({
      file: file + suffix,
      family,
      style,
      weight: min === max ? min : `${min} ${max}`,
      bytes: await subsetFont(renamed(subset, family), present, {
        ...MAKING,
        targetFormat: 'woff2',
      }),
      text: present,
    });
  }
}

const maths = readFileSync(
  require.resolve('@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2'),
);
const present = presentIn(fontkit.create(maths), MATHS);
add({
  file: 'formulas',
  family: 'Formulas',
  style: 'normal',
  weight: 400,
  // No fallback is stretched to its size: whoever waited for three seconds reads on without it.
  display: 'fallback',
  bytes: await subsetFont(maths, present, { ...MAKING, targetFormat: 'woff2' }),
  text: present,
});

for (const [family, fallbacks] of Object.entries(FALLBACKS)) {
  const file = FILES.find((f) => f.family === family).file;
  // The instance at weight 400: advance widths of a variable font depend on the weight.
  const font = fontkit.create(readFileSync(here(`${file}.woff2`)));
  const width = meanWidth(font);
  for (const fallback of fallbacks) {
    const adjust = width / fallback.width;
    const metric = (units) => percent(Math.abs(units) / font.unitsPerEm / adjust);
    css.push(`@font-face { font-family: '${fallback.name}';
      src: ${fallback.locals.map((name) => `local('${name}')`).join(', ')};
      size-adjust: ${percent(adjust)}; ascent-override: ${metric(font.ascent)};
      descent-override: ${metric(font.descent)}; line-gap-override: ${metric(font.lineGap)}; }`);
  }
}

const options = await prettier.resolveConfig(here('make.mjs'));
const target = here('../../styles/fonts.css');
writeFileSync(target, await prettier.format(css.join('\n\n'), { ...options, parser: 'css' }));
process.stdout.write(`${sizes.join('\n')}\n`);
