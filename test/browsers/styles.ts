import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { declarationsOf, unserved } from './declarations.ts';
import type { Tab } from './tab.ts';

/**
 * What some browser has no use for: the way of others, and what is only for better where it is
 * understood.
 */
const FOR_OTHERS =
  /^(-webkit-|-moz-|-ms-|text-wrap|text-size-adjust|forced-color-adjust|field-sizing|orphans|widows)/;

/** What must be told from the text around it, by a line under it. */
const UNDERLINED = [
  'main p a[href]',
  'main .term',
  'main .cite',
  '.prev-next strong',
  'collapse-demo details > summary',
];

/** In the page. */
const supports = (pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([property, value]) => CSS.supports(property, value));
const linesUnder = (selectors: readonly string[]) =>
  selectors.map((selector) => {
    const element = document.querySelector(selector);
    return `${selector}: ${element ? getComputedStyle(element).textDecorationLine : 'is not there'}`;
  });

/** The browser understands the style sheets as they were built. */
export function styles(tab: Tab): void {
  describe('the style sheets', () => {
    it('say nothing that the browser refuses, without another way beside it', async () => {
      const folder = join(inject('proof').folder, '_astro');
      const declarations = readdirSync(folder)
        .filter((file) => file.endsWith('.css'))
        .flatMap((file) => declarationsOf(readFileSync(join(folder, file), 'utf8')));
      expect(declarations.length).toBeGreaterThan(500);
      await tab.open('about/');
      const pairs = declarations.map(({ property, value }) => [property, value] as const);
      const accepted = await tab.run(supports, pairs);
      const refused = unserved(declarations, accepted);
      expect(refused.filter((line) => !FOR_OTHERS.test(line))).toEqual([]);
    });

    it('tell links, terms and citations from text', async () => {
      await tab.open('keep-some-real-data/');
      const lines = await tab.run(linesUnder, UNDERLINED);
      expect(lines).toEqual(UNDERLINED.map((selector) => `${selector}: underline`));
    });
  });
}
