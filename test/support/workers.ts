import type { Page } from 'playwright-core';

/** Where the script of the page's workers is. */
export const WORKER = '**/*worker*.js';

/** Milliseconds that a slow worker adds to each of its reports. */
const SLOWNESS = 100;

/**
 * Whatever the page's workers report comes a while later: a run of a second becomes one of several,
 * on any machine. For tests of what a reader can do meanwhile.
 */
export async function slowWorkers(page: Page): Promise<void> {
  const slowly = `{
    const post = self.postMessage.bind(self);
    self.postMessage = (...what) => {
      const end = performance.now() + ${SLOWNESS};
      while (performance.now() < end);
      post(...what);
    };
  }\n`;
  await page.route(WORKER, async (route) => {
    try {
      const response = await route.fetch();
      await route.fulfill({ response, body: slowly + (await response.text()) });
    } catch {
      // The page was closed before it got its worker.
    }
  });
}

/**
 * For `Reader.script`: the page's workers are kept in sight, and the pieces of work that they are
 * given are counted.
 */
export const WATCH_WORKERS = `globalThis.watched = { workers: [], orders: 0 };
globalThis.Worker = class extends Worker {
  constructor(...how) {
    super(...how);
    watched.workers.push(this);
  }
  postMessage(message, ...rest) {
    if ('job' in message) watched.orders += 1;
    super.postMessage(message, ...rest);
  }
};`;

/** For `Reader.script`: the machine says that it has so many processors. */
export const processors = (count: number) =>
  `Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => ${count} });`;

interface Watched {
  readonly workers: readonly Worker[];
  readonly orders: number;
}

/** Pieces of work given to workers so far, and how many workers were ever started. */
export const workOf = (page: Page) =>
  page.evaluate(() => {
    const { workers, orders } = (globalThis as unknown as { watched: Watched }).watched;
    return { workers: workers.length, orders };
  });

/**
 * Changes a setting and, before anything else can happen, kills the worker that was started first.
 */
export const changeAndKill = (page: Page, name: string, value: string) =>
  page.evaluate(
    ([field, text]) => {
      const box = document.querySelector<HTMLInputElement>(`.demo-settings [name="${field}"]`)!;
      box.value = text!;
      box.dispatchEvent(new Event('change', { bubbles: true }));
      (globalThis as unknown as { watched: Watched }).watched.workers[0]!.terminate();
    },
    [name, value],
  );
