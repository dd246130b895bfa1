import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import type { Settings } from '../../src/settings/fields.ts';
import { openChromium } from './chromium.ts';
import { bringIntoView, type BrowserName, type Driver, type Found } from './driver.ts';
import { openFirefox } from './firefox.ts';
import { complaintsOfPage } from './guard.ts';
import { Stopped, until } from './waiting.ts';
import { openWebKit } from './webkit.ts';

const OPEN: Readonly<Record<BrowserName, (found: Found) => Promise<Driver>>> = {
  chromium: openChromium,
  firefox: openFirefox,
  webkit: openWebKit,
};

/**
 * A window of one browser, for all tests of a file. Whatever a page complains of fails the test
 * under way.
 */
export interface Tab extends Omit<Driver, 'complaints' | 'close'> {
  /** Opens a page of the site; the address is relative to it. */
  open(address: string): Promise<void>;
  /** Unfolds what an element is in, and scrolls to it. */
  reveal(selector: string): Promise<void>;
  /**
   * Waits until the demo has these settings and shows the whole of what they mean; fails as soon as
   * it says that it cannot. A demo that is slow to load says so, and is waited for.
   */
  settled(id: string, settings: Settings): Promise<void>;
}

/** What a demo is at. In the page. */
function stateOf(id: string) {
  const root = document.getElementById(id);
  const part = (role: string) => root?.querySelector<HTMLElement>(`[data-role="${role}"]`);
  if (root?.dataset['state'] !== 'live') root?.scrollIntoView({ behavior: 'instant' });
  return {
    live: root?.dataset['state'] === 'live',
    still: root?.dataset['state'] === 'still',
    settings: root?.dataset['settings'] ?? '{}',
    waiting: part('waiting')?.hidden === false,
    trouble: [part('trouble'), part('again')]
      .map((box) => (box?.hidden === false ? box.textContent.trim() : ''))
      .join(' ')
      .trim(),
    notes: part('notes')?.textContent.trim(),
  };
}

/** Whether the address is written, which is done after the frame is painted. In the page. */
const painted = () =>
  new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20)));

const byName = (settings: Settings) =>
  JSON.stringify(Object.entries(settings).sort(([one], [other]) => (one < other ? -1 : 1)));

const sameSettings = (one: Settings, other: Settings) => byName(one) === byName(other);

/**
 * Opens a window before the tests of this file, and guards each of them. Call it at the top of a
 * describe block.
 */
export function useTab(name: BrowserName): Tab {
  let driver: Driver | undefined;
  let visited = false;
  const driven = () => driver!;
  const complaints: string[] = [];
  const collect = async () => {
    if (visited) complaints.push(...(await driven().run(complaintsOfPage)));
    complaints.push(...driven().complaints.splice(0));
  };
  const goto = async (url: string) => {
    await collect();
    // A link that differs in its fragment only would not load the page anew.
    await driven().goto('about:blank');
    visited = false;
    await driven().goto(url);
    visited = url.startsWith(inject('proof').site);
  };
  beforeAll(async () => {
    driver = await OPEN[name](inject('proof').browsers[name] as Found);
  });
  afterEach(async () => {
    await collect();
    expect([...new Set(complaints.splice(0))].join('\n'), 'complaints').toBe('');
  });
  afterAll(() => driver?.close());
  return {
    goto,
    open: (address) => goto(new URL(address, inject('proof').site).href),
    run: (act, ...args) => driven().run(act, ...args),
    reveal: (selector) => driven().run(bringIntoView, selector),
    async click(selector) {
      await driven().run(bringIntoView, selector);
      await driven().click(selector);
    },
    press: (key) => driven().press(key),
    type: (text) => driven().type(text),
    async settled(id, settings) {
      let last = '';
      await until(
        async () => {
          const state = await driven().run(stateOf, id);
          last = JSON.stringify(state);
          if (state.trouble && (state.live || state.still))
            throw new Stopped(`${id} fails: ${state.trouble} ${state.notes}`);
          return (
            state.live &&
            !state.waiting &&
            sameSettings(JSON.parse(state.settings) as Settings, settings)
          );
        },
        () => `${id} with ${JSON.stringify(settings)}: ${last}`,
      );
      await driven().run(painted);
    },
  };
}
