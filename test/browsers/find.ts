import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findBrowser } from '../support/browser.ts';
import { lastLine, run } from '../support/run.ts';
import { startDisplay } from './display.ts';
import { BROWSERS, type BrowserName, type Found, type Missing } from './driver.ts';

/** What is to be had of the three browsers on this machine, and what ends with the tests. */
export interface Browsers {
  readonly browsers: Readonly<Record<BrowserName, Found | Missing>>;
  close(): void;
}

const onPath = (name: string) =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));

const FIREFOX_PLACES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  join(process.env['PROGRAMFILES'] ?? '', 'Mozilla Firefox', 'firefox.exe'),
];

async function findFirefox(): Promise<Found | Missing> {
  const path =
    process.env['FIREFOX_PATH'] ??
    onPath('firefox-esr') ??
    onPath('firefox') ??
    FIREFOX_PLACES.find((place) => existsSync(place));
  if (!path)
    return { missing: 'Firefox is not installed: apt-get install firefox-esr, or FIREFOX_PATH' };
  // On Ubuntu the program may be a word that it is to be had elsewhere.
  const { code, stdout, stderr } = await run(path, ['--version'], { timeout: 60_000 });
  if (code !== 0) return { missing: `${path} does not start: ${lastLine(stderr || stdout)}` };
  return { path, env: {}, version: lastLine(stdout) };
}

async function findWebKit(display: string | null): Promise<Found | Missing> {
  const path = onPath('WebKitWebDriver');
  if (!path)
    return { missing: 'WebKitWebDriver is not installed: apt-get install webkit2gtk-driver xvfb' };
  if (display === null) return { missing: 'there is no screen: apt-get install xvfb' };
  return { path, env: { DISPLAY: display }, version: 'WebKitGTK' };
}

async function findChromium(): Promise<Found> {
  const { executablePath, env, version } = await findBrowser();
  return { path: executablePath, env, version: `Chromium ${version}` };
}

/**
 * Looks for all three. Chromium is fetched if need be, as for the tests of the site; a screen is
 * started for WebKit.
 */
export async function findBrowsers(): Promise<Browsers> {
  const display = process.platform === 'linux' ? await startDisplay() : null;
  const [chromium, firefox, webkit] = await Promise.all([
    findChromium(),
    findFirefox(),
    findWebKit(display?.name ?? process.env['DISPLAY'] ?? null),
  ]);
  return { browsers: { chromium, firefox, webkit }, close: () => display?.close() };
}

/** So begins what the summary of .ci/run repeats. */
export const NOT_TRIED = 'not tried: ';

/** One line for each browser: which one it is, or why there is none. */
export const report = (browsers: Browsers['browsers']) =>
  BROWSERS.map((name) => {
    const found = browsers[name];
    return 'missing' in found
      ? `${NOT_TRIED}${name} (${found.missing})`
      : `${name}: ${found.version} (${found.path})`;
  });
