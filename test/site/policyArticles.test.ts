import { describe, expect, inject, it } from 'vitest';
import type { Settings } from '../../src/settings/fields.ts';
import { type Reader, useBrowser, type Visit } from '../support/page.ts';
import { demoOn, expected } from './demoPage.ts';

const open = useBrowser();

/** The least that makes a map. */
const SMALL = { generations: 20, replicates: 10 };
const map = () => expected<'ensembles'>('fate-map', SMALL);
const definitions = (changes: Settings = {}) =>
  expected<'ensembles'>('definitions', { n: 20, ...SMALL, ...changes });

describe.each(['keep-some-real-data/', 'is-collapse-inevitable/'])('the article /%s', (address) => {
  /** What any reader must find: no page wider than its window, no text in a picture under 12 px. */
  const expectLegible = async ({ page }: Visit) => {
    const found = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      const small = [...document.querySelectorAll<SVGTextElement>('figure svg text')]
        .filter((text) => text.checkVisibility() && text.textContent !== '')
        .map((text) => {
          const svg = text.ownerSVGElement!;
          const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
          return [text.textContent, scale * parseFloat(getComputedStyle(text).fontSize)] as const;
        })
        // What the page comes with is drawn for 330 px, of which a page of 360 has 328.
        .filter(([, size]) => size < 11.9);
      return { wider: scrollWidth - clientWidth, small };
    });
    expect(found).toEqual({ wider: 0, small: [] });
  };
  const NARROW_LIGHT: Reader = { width: 360, height: 740 };
  const WIDE_DARK: Reader = { width: 1280, dark: true };

  it.each([
    ['360 px, in light', NARROW_LIGHT],
    ['1280 px, in dark', WIDE_DARK],
  ])('is whole without JavaScript: %s', async (name, reader) => {
    const visit = await open(address, { ...reader, javaScript: false });
    const { page } = visit;
    const { pages, base } = inject('site');
    await expectLegible(visit);
    const demos = page.locator('collapse-demo');
    expect(await demos.count()).toBeGreaterThan(0);
    for (const figure of await demos.locator('figure').all())
      await figure.locator('svg:visible').first().waitFor();
    for (const demo of await demos.all()) {
      await demo.locator('[data-panel=data] > summary').click();
      const tables = demo.locator('table:visible');
      expect(await tables.count()).toBeGreaterThan(0);
      for (const table of await tables.all())
        expect(await table.locator('tbody tr').count()).toBeGreaterThan(3);
    }
    const controls = 'button:visible, input:visible, select:visible';
    expect(await demos.locator(controls).count()).toBe(0);
    expect(await demos.locator('.demo-now:visible').count()).toBe(await demos.count());
    // Every link of a picture or a sentence to a setting leads to a page that there is, with
    // nothing to complain about.
    const links = await page
      .locator('a[data-cell]:visible, a.run-link')
      .evaluateAll((all) =>
        all.map((link) => new URL(link.getAttribute('href')!, location.href).href),
      );
    expect(links.length).toBeGreaterThan(40);
    for (const link of new Set(links)) {
      const { pathname, search } = new URL(link);
      expect(pages).toContain(pathname.slice(base.length));
      expect(search).toMatch(/^\?[\w-]+\.\w+=/);
    }
    await page.locator('a[data-cell]:visible').first().click();
    await page.waitForURL(/\/embed\/policy\/\?/);
    await page.locator('collapse-demo#policy svg:visible').first().waitFor();
    await visit.expectAccessible(name);
    await visit.done();
  });

  it.each([
    ['360 px, in dark', { ...NARROW_LIGHT, dark: true }],
    ['1280 px, in light', { ...WIDE_DARK, dark: false }],
  ])('keeps the rules with another policy in a demo: %s', async (name, reader: Reader) => {
    const small = `${map().query()}&${definitions().query()}`;
    const visit = await open(`${address}?${small}`, reader);
    const { page } = visit;
    if (address.startsWith('keep')) {
      const demo = await demoOn(page, 'policies');
      await demo.field('second').selectOption('soft-selection');
      await demo.says(expected<'ensembles'>('policies', { second: 'soft-selection' }).sentence());
      const other = await demoOn(page, 'fate-map');
      await other.says(map().sentence());
    } else {
      const demo = await demoOn(page, 'definitions');
      await demo.type('share', '1');
      await demo.says(definitions({ share: 1 }).sentence());
    }
    await expectLegible(visit);
    await visit.expectAccessible(name);
    await visit.done();
  });
});
