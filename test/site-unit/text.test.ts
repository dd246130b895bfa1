import { expect, it } from 'vitest';
import { mathml } from '../../src/site/mathml.ts';
import { demosIn, formatDay, isoDay, readingMinutes } from '../../src/site/text.ts';

it('counts words, not tags, imports and what is folded, and never less than a minute', () => {
  const words = (n: number) => 'word '.repeat(n);
  const head = `import a from "b";\nexport const c = [\n  ${words(500)},\n];\n\n`;
  expect(readingMinutes(`${head}<Value of={1 + 2} /> one`)).toBe(1);
  expect(readingMinutes(`${head}${words(2200)}`)).toBe(10);
  expect(readingMinutes(`${words(2200)}<Details summary="x">${words(2200)}</Details>`)).toBe(10);
});

it('gives every demo two minutes, and a long page a round number', () => {
  const page = `${'word '.repeat(1100)}<Demo id="run" />\n<OwnData />`;
  expect(demosIn(page)).toBe(2);
  expect(readingMinutes(page)).toBe(9);
  expect(readingMinutes(page.repeat(3))).toBe(25);
  expect(readingMinutes(page.repeat(4))).toBe(35);
});

it('writes dates for people and for machines', () => {
  const day = new Date('2024-07-31');
  expect(formatDay(day)).toBe('31 July 2024');
  expect(isoDay(day)).toBe('2024-07-31');
});

it('sets a formula as MathML, with its name and without styles', () => {
  const math = mathml('\\sigma^2', { label: 'sigma "squared"' });
  expect(math).toMatch(/^<math aria-label="sigma &quot;squared&quot;"/);
  expect(math).toContain('<mi>σ</mi>');
  expect(math).not.toContain('style=');
});

it('puts thin spaces around log, but not before a bracket', () => {
  expect(mathml('2\\log s').match(/mspace/g)).toHaveLength(2);
  expect(mathml('\\log(s)')).not.toContain('mspace');
});

it('refuses a formula that it cannot set', () => {
  expect(() => mathml('\\nonsense')).toThrow();
  expect(() => mathml('\\frac{1')).toThrow();
});
