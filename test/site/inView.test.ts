import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/root.ts';
import { useBrowser } from '../support/page.ts';

const open = useBrowser();

const ARTICLES = readdirSync(join(ROOT, 'src/content/articles')).map((name) =>
  name.replace(/\.mdx$/, ''),
);

/**
 * By mouse and by touch: screens, the first of which the page is opened on, and how much of the
 * main picture has to be in view while a hand is on a control.
 */
const READERS = [
  {
    hand: 'a mouse',
    touch: false,
    screens: [
      { width: 1280, height: 800, share: 0.8 },
      { width: 1024, height: 768, share: 0.8 },
      { width: 768, height: 1024, share: 0.8 },
    ],
  },
  {
    hand: 'a finger',
    touch: true,
    screens: [
      { width: 390, height: 844, share: 0.8 },
      { width: 360, height: 640, share: 0.6 },
      { width: 844, height: 390, share: 0.6 },
    ],
  },
] as const;

/** The player takes no more of the screen's height than this. */
const MOST_OF_SCREEN = 0.25;

/** Wakes all demos of the page and answers their questions. */
async function wakeAll(page: Page): Promise<string[]> {
  const ids = await page.locator('collapse-demo').evaluateAll((demos) => demos.map(({ id }) => id));
  for (const id of ids) {
    await page.locator(`#${id}`).scrollIntoViewIfNeeded();
    await page.locator(`#${id}[data-state=live]`).waitFor();
    const skip = page.locator(`#${id} [data-role=skip]`);
    if (await skip.isVisible()) await skip.click();
  }
  return ids;
}

/**
 * For each control that is not folded away: the share of the main picture in view, and not under
 * the player, when the control has been reached from above by the keyboard, and when it is in the
 * middle of the screen (a player that stays at the edge never is). What is below `share` is told.
 */
const blindControls = (page: Page, id: string, least: number) =>
  page.locator(`#${id}`).evaluate((demo, share) => {
    const picture = demo.querySelector('.plot-box')!;
    const player = demo.querySelector('.demo-player')!;
    const seen = () => {
      const { top, bottom } = picture.getBoundingClientRect();
      const bar = player.getBoundingClientRect();
      const isOver = bar.height > 0 && bar.top < bottom && bar.bottom > top;
      const end = Math.min(bottom, innerHeight, isOver ? bar.top : Infinity);
      return (end - Math.max(0, top)) / (bottom - top);
    };
    const found: string[] = [];
    const controls = demo.querySelectorAll<HTMLElement>(
      ':is(.demo-rest, .demo-player) :is(input, select, button, summary)',
    );
    for (const control of controls) {
      if (!control.checkVisibility() || control.closest('[data-role=notes]')) continue;
      const name =
        control.getAttribute('aria-label') ??
        control.getAttribute('name') ??
        control.textContent.trim();
      const ways: Record<string, () => void> = {
        'from above': () => {
          demo.scrollIntoView({ block: 'end' });
          scrollBy(0, -2 * innerHeight);
          control.focus();
        },
        'in the middle': () => control.scrollIntoView({ block: 'center' }),
      };
      const stays =
        control.closest('.demo-player') && getComputedStyle(player).position === 'sticky';
      for (const [way, go] of Object.entries(ways)) {
        if (stays && way === 'in the middle') continue;
        (document.activeElement as HTMLElement | null)?.blur();
        go();
        if (seen() < share) found.push(`${name}, ${way}: ${Math.round(100 * seen())} %`);
      }
    }
    return found;
  }, least);

/**
 * Notes how far what is in view has moved by itself; the page keeps it as `moved`. Demos wake when
 * the fonts are there: how well others stand in for those until then is not the demos’ affair.
 */
const WATCH_SHIFTS = `
  globalThis.moved = [];
  const define = customElements.define.bind(customElements);
  customElements.define = async (...element) => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    moved.length = 0;
    define(...element);
  };
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries())
      if (!hadRecentInput)
        moved.push([value, ...sources.map(({ node }) => node?.className || node?.nodeName)]);
  }).observe({ type: 'layout-shift' });
`;

/** How much moved, and what. */
type Moved = readonly [value: number, ...what: string[]];

/** A layout shift that is 0.00 when it is written with two digits. */
const STILL = 0.005;

/** A finger needs this much of what plays, in pixels. */
const FINGER = 44;

describe.each(READERS)('with $hand', ({ touch, screens }) => {
  it.each(ARTICLES)('hand and picture are in view together: %s', async (article) => {
    const [{ width, height }] = screens;
    const visit = await open(`${article}/`, { width, height, touch, script: WATCH_SHIFTS });
    const { page } = visit;
    const ids = await wakeAll(page);
    const moved = await page.evaluate(() => (globalThis as unknown as { moved: Moved[] }).moved);
    const sum = moved.reduce((all, [value]) => all + value, 0);
    expect(sum, `moved while the demos woke: ${JSON.stringify(moved)}`).toBeLessThan(STILL);
    // Whoever skips a question has the mouse in hand; what follows is for the keyboard.
    await page.keyboard.press('Tab');
    const wrong: string[] = [];
    for (const { share, ...size } of screens) {
      await page.setViewportSize(size);
      const screen = `${size.width} × ${size.height}`;
      for (const id of ids) {
        for (const what of await blindControls(page, id, share))
          wrong.push(`${screen}, ${id}: ${what}`);
        const bar = await page.locator(`#${id} .demo-player`).boundingBox();
        if ((bar?.height ?? 0) > MOST_OF_SCREEN * size.height)
          wrong.push(`${screen}, ${id}: the player is too high`);
      }
      if (touch && (await smallControls(page)) > 0)
        wrong.push(`${screen}: controls of players too small for a finger`);
      await visit.expectAccessible(`${article} at ${screen}`);
    }
    expect(wrong).toEqual([]);
    await visit.done();
  });
});

/** Controls of players that are in sight and less high than a finger needs. */
const smallControls = (page: Page) =>
  page.locator('.demo-player :is(button, select, input)').evaluateAll(
    (controls, least) =>
      controls.filter((control) => {
        const { height } = control.getBoundingClientRect();
        return control.checkVisibility() && height < least - 0.5;
      }).length,
    FINGER,
  );

it('a demo is no taller than a screen at 1280 × 800', async () => {
  const heights: number[] = [];
  const tall: string[] = [];
  for (const article of ARTICLES) {
    const visit = await open(`${article}/`, { width: 1280, height: 800 });
    for (const id of await wakeAll(visit.page)) {
      const demo = visit.page.locator(`#${id}`);
      const { height } = (await demo.boundingBox())!;
      const pictures = await demo.locator('[data-figure]').count();
      heights.push(height);
      if (height > (pictures > 2 ? 800 : 720)) tall.push(`${id}: ${Math.round(height)}`);
    }
    await visit.done();
  }
  expect(tall).toEqual([]);
  expect(heights.sort((a, b) => a - b)[Math.floor(heights.length / 2)]).toBeLessThanOrEqual(760);
});
