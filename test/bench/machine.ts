import type { Browser, CDPSession } from 'playwright-core';
import { findBrowser, launch } from '../support/browser.ts';
import { buildForTests } from '../support/build.ts';
import { readBuiltSite } from '../support/built.ts';
import { serveSite } from '../support/serve.ts';

/** Builds and serves the site, and measures something of it in a fresh browser. */
export async function onBuiltSite<Found>(
  measure: (browser: Browser, site: string) => Promise<Found>,
): Promise<Found> {
  const [folder, choice] = await Promise.all([buildForTests(), findBrowser()]);
  const site = readBuiltSite(folder);
  const served = await serveSite(site.folder, site.base);
  const browser = await launch(choice);
  try {
    return await measure(browser, served.url);
  } finally {
    await browser.close();
    await served.close();
  }
}

/** Processor time of all pages of a browser and their workers so far, in milliseconds. */
export async function pagesWorked(inspector: CDPSession): Promise<number> {
  const { processInfo } = await inspector.send('SystemInfo.getProcessInfo');
  const pages = processInfo.filter(({ type }) => type === 'renderer');
  return 1000 * pages.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}
