import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildForTests } from '../support/build.ts';
import { readBuiltSite } from '../support/built.ts';
import { CACHE } from '../support/root.ts';
import { serveSite } from '../support/serve.ts';
import type { BrowserName, Found, Missing } from './driver.ts';
import { bundleEngine } from './engineBundle.ts';
import { findBrowsers, NOT_TRIED, report } from './find.ts';
import { copyGuarded } from './guard.ts';
import { expectedLines } from './linkLines.ts';
import { sharedLinks } from './sharedLinks.ts';

/** What the tests of the three browsers are given: `inject('proof')`. */
export interface Proof {
  readonly browsers: Readonly<Record<BrowserName, Found | Missing>>;
  /** The site, guarded, and the engine alone; both end with a slash. */
  readonly site: string;
  readonly engine: string;
  /** A file with the expected lines of every shared link, in their order. */
  readonly expected: string;
  /** The site's folder. */
  readonly folder: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    proof: Proof;
  }
}

/**
 * Builds and serves the site and the engine, computes what they must say, and looks for the
 * browsers: COLLAPSE_BROWSERS=all wants all of them.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const own = join(CACHE, `browsers-${process.pid}`);
  const [siteFolder, engineFolder] = [join(own, 'site'), join(own, 'engine')];
  mkdirSync(own, { recursive: true });
  const [built, found] = await Promise.all([
    buildForTests(),
    findBrowsers(),
    bundleEngine(engineFolder),
  ]);
  const lines = report(found.browsers);
  for (const line of lines) console.log(line);
  const missing = lines.filter((line) => line.startsWith(NOT_TRIED));
  if (process.env['COLLAPSE_BROWSERS'] === 'all' && missing.length > 0)
    throw new Error(missing.join('\n'));
  const { base } = readBuiltSite(built);
  copyGuarded(built, siteFolder, base);
  // Once for all browsers.
  const expected = join(own, 'expected.json');
  writeFileSync(expected, JSON.stringify(sharedLinks.map(expectedLines)));
  const [site, engine] = [await serveSite(siteFolder, base), await serveSite(engineFolder, '/')];
  project.provide('proof', {
    browsers: found.browsers,
    site: site.url,
    engine: engine.url,
    expected,
    folder: siteFolder,
  });
  return async () => {
    found.close();
    await Promise.all([site.close(), engine.close()]);
    rmSync(own, { recursive: true, force: true });
  };
}
