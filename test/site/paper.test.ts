import { describe, expect, it } from 'vitest';
import { useBrowser } from '../support/page.ts';
import { demoOn } from './demoPage.ts';

const open = useBrowser();

describe('forced colours', () => {
  it('leave the cells of the map in the colours that its legend names', async () => {
    const visit = await open('embed/fate-map/', { forcedColors: true });
    const demo = await demoOn(visit.page, 'fate-map');
    const [legend, cells] = await demo.figure('fates').evaluate((figure) => {
      const fills = (selector: string) =>
        [...figure.querySelectorAll(selector)].map((mark) => getComputedStyle(mark).fill);
      return [fills('.legend rect'), fills('svg rect:not(.legend *)')];
    });
    expect(legend).toHaveLength(3);
    expect(new Set(legend).size).toBe(3);
    expect(cells.length).toBeGreaterThanOrEqual(60);
    expect(cells.filter((fill) => !legend.includes(fill))).toEqual([]);
    await visit.done();
  });

  it('keep the two bands of the fan apart', async () => {
    const visit = await open('embed/fan/?fan.guess=none', { forcedColors: true });
    const demo = await demoOn(visit.page, 'fan');
    const bands = await demo
      .figure('fan')
      .locator('path[fill="var(--spread-soft)"]')
      .evaluateAll((paths) => paths.map((path) => getComputedStyle(path).fill));
    expect(bands).toHaveLength(2);
    // One lies over the other: where both are, it is darker, since each lets through what is below
    // it.
    for (const fill of bands) expect(fill).toMatch(/(, |\/ )0?\.\d+\)$/);
    await visit.done();
  });

  it('show a button that does nothing as one', async () => {
    const visit = await open('embed/run/', { forcedColors: true });
    const demo = await demoOn(visit.page, 'run');
    await demo.seek(0);
    const colour = (role: string) =>
      demo.part(role).evaluate((button) => getComputedStyle(button).color);
    expect(await demo.part('back').getAttribute('aria-disabled')).toBe('true');
    expect(await colour('back')).not.toBe(await colour('play'));
    await visit.done();
  });
});

describe('a page on paper', () => {
  it('has no room left empty under a picture, and no heading at the foot of a sheet', async () => {
    // About as wide as a sheet of A4 within its margins.
    const visit = await open('a-model-of-a-model/', { width: 660 });
    const { page } = visit;
    for (const id of ['by-hand', 'run']) await demoOn(page, id);
    await page.emulateMedia({ media: 'print' });
    const seen = await page.evaluate(() => ({
      empty: [...document.querySelectorAll('.plot-box')]
        .filter((box) => box.checkVisibility())
        .map((box) => {
          const drawn = [...box.querySelectorAll('svg')].filter((svg) => svg.checkVisibility());
          return (
            box.clientHeight - Math.max(...drawn.map((svg) => svg.getBoundingClientRect().height))
          );
        }),
      headings: [...document.querySelectorAll('main :is(h2, h3)')]
        .filter((heading) => heading.checkVisibility())
        .map((heading) => getComputedStyle(heading).breakAfter),
    }));
    expect(seen.empty.length).toBeGreaterThan(3);
    for (const empty of seen.empty) expect(empty).toBeLessThan(12);
    expect(seen.headings.length).toBeGreaterThan(4);
    expect(new Set(seen.headings)).toEqual(new Set(['avoid']));
    await visit.done();
  });
});
