import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, inject, it } from 'vitest';
import { fileOf } from '../support/built.ts';
import { type Reader, type Visit, useBrowser } from '../support/page.ts';

const { folder, listed } = inject('site');
const open = useBrowser();

const MISSING = 'there-is-no-such-page/';
const addresses = [...listed, MISSING];

/** How each page is read. The guards hold for all; axe looks where it sees something else. */
const readers: [name: string, reader: Reader, axe: boolean][] = [
  ['in light', {}, true],
  ['in dark', { dark: true }, true],
  ['without JavaScript', { javaScript: false }, true],
  ['on a phone 320 px wide', { width: 320, height: 640, touch: true }, true],
  ['in forced colours, with less motion', { forcedColors: true, reducedMotion: true }, false],
];

/** Pixels by which a page is wider than its window. */
function overflow({ page }: Visit): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

describe.each(addresses)('page /%s', (address) => {
  const visitPage = (reader: Reader): Promise<Visit> =>
    open(address, { ...reader, status: address === MISSING ? 404 : 200 });

  it.each(readers)('breaks no rule %s', async (name, reader, axe) => {
    const visit = await visitPage(reader);
    if (axe) await visit.expectAccessible(name);
    expect(await overflow(visit), 'px wider than the window').toBe(0);
    await visit.done();
  });

  it('says what it is: one h1, a title, a description, a language', () => {
    const file = address === MISSING ? '404.html' : fileOf(address);
    const { document } = parseHTML(readFileSync(join(folder, file), 'utf8'));
    const headings = [...document.querySelectorAll('h1')].map((h1) => h1.textContent?.trim());
    expect(headings).toEqual([expect.stringMatching(/\S/)]);
    expect(document.title.length).toBeGreaterThan(5);
    expect(document.documentElement.getAttribute('lang')).toMatch(/^en(-|$)/);
    const description = document.querySelector('meta[name=description]')?.getAttribute('content');
    expect(description?.length ?? 0, 'length of the description').toBeGreaterThan(30);
  });

  it('can be entered past its header: the first Tab and Enter lead to the main part', async () => {
    const visit = await visitPage({});
    const { page } = visit;
    await page.keyboard.press('Tab');
    const target = await page.evaluate(() => document.activeElement?.getAttribute('href'));
    expect(target).toMatch(/^#./);
    await page.keyboard.press('Enter');
    const main = page.locator(`${target}`);
    expect(await main.evaluate((element) => element.closest('main') !== null)).toBe(true);
    await page.keyboard.press('Tab');
    const inside = await page.evaluate(
      () => document.activeElement?.closest('main, footer') !== null,
    );
    expect(inside, 'focus after the skip link').toBe(true);
    await visit.done();
  });
});

it('lists every page in the sitemap, but for the missing page and the frames to embed', () => {
  const { pages } = inject('site');
  const unlisted = pages.filter((page) => !listed.includes(page));
  expect(unlisted.filter((page) => page !== '404.html' && !page.startsWith('embed/'))).toEqual([]);
  expect(new Set(listed).size).toBe(listed.length);
});
