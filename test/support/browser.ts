import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { browserDownloads } from './browserDownloads.ts';

/** A browser that was tried and works. `env` is what it needs beside the usual environment. */
export interface BrowserChoice {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
  /** For people: where it came from. */
  readonly source: string;
  readonly version: string;
}

export type BrowserCandidate = Omit<BrowserChoice, 'version'>;

/**
 * Parts of Chromium that tests do without. Of several such lists the last counts, so this begins
 * with what Playwright 1.65 leaves out itself (its chromiumSwitches.ts).
 */
const LEFT_OUT = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  // Two pages behind the address bar of every window: most of what opening one costs.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
];

/** `--no-sandbox`: Chromium's sandbox does not start as root or in most containers. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  `--disable-features=${LEFT_OUT.join(',')}`,
  // Tests reach no other machine, whatever a page asks for.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

/** Starts a browser, with `flags` of Chromium beside the usual ones. The caller closes it. */
export function launch(
  choice: Pick<BrowserChoice, 'executablePath' | 'env'>,
  flags: readonly string[] = [],
): Promise<Browser> {
  return chromium.launch({
    executablePath: choice.executablePath,
    env: { ...(process.env as Record<string, string>), ...choice.env },
    args: [...FLAGS, ...flags],
    timeout: 60_000,
  });
}

function usualPlaces(): string[] {
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const apps = ['/Applications', join(process.env['HOME'] ?? '/', 'Applications')];
  const mac = apps.flatMap((folder) => [
    join(folder, 'Google Chrome.app/Contents/MacOS/Google Chrome'),
    join(folder, 'Chromium.app/Contents/MacOS/Chromium'),
  ]);
  const windows = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable];
    if (folder === undefined) return [];
    return ['Google\\Chrome', 'Chromium', 'Microsoft\\Edge'].map((product) => {
      const file = product.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe';
      return join(folder, product, 'Application', file);
    });
  });
  if (process.platform === 'win32') return windows;
  return process.platform === 'darwin' ? [...mac, ...onPath] : onPath;
}

function installed(): BrowserCandidate[] {
  return usualPlaces()
    .filter((path) => existsSync(path))
    .map((executablePath) => ({ executablePath, env: {}, source: 'installed' }));
}

async function tryOut(candidate: BrowserCandidate): Promise<BrowserChoice> {
  const browser = await launch(candidate);
  try {
    const page = await browser.newPage();
    await page.setContent('<title>ready</title>');
    const title = await page.title();
    if (title !== 'ready') throw new Error(`a page's title came back as "${title}"`);
    return { ...candidate, version: browser.version() };
  } finally {
    await browser.close();
  }
}

/** Playwright's messages run over many lines: the first, and what the browser itself said last. */
function reasonOf(error: unknown): string {
  const lines = (error instanceof Error ? error.message : String(error))
    .split('\n')
    .map((line) => line.trim());
  const said = lines
    .filter((line) => line.includes('[err]') || line.includes('error while'))
    .at(-1);
  return [lines[0], said].filter((line) => line !== undefined).join(' — ');
}

/**
 * The browser for the tests: CHROME_PATH, else one that is installed, else one that is fetched
 * without asking. Each is tried with a real page before it is chosen.
 * COLLAPSE_BROWSER=download passes over the first two, so that the third can be tested.
 * Throws with every reason if there is none: browser tests fail, they are never skipped.
 */
export async function findBrowser(): Promise<BrowserChoice> {
  const reasons: string[] = [];
  const firstThatWorks = async (candidates: readonly BrowserCandidate[]) => {
    for (const candidate of candidates) {
      try {
        return await tryOut(candidate);
      } catch (error) {
        reasons.push(`${candidate.source} ${candidate.executablePath}: ${reasonOf(error)}`);
      }
    }
    return undefined;
  };

  if (process.env['COLLAPSE_BROWSER'] !== 'download') {
    const named = process.env['CHROME_PATH'];
    const choice =
      (named &&
        (await firstThatWorks([{ executablePath: named, env: {}, source: 'CHROME_PATH' }]))) ||
      (await firstThatWorks(installed()));
    if (choice) return choice;
    if (reasons.length === 0) reasons.push('no Chromium or Chrome is installed');
  }
  for (const download of browserDownloads()) {
    try {
      const choice = await firstThatWorks(await download.get());
      if (choice) return choice;
    } catch (error) {
      reasons.push(`${download.name}: ${reasonOf(error)}`);
    }
  }
  throw new Error(
    `No browser for the tests.\n${reasons.map((reason) => `- ${reason}`).join('\n')}`,
  );
}
