import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { useBrowser } from '../support/page.ts';

const { folder } = inject('site');
const open = useBrowser();

/** All style sheets as they are published, after the minifier. */
const css = readdirSync(join(folder, '_astro'))
  .filter((file) => file.endsWith('.css'))
  .map((file) => readFileSync(join(folder, '_astro', file), 'utf8'))
  .join('\n');

/** Declarations of properties; those of @font-face are descriptors. */
const declarations = [
  ...css
    .replace(/@font-face\s*\{[^}]*\}/g, '')
    .matchAll(/[{;]\s*(-{0,2}[a-z][a-z-]*)\s*:\s*([^;{}]+)(?=[;}])/g),
].map(([, property, value]) => [property!, value!.replace('!important', '').trim()] as const);

it('writes no form of text-decoration that WebKit refuses', () => {
  // WebKit takes the line alone; with a style, a thickness or a colour beside it there is no line
  // at all.
  const values = declarations.filter(([name]) => name === 'text-decoration').map(([, v]) => v);
  expect(values.length).toBeGreaterThan(0);
  expect(values.filter((value) => value.includes(' '))).toEqual([]);
});

it('declares nothing that the browser does not know', async () => {
  const visit = await open('about/');
  const refused = await visit.page.evaluate((all) => {
    const style = getComputedStyle(document.querySelector('.frame')!);
    // A value with a variable in it is taken for supported whatever stands beside the variable.
    // What a part of the page sets for itself has no value elsewhere: the first one that it gets.
    const valueOf = (name: string) =>
      style.getPropertyValue(name) || all.find(([property]) => property === name)?.[1] || '';
    const filled = (value: string): string =>
      value.replace(/var\((--[\w-]+)\)/g, (_, name: string) => filled(valueOf(name)));
    return all
      .filter(([name]) => !name.startsWith('-'))
      .filter(([name, value]) => !CSS.supports(name, filled(value)))
      .map((declaration) => declaration.join(': '));
  }, declarations);
  expect(refused).toEqual([]);
  await visit.done();
});

it('tells every link, term and citation of a text from its words', async () => {
  const visit = await open('a-model-of-a-model/');
  const plain = await visit.page.evaluate(() =>
    [...document.querySelectorAll('.prose p a, .term, .cite, .prev-next strong')]
      .filter((element) => !element.closest('[popover]'))
      .filter((element) => {
        const { textDecorationLine, textDecorationColor } = getComputedStyle(element);
        return textDecorationLine !== 'underline' || / 0\)$/.test(textDecorationColor);
      })
      .map((element) => element.outerHTML),
  );
  expect(plain).toEqual([]);
  const styles = await visit.page.evaluate(() =>
    ['.term', '.cite'].map((selector) => {
      const { textDecorationStyle, textDecorationThickness } = getComputedStyle(
        document.querySelector(selector)!,
      );
      return `${textDecorationStyle} ${textDecorationThickness}`;
    }),
  );
  expect(styles).toEqual(['dotted 1.5px', 'solid 1px']);
  await visit.done();
});
