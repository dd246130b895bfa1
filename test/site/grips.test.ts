import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useBrowser } from '../support/page.ts';
import { type DemoPage, demoOn, expected, useDemo } from './demoPage.ts';

const openRun = useDemo('run');
const open = useBrowser();

/** Drags what a selector finds by so many pixels, and lets go. */
async function drag(page: Page, selector: string, by: { x?: number; y?: number }): Promise<void> {
  const box = (await page.locator(selector).first().boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + (by.x ?? 0), y + (by.y ?? 0), { steps: 4 });
  await page.mouse.up();
}

const readouts = (demo: DemoPage) => demo.root.locator('.readout:not([hidden])').allTextContents();

it.each([
  ['mu', 0, 125],
  ['sigma', 1, 30],
] as const)(
  'the original can be dragged in the picture of a generation: %s',
  async (name, i, was) => {
    const demo = await openRun();
    await demo.root.scrollIntoViewIfNeeded();
    await drag(demo.page, `[data-figure=generation] .grip >> nth=${i}`, { x: 12 });
    await expect.poll(async () => Number(await demo.field(name).inputValue())).toBeGreaterThan(was);
    const value = Number(await demo.field(name).inputValue());
    await demo.says(expected('run', { [name]: value }).sentence());
    expect(new URL(demo.page.url()).searchParams.get(`run.${name}`)).toBe(String(value));
    // The clock has stayed where it was: the press was for the ring alone.
    expect(await demo.frame()).toBe(expected('run').label());
    await demo.part('undo').click();
    await demo.says(expected('run').sentence());
  },
);

it('a press beside the rings drags nothing', async () => {
  const demo = await openRun();
  await drag(demo.page, '[data-figure=generation] svg [aria-label*="tick"]', { x: 40 });
  expect(await demo.field('mu').inputValue()).toBe('125');
  expect(await demo.field('sigma').inputValue()).toBe('30');
});

it('the reader’s guess can be dragged to another answer', async () => {
  const { query } = expected('fan', { guess: 'same', replicates: 200, n: 200 });
  const visit = await open(`embed/fan/?${query()}`);
  const demo = await demoOn(visit.page, 'fan');
  await demo.figure('fan').locator('.guess path').waitFor();
  await drag(visit.page, '[data-figure=fan] .guess path', { y: 40 });
  await expect.poll(() => demo.field('guess').inputValue()).not.toBe('same');
  await expect
    .poll(() => new URL(visit.page.url()).searchParams.get('fan.guess'))
    .toBe(await demo.field('guess').inputValue());
  await visit.done();
});

it('the numbers under the pointer stand in the picture, and those of the clock while it is moved by keys', async () => {
  const demo = await openRun();
  const { result } = expected('run');
  const plot = (await demo.figure('parameters').locator('[data-role=plot]').boundingBox())!;
  await demo.page.mouse.move(plot.x + plot.width / 2, plot.y + plot.height / 2);
  const [said] = await readouts(demo);
  const t = Number(/^Generation ([\d,]+): mean /.exec(said!)![1]!);
  const reading = (frame: number) => expected('run').figure('parameters').reading!(result, frame);
  expect(said).toBe(reading(t - 1));
  await demo.page.mouse.move(0, 0);
  expect(await readouts(demo)).toEqual([]);
  await demo.part('scrub').focus();
  await demo.page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await readouts(demo))[0]).toBe(reading(result.reached - 2));
  await demo.part('play').focus();
  expect(await readouts(demo)).toEqual([]);
});
