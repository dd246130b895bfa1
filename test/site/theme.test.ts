import { expect, it } from 'vitest';
import { type Visit, useBrowser } from '../support/page.ts';

const open = useBrowser();

/** The lightness of the page's ground, 0 (black) to 255 (white). */
function ground({ page }: Visit): Promise<number> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d')!;
    canvas.fillStyle = getComputedStyle(document.body).backgroundColor;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return (red + green + blue) / 3;
  });
}

const toggle = ({ page }: Visit) =>
  page.getByRole('banner').getByRole('button', { name: /theme|dark|light|colou?r/i });

it.each([
  ['light', false],
  ['dark', true],
] as const)('follows the system when it is %s', async (_name, dark) => {
  const visit = await open('', { dark });
  const lightness = await ground(visit);
  expect(dark ? lightness < 80 : lightness > 175, `ground of lightness ${lightness}`).toBe(true);
  await visit.done();
});

it('turns over when the reader asks, and stays so on the next page', async () => {
  const visit = await open('');
  const before = await ground(visit);
  const states = new Set<boolean>();
  // Two or three states (light, dark, as the system): among three presses one turns it over.
  for (let press = 0; press < 3 && states.size === 0; press += 1) {
    await toggle(visit).first().click();
    if (Math.abs((await ground(visit)) - before) > 100) states.add(true);
  }
  expect(states.size, 'presses that turned the ground over').toBe(1);
  const after = await ground(visit);
  await visit.expectAccessible('after the theme was turned over');
  await visit.page.reload();
  expect(await ground(visit)).toBe(after);
  await visit.done();
});

it('can be turned over by keyboard', async () => {
  const visit = await open('');
  const button = toggle(visit).first();
  await button.focus();
  const before = await ground(visit);
  let turned = false;
  for (let press = 0; press < 3 && !turned; press += 1) {
    await visit.page.keyboard.press('Enter');
    turned = Math.abs((await ground(visit)) - before) > 100;
  }
  expect(turned).toBe(true);
  await visit.done();
});
