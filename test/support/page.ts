import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { launch } from './browser.ts';
import { CACHE } from './root.ts';

/** How the reader's browser is set. Everything is optional; a desktop in light mode otherwise. */
export interface Reader {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly reducedMotion?: boolean;
  readonly forcedColors?: boolean;
  readonly javaScript?: boolean;
  readonly touch?: boolean;
  /** A folder's worth of permissions, for example clipboard-read. */
  readonly permissions?: string[];
  /** A script that runs before any of the page's own. */
  readonly script?: string;
  /** Status of the page itself; 200 unless said otherwise. */
  readonly status?: number;
}

/** An open page under guard. */
export interface Visit {
  readonly page: Page;
  /** What went wrong so far: console errors, exceptions, requests to elsewhere, policy reports. */
  readonly complaints: readonly string[];
  /** Fails if axe finds anything. `where` names the state of the page in the message. */
  expectAccessible(where: string): Promise<void>;
  /** A picture of the page, or of an element, in .cache/screens. */
  screenshot(name: string, selector?: string): Promise<void>;
  /** Closes the page and fails if there was any complaint. */
  done(): Promise<void>;
}

const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Reports of the content security policy, as console errors: those are guarded already. */
const REPORT_VIOLATIONS = `addEventListener('securitypolicyviolation', (event) => {
  console.error('policy: ' + event.effectiveDirective + ' blocked ' + (event.blockedURI || 'inline'));
});`;

function contextOptions(reader: Reader): BrowserContextOptions {
  return {
    viewport: { width: reader.width ?? 1280, height: reader.height ?? 900 },
    colorScheme: reader.dark ? 'dark' : 'light',
    reducedMotion: reader.reducedMotion ? 'reduce' : 'no-preference',
    forcedColors: reader.forcedColors ? 'active' : 'none',
    javaScriptEnabled: reader.javaScript ?? true,
    hasTouch: reader.touch ?? false,
    isMobile: reader.touch ?? false,
    acceptDownloads: true,
    permissions: reader.permissions ?? [],
    locale: 'en-GB',
  };
}

/**
 * The page as a browser without JavaScript shows it, for a tool that needs JavaScript to look at it:
 * axe does not run where scripts are switched off. Scripts are cut out, <noscript> is unwrapped.
 */
async function asIfWithoutScript(page: Page): Promise<void> {
  await page.route('**', async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback();
    const response = await route.fetch();
    const body = (await response.text())
      .replace(/<script\b[^>]*>[\s\S]*?<\/script>/gi, '')
      .replace(/<\/?noscript\b[^>]*>/gi, '');
    return route.fulfill({ response, body });
  });
}

/** Opens `address` (relative to the base, no leading slash) and waits until it has loaded; a demo may still be waking up. */
export async function visit(
  browser: Browser,
  address: string,
  reader: Reader = {},
): Promise<Visit> {
  const { url } = inject('site');
  const context = await browser.newContext(contextOptions(reader));
  const complaints: string[] = [];
  const expectedStatus = reader.status ?? 200;
  const target = new URL(address, url).href;

  await context.addInitScript(REPORT_VIOLATIONS);
  if (reader.script) await context.addInitScript(reader.script);
  // Nothing leaves this machine: the browser resolves no other name (browser.ts), and what asks is noted.
  context.on('request', (request) => {
    const asked = request.url();
    if (!asked.startsWith(url) && !/^(data|blob|about):/.test(asked))
      complaints.push(`request outside the site: ${asked}`);
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    // Chromium logs the status of a page that is meant to be missing.
    if (expectedStatus === 404 && message.location().url === target) return;
    complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
  page.on('response', (response) => {
    const missing = response.status() >= 400 && response.url() !== target;
    if (missing) complaints.push(`${response.status()}: ${response.url()}`);
  });

  const response = await page.goto(target, { waitUntil: 'load' });
  expect(response?.status(), `status of ${target}`).toBe(expectedStatus);

  return {
    page,
    complaints,
    async expectAccessible(where) {
      let looked = page;
      if (reader.javaScript === false) {
        const scripted = await browser.newContext(contextOptions({ ...reader, javaScript: true }));
        looked = await scripted.newPage();
        await asIfWithoutScript(looked);
        await looked.goto(target, { waitUntil: 'load' });
      }
      const analyse = () => new AxeBuilder({ page: looked }).withTags(AXE_TAGS).analyze();
      let { violations } = await analyse();
      // The player lies over whatever the page happens to stand at, and axe takes what it half covers for too small
      // a target. A target that is too small is so wherever the page stands.
      if (violations.length > 0 && violations.every(({ id }) => id === 'target-size')) {
        await looked.evaluate(() => scrollBy(0, 170));
        ({ violations } = await analyse());
      }
      if (looked !== page) await looked.context().close();
      const found = violations.map(
        ({ id, help, nodes }) =>
          `${id}: ${help}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`,
      );
      expect(found, `axe, ${where}`).toEqual([]);
    },
    async screenshot(name, selector) {
      const path = join(CACHE, 'screens', `${name}.png`);
      mkdirSync(join(CACHE, 'screens'), { recursive: true });
      if (selector === undefined) await page.screenshot({ path, fullPage: true });
      else await page.locator(selector).first().screenshot({ path });
    },
    async done() {
      // A round trip through the page, so that what it has just said has arrived here.
      await page.title();
      await context.close();
      expect(complaints, `complaints of ${target}`).toEqual([]);
    },
  };
}

/** One browser for a test file. Call it at the top level; the function it returns opens pages. */
export function useBrowser(): (address: string, reader?: Reader) => Promise<Visit> {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launch(inject('site').browser);
  });
  afterAll(async () => {
    await browser?.close();
  });
  return (address, reader) => visit(browser!, address, reader);
}
