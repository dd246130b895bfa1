import { launch } from '../support/browser.ts';
import { type Driver, type Found, PATIENCE } from './driver.ts';

/** Chromium or Chrome by Playwright, as in the tests of the site. */
export async function openChromium({ path, env }: Found): Promise<Driver> {
  const browser = await launch({ executablePath: path, env });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
  });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  return {
    complaints,
    async goto(url) {
      await page.goto(url, { waitUntil: 'load' });
    },
    // As text: Playwright's types know one argument only.
    run: (act, ...args) => page.evaluate<never>(`(${act.toString()})(...${JSON.stringify(args)})`),
    async click(selector) {
      await page.locator(selector).first().click();
    },
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    close: () => browser.close(),
  };
}
