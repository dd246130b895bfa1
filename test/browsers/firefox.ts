import { launch } from 'puppeteer-core';
import { type Driver, type Found, PATIENCE } from './driver.ts';

/** Nothing is asked of other machines, and nothing opens beside the page. */
const PREFERENCES = {
  'intl.accept_languages': 'en-GB',
  'layout.css.prefers-color-scheme.content-override': 1,
  'network.dns.disabled': true,
  'network.captive-portal-service.enabled': false,
  'browser.aboutwelcome.enabled': false,
};

/** An unpatched Firefox by WebDriver BiDi, which it has built in. */
export async function openFirefox({ path, env }: Found): Promise<Driver> {
  const browser = await launch({
    browser: 'firefox',
    executablePath: path,
    env: { ...process.env, ...env },
    headless: true,
    timeout: PATIENCE,
    protocolTimeout: 2 * PATIENCE,
    extraPrefsFirefox: PREFERENCES,
    defaultViewport: { width: 1280, height: 900 },
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`exception: ${String(error)}`));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  return {
    complaints,
    async goto(url) {
      await page.goto(url, { waitUntil: 'load' });
    },
    run: (act, ...args) =>
      page.evaluate(`(${act.toString()})(...${JSON.stringify(args)})`) as Promise<never>,
    async click(selector) {
      await page.click(selector);
    },
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    close: () => browser.close(),
  };
}
