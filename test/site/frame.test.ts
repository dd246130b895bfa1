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

/** How a page is read. The guards hold for all; axe looks where it sees something else. */
const IN_LIGHT = ['in light', {}, true] as const;
const IN_DARK = ['in dark', { dark: true }, true] as const;
const PHONE = { width: 320, height: 640, touch: true } as const;
const ON_A_PHONE = ['on a phone 320 px wide', PHONE, false] as const;
type Way = readonly [name: string, reader: Reader, axe: boolean];

/** A page with a demo has most to lose without JavaScript, in few colours and on a small screen. */
const ALL_WAYS: readonly Way[] = [
  IN_LIGHT,
  IN_DARK,
  ['on a phone 320 px wide', PHONE, true],
  ['without JavaScript', { javaScript: false }, true],
  ['in forced colours, with less motion', { forcedColors: true, reducedMotion: true }, false],
];

/**
 * Pages that differ in their text only: the first of them is looked at in more ways than the
 * others.
 */
const ALIKE = /^decisions\/./;
const [, ...known] = addresses.filter((address) => ALIKE.test(address));

const markup = (address: string) =>
  readFileSync(join(folder, address === MISSING ? '404.html' : fileOf(address)), 'utf8');

function waysOf(address: string): readonly Way[] {
  if (markup(address).includes('<collapse-demo')) return ALL_WAYS;
  return known.includes(address) ? [IN_LIGHT, ON_A_PHONE] : [IN_LIGHT, IN_DARK, ON_A_PHONE];
}

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

  it.each(waysOf(address))('breaks no rule %s', async (name, reader, axe) => {
    const visit = await visitPage(reader);
    // What a page loads late may go wrong late: its demos wake up now.
    const awake = reader.javaScript !== false && (await visit.page.$('collapse-demo'));
    if (awake) await visit.page.waitForLoadState('networkidle');
    if (axe) await visit.expectAccessible(name);
    expect(await overflow(visit), 'px wider than the window').toBe(0);
    await visit.done();
  });

  it('says what it is: one h1, a title, a description, a language', () => {
    const { document } = parseHTML(markup(address));
    const headings = [...document.querySelectorAll('h1')].map((h1) => h1.textContent?.trim());
    expect(headings).toEqual([expect.stringMatching(/\S/)]);
    expect(document.title.length).toBeGreaterThan(5);
    expect(document.documentElement.getAttribute('lang')).toMatch(/^en(-|$)/);
    const description = document.querySelector('meta[name=description]')?.getAttribute('content');
    expect(description?.length ?? 0, 'length of the description').toBeGreaterThan(30);
  });

  if (known.includes(address)) return;

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
