import type { TestProject } from 'vitest/node';
import { type BrowserChoice, findBrowser } from './browser.ts';
import { buildForTests } from './build.ts';
import { type BuiltSite, readBuiltSite } from './built.ts';
import { serveSite } from './serve.ts';

/** What every test of the site is given: `inject('site')`. */
export interface SiteUnderTest extends BuiltSite {
  /** Where it is served, base included; ends with a slash. */
  readonly url: string;
  readonly browser: BrowserChoice;
}

declare module 'vitest' {
  interface ProvidedContext {
    site: SiteUnderTest;
  }
}

/** Builds the site once, serves it under its base, and finds or gets a browser. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [folder, browser] = await Promise.all([buildForTests(), findBrowser()]);
  console.log(
    `browser: Chromium ${browser.version}, ${browser.source} (${browser.executablePath})`,
  );
  const site = readBuiltSite(folder);
  const served = await serveSite(site.folder, site.base);
  project.provide('site', { ...site, url: served.url, browser });
  return served.close;
}
