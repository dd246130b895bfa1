import { readFileSync, statSync } from 'node:fs';
import { create } from 'fontkit';
import subsetFont from 'subset-font';
import { describe, expect, it } from 'vitest';
import { growingGlyphs } from '../support/mathTable.ts';

const path = (file: string) => new URL(`../../src/site/fonts/${file}`, import.meta.url);
const open = (file: string) => create(readFileSync(path(file)));
const faces = ['prose', 'prose-italic', 'interface'] as const;

/** Those characters of `text` that a file lacks. */
function lacking(file: string, text: string): string {
  const font = open(file);
  return [...text].filter((c) => !font.hasGlyphForCodePoint(c.codePointAt(0)!)).join('');
}

describe.each(faces)('the face %s', (face) => {
  it('has the characters of English text, numbers and names', () => {
    expect(lacking(`${face}.woff2`, 'Aa–—‘’“”…−×±·²³½ éöüçñ£€§')).toBe('');
  });

  it('has the Greek letters of the formulas', () => {
    expect(lacking(`${face}-greek.woff2`, 'μσθζψχπΣ')).toBe('');
  });

  it('sets figures of one width, as numbers that change need', () => {
    // Source Sans has tabular figures by default; Source Serif has them by its tnum feature or by
    // default.
    const font = open(`${face}.woff2`);
    const widths = new Set([...'0123456789'].map((digit) => font.layout(digit).advanceWidth));
    expect(widths.size === 1 || font.availableFeatures.includes('tnum')).toBe(true);
  });
});

it.each(faces.flatMap((face) => [face, `${face}-greek`]))(
  'bears no name that its licence reserves, and says whose it is: %s',
  (face) => {
    const font = open(`${face}.woff2`);
    for (const name of [font.familyName, font.fullName, font.postscriptName])
      expect(name).toMatch(/^(Prose|Interface)\b/);
    const { uniqueSubfamily } = font.name.records;
    expect(uniqueSubfamily!['en']).not.toMatch(/Source/);
    expect(font.copyright).toMatch(/Adobe.*with Reserved Font Name ‘Source’/);
    expect(font.name.records['licenseURL']!['en']).toBe('http://scripts.sil.org/OFL');
  },
);

it('has the weights that the pages use', () => {
  const weights = (face: string) => open(`${face}.woff2`).variationAxes['wght'];
  expect(weights('prose')).toMatchObject({ min: 400, max: 700 });
  expect(weights('interface')).toMatchObject({ min: 400, max: 700 });
});

it('weighs at most 120 kB in all', () => {
  const files = faces.flatMap((face) => [`${face}.woff2`, `${face}-greek.woff2`]);
  const bytes = files.reduce((sum, file) => sum + statSync(path(file)).size, 0);
  expect(bytes).toBeLessThanOrEqual(120_000);
});

describe('the face of formulas', () => {
  it('weighs at most 40 kB', () => {
    expect(statSync(path('formulas.woff2')).size).toBeLessThanOrEqual(40_000);
  });

  it.each([
    ['upwards', '()[]{}√∑∏∫'],
    ['sideways', '→←‾\u0302\u0305'],
  ] as const)('knows how its signs grow %s', async (way, signs) => {
    const bytes = await subsetFont(readFileSync(path('formulas.woff2')), signs, {
      targetFormat: 'sfnt',
    });
    const font = create(bytes);
    const growing = growingGlyphs(bytes)[way];
    const fixed = [...signs].filter((sign) => !growing.has(font.layout(sign).glyphs[0]!.id));
    expect(fixed).toEqual([]);
  });
});
