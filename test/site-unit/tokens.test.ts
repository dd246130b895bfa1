import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { composite, contrast, parseColour, seenWith, distance, type Rgb } from './colour.ts';

const css = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');

/** The custom properties of the first rule with this selector. */
function properties(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`no rule for ${selector} in tokens.css`);
  const body = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start));
  return new Map(
    [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!]),
  );
}

const light = properties(':root');
const dark = properties(":root[data-theme='dark']");
const themes = [
  ['light', light],
  ['dark', dark],
] as const;

it('holds one dark palette, for the system’s choice and for the reader’s', () => {
  expect(properties(":root:not([data-theme='light'])")).toEqual(dark);
});

it('gives every colour of the light theme a dark one', () => {
  const colours = [...light].filter(([, value]) => value.startsWith('#')).map(([name]) => name);
  expect([...dark.keys()].sort()).toEqual(colours.sort());
});

it('prints in colours that are those of the light theme', () => {
  const print = readFileSync(new URL('../../src/styles/print.css', import.meta.url), 'utf8');
  for (const name of ['--mean', '--spread', '--guess'])
    expect(print).toContain(`${name}: ${light.get(name)};`);
});

describe.each(themes)('the %s theme', (_name, palette) => {
  const colour = (name: string): Rgb => parseColour(palette.get(name)!).rgb;
  const grounds = ['--paper', '--surface'].map((name) => [name, colour(name)] as const);

  // WCAG 2.2: 1.4.3 asks 4.5 to 1 of text, 1.4.11 asks 3 to 1 of what is needed to read a graphic.
  const texts = ['--ink', '--ink-muted', '--accent', '--mean', '--spread', '--guess', '--law'];
  const marks = [...texts, '--original', '--focus'];

  it.each(texts)('sets text in %s at 4.5 to 1 on both grounds', (name) => {
    for (const [, ground] of grounds)
      expect(contrast(colour(name), ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(marks)('draws marks in %s at 3 to 1 on both grounds', (name) => {
    for (const [, ground] of grounds)
      expect(contrast(colour(name), ground)).toBeGreaterThanOrEqual(3);
  });

  it.each(['--mean-soft', '--spread-soft'])(
    'keeps marks and labels readable on a band of %s',
    (name) => {
      const band = parseColour(palette.get(name)!);
      for (const [, ground] of grounds) {
        const under = composite(band.rgb, band.alpha, ground);
        expect(contrast(colour('--ink'), under)).toBeGreaterThanOrEqual(4.5);
        for (const mark of ['--mean', '--spread', '--guess', '--law'])
          expect(contrast(colour(mark), under), mark).toBeGreaterThanOrEqual(3);
      }
    },
  );

  // In OKLab, 0.02 is about the least difference that is seen side by side; marks that stand apart
  // need several times that.
  const FAR = 0.09;
  const data = ['--mean', '--spread', '--original', '--guess'];
  const pairs = data.flatMap((a, i) => data.slice(i + 1).map((b) => [a, b] as const));

  it.each(['normal', 'protanopia', 'deuteranopia', 'tritanopia'] as const)(
    'keeps the data colours apart under %s vision',
    (vision) => {
      for (const [a, b] of pairs) {
        const apart = distance(seenWith(vision, colour(a)), seenWith(vision, colour(b)));
        expect(apart, `${a} and ${b}`).toBeGreaterThan(FAR);
      }
    },
  );
});
