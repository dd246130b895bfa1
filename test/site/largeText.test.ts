import { describe, expect, it } from 'vitest';
import { useBrowser } from '../support/page.ts';

const HEIGHT = 780;
const WIDTHS = [320, 360, 390];
const PAGES = ['', 'lab/', 'a-model-with-an-edge/', 'embed/policies/'];

/** A test that opens this many pages on a slow machine. */
const LONG = { timeout: 240_000 };

/** Elements with words or a control that stand beyond the window where nothing scrolls to them. */
function outOfReach(): string[] {
  const width = document.documentElement.clientWidth;
  const scrolled = (element: Element) => {
    for (let one = element.parentElement; one && one !== document.body; one = one.parentElement)
      if (/auto|scroll/.test(getComputedStyle(one).overflowX)) return true;
    return false;
  };
  return [...document.querySelectorAll('body *:not(.visually-hidden)')]
    .filter((element) => {
      const { left, right, height } = element.getBoundingClientRect();
      const painted = height > 0 && !(element instanceof SVGElement);
      return painted && (right > width + 1 || left < -1) && !scrolled(element);
    })
    .map((element) => `${element.tagName}.${element.className}: ${element.textContent}`);
}

/**
 * Of each player: the part of the window's height that it keeps for itself while the page is
 * scrolled.
 */
const shareKept = (height: number) =>
  [...document.querySelectorAll('.demo-player')].map((player) =>
    getComputedStyle(player).position === 'sticky'
      ? player.getBoundingClientRect().height / height
      : 0,
  );

// The reader's own setting, not a style: media queries in rem follow it.
describe.each([125, 150, 200])('with text of %i %% of the usual size', (percent) => {
  const open = useBrowser([`--blink-settings=defaultFontSize=${(16 * percent) / 100}`]);

  it.each(WIDTHS)('everything is within a window %i px wide', LONG, async (width) => {
    for (const address of PAGES) {
      const visit = await open(address, { width, height: HEIGHT });
      await visit.page.waitForLoadState('networkidle');
      const over = await visit.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over, `/${address}: px wider than the window`).toBe(0);
      expect(await visit.page.evaluate(outOfReach), `/${address}`).toEqual([]);
      const shares = await visit.page.evaluate(shareKept, HEIGHT);
      expect(Math.max(0, ...shares), `/${address}: player over the page`).toBeLessThan(1 / 3);
      await visit.done();
    }
  });
});
