import { expect, it } from 'vitest';
import { demoOn } from './demoPage.ts';
import { useBrowser } from '../support/page.ts';

const open = useBrowser();

/**
 * The demo of one run on a phone, its chart over generations in the middle of the screen, and a
 * finger.
 */
async function phone() {
  const visit = await open('embed/run/?run.at=7', { width: 390, height: 800, touch: true });
  const demo = await demoOn(visit.page, 'run');
  const chart = demo.figure('parameters').locator('svg');
  await chart.evaluate((svg) => svg.scrollIntoView({ block: 'center' }));
  const box = (await chart.boundingBox())!;
  const cdp = await visit.page.context().newCDPSession(visit.page);
  const finger = async (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) => {
    const touchPoints = type === 'touchEnd' ? [] : [{ x, y }];
    await cdp.send('Input.dispatchTouchEvent', { type, touchPoints });
    await visit.page.waitForTimeout(30);
  };
  const at = (part: number) => box.x + box.width * part;
  return { visit, demo, finger, at, middle: box.y + box.height / 2 };
}

const scrolled = (page: { evaluate<T>(of: () => T): Promise<T> }) => page.evaluate(() => scrollY);

it('a finger that scrolls the page over a chart leaves the generation alone', async () => {
  const { visit, demo, finger, at, middle } = await phone();
  const before = { frame: await demo.frame(), y: await scrolled(visit.page) };
  await finger('touchStart', at(0.7), middle);
  for (let by = 12; by <= 240; by += 12) await finger('touchMove', at(0.7) + by / 40, middle - by);
  await finger('touchEnd');
  expect(await scrolled(visit.page), 'the page has scrolled').toBeGreaterThan(before.y + 100);
  expect(await demo.frame()).toBe(before.frame);
  await visit.done();
});

it('a tap on a chart, and a finger drawn across it, set the generation', async () => {
  const { visit, demo, finger, at, middle } = await phone();
  const before = await demo.frame();
  await finger('touchStart', at(0.7), middle);
  await finger('touchEnd');
  await expect.poll(() => demo.frame()).not.toBe(before);
  const tapped = await demo.frame();
  await finger('touchStart', at(0.7), middle);
  for (let part = 0.68; part > 0.4; part -= 0.02) await finger('touchMove', at(part), middle + 4);
  await finger('touchEnd');
  await expect.poll(() => demo.frame()).not.toBe(tapped);
  expect(Number(/\d+/.exec(await demo.frame())![0])).toBeLessThan(Number(/\d+/.exec(tapped)![0]));
  await visit.done();
});
