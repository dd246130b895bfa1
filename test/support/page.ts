import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest';
import { launch } from './browser.ts';
import { CACHE } from './root.ts';
import { slowWorkers } from './workers.ts';

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
  /** The page's workers take their time, so that there is some to look at the page meanwhile. */
  readonly slowWorkers?: boolean;
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

/**
 * Milliseconds that a page may take to load or to do as it is told, on a machine that is slow and
 * busy.
 */
const PATIENCE = 60_000;

const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Reports of the content security policy, as console errors: those are guarded already. */
const REPORT_VIOLATIONS = `addEventListener('securitypolicyviolation', (event) => {
  console.error('policy: ' + event.effectiveDirective + ' blocked ' + (event.blockedURI || 'inline'));
});`;

/**
 * Pages jump where they would glide: a test that asks where something is must not get an answer
 * from under way.
 */
const JUMP = `{
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('html { scroll-behavior: auto !important; }');
  document.adoptedStyleSheets = [sheet];
}`;

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
 * The page as a browser without JavaScript shows it, for a tool that needs JavaScript to look at
 * it: axe does not run where scripts are switched off. Scripts are cut out, <noscript> is
 * unwrapped.
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

/** What axe may take for too small because something lies over it. */
const COVERED = 'target-size: ';

/**
 * What axe finds, one line for each element. It is asked in the page itself, which may be done as
 * no frame is of another origin, and to list only what is wrong: a quarter of the work.
 */
async function violationsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(AXE_TAGS)
    .setLegacyMode()
    .analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}`),
  );
}

/**
 * Opens `address` (relative to the base, no leading slash) and waits until it has loaded; a demo
 * may still be waking up.
 */
async function visit(browser: Browser, address: string, reader: Reader = {}): Promise<Visit> {
  const { url } = inject('site');
  const context = await browser.newContext(contextOptions(reader));
  const complaints: string[] = [];
  const expectedStatus = reader.status ?? 200;
  const target = new URL(address, url).href;

  await context.addInitScript(REPORT_VIOLATIONS);
  await context.addInitScript(JUMP);
  if (reader.script) await context.addInitScript(reader.script);
  // Nothing leaves this machine: the browser resolves no other name (browser.ts), and what asks is
  // noted.
  context.on('request', (request) => {
    const asked = request.url();
    if (!asked.startsWith(url) && !/^(data|blob|about):/.test(asked))
      complaints.push(`request outside the site: ${asked}`);
  });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  if (reader.slowWorkers) await slowWorkers(page);
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
      let found = await violationsOn(looked);
      // What is pinned lies over whatever the page happens to stand at, and axe takes what it half
      // covers for too small a target. One that is too small is so also in the middle of the
      // screen.
      for (const violation of found.filter((one) => one.startsWith(COVERED))) {
        await looked
          .locator(violation.slice(violation.lastIndexOf(': ') + 2))
          .first()
          .evaluate((target) => target.scrollIntoView({ block: 'center' }));
        const again = await violationsOn(looked);
        if (!again.includes(violation)) found = found.filter((one) => one !== violation);
      }
      if (looked !== page) await looked.context().close();
      // As text, so that the first line of the message says what was found.
      expect(found.join('\n'), `axe, ${where}`).toBe('');
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
      expect(complaints.join('\n'), `complaints of ${target}`).toBe('');
    },
  };
}

/**
 * Waits until `check` holds, as long as a slow page may take; what did not come about is for the
 * caller to say. Where Vitest's `expect.poll` is not to be had: in hooks.
 */
export async function eventually(page: Page, check: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!(await check()) && performance.now() < end) await page.waitForTimeout(50);
}

/**
 * One browser for a test file, or for a group of tests, started with `flags` of Chromium. Call it
 * at the top level; the function it returns opens pages.
 */
export function useBrowser(
  flags: readonly string[] = [],
): (address: string, reader?: Reader) => Promise<Visit> {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launch(inject('site').browser, flags);
  });
  afterAll(async () => {
    await browser?.close();
  });
  /** Pages of the test under way. */
  const opened: Page[] = [];
  beforeEach(() => void opened.splice(0));
  afterEach(async ({ task }) => {
    // What a failed test has left open might work on for minutes, and slow down the next attempt.
    if (task.result?.state === 'fail')
      await Promise.all(opened.map((page) => page.context().close()));
  });
  return async (address, reader) => {
    const made = await visit(browser!, address, reader);
    opened.push(made.page);
    return made;
  };
}
