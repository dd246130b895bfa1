import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { type BuiltSite, fileOf } from '../support/built.ts';
import { type ServedSite, serveSite } from '../support/serve.ts';

/** What a page costs its reader, in bytes as sent by a server that compresses with gzip. */
export interface Weight {
  readonly address: string;
  readonly demos: number;
  readonly html: number;
  /** Script that is loaded before any demo has come into view. */
  readonly scriptBefore: number;
  /**
   * Script once the reader has scrolled through and pressed every button of every demo. A page to
   * embed is not used: its demo stands on a listed page, too.
   */
  readonly scriptAfter: number;
  /** Texts that its demos copy, which are files of their own and no part of the script. */
  readonly data: number;
}

/** A file with texts, by its name in astro.config.mjs. */
const isData = (path: string) => /\/text-data\.[^/]*\.js$/.test(path);

/** Makes a browser that never tells a page that anything is in view. */
const NOTHING_SEEN = `globalThis.IntersectionObserver = class {
  observe() {} unobserve() {} disconnect() {} takeRecords() { return []; }
};`;

const gzip = (content: string | Buffer): number => gzipSync(content).length;

/** Presses what a reader can press. What a button does is for other tests; here it may fail. */
async function useDemos(page: Page): Promise<void> {
  for (const demo of await page.locator('collapse-demo').all()) {
    await demo.scrollIntoViewIfNeeded();
    await page.waitForLoadState('networkidle');
    await demo.evaluate((element) => {
      for (const details of element.querySelectorAll('details')) details.open = true;
    });
    await demo.evaluate(async (element) => {
      for (const button of element.querySelectorAll('button')) {
        button.click();
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    });
    await page.waitForLoadState('networkidle');
  }
}

/** Bytes of script, and of texts, that the page at `address` makes a reader load. */
async function scriptBytes(
  browser: Browser,
  site: BuiltSite,
  served: ServedSite,
  address: string,
  use: boolean,
): Promise<{ bytes: number; data: number; demos: number }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    if (!use) await page.addInitScript(NOTHING_SEEN);
    served.forget();
    await page.goto(new URL(address, served.url).href, { waitUntil: 'networkidle' });
    const inline = await page
      .locator('script:not([src]):not([type*=json])')
      .evaluateAll((scripts) => scripts.map((script) => script.textContent ?? ''));
    const demos = await page.locator('collapse-demo').count();
    if (use) await useDemos(page);
    const files = [...new Set(served.asked.filter((path) => /\.(m?js|wasm)$/.test(path)))];
    const sizeOf = (paths: readonly string[]) =>
      paths.reduce(
        (sum, path) => sum + gzip(readFileSync(join(site.folder, path.slice(site.base.length)))),
        0,
      );
    const ofPage = inline.length > 0 ? gzip(inline.join('\n')) : 0;
    const bytes = ofPage + sizeOf(files.filter((path) => !isData(path)));
    return { bytes, data: sizeOf(files.filter(isData)), demos };
  } finally {
    await context.close();
  }
}

/** Weighs every page of a built site, in the order of their addresses. */
export async function weigh(site: BuiltSite, browser: Browser): Promise<Weight[]> {
  const served = await serveSite(site.folder, site.base);
  try {
    const weights: Weight[] = [];
    for (const address of site.pages) {
      const before = await scriptBytes(browser, site, served, address, false);
      const after =
        before.demos > 0 && site.listed.includes(address)
          ? await scriptBytes(browser, site, served, address, true)
          : before;
      weights.push({
        address,
        demos: before.demos,
        html: gzip(readFileSync(join(site.folder, fileOf(address)))),
        scriptBefore: before.bytes,
        scriptAfter: after.bytes,
        data: after.data,
      });
    }
    return weights;
  } finally {
    await served.close();
  }
}
