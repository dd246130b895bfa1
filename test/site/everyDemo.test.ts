import { expect, it } from 'vitest';
import { demos } from '../../src/components/demos/index.ts';
import type { Settings } from '../../src/settings/fields.ts';
import { useBrowser } from '../support/page.ts';
import { type DemoPage, demoOn, expected } from './demoPage.ts';

const open = useBrowser();

const IDS = demos.all.map(({ id }) => id);
/** The demos of many runs, and the one that follows. */
const OF_MANY = [...IDS.filter((id) => demos.get(id).job !== 'run'), 'picked-run'];

/** Settings as the form shows them; of radio buttons the one that is chosen. */
const formOf = (demo: DemoPage): Promise<Record<string, string>> =>
  demo.root.locator('.demo-settings').evaluate((form) => {
    const fields = [...new FormData(form as HTMLFormElement)];
    return Object.fromEntries(fields.map(([name, value]) => [name, String(value)]));
  });

it.each(IDS)('has a page to embed that is live: %s', async (id) => {
  const visit = await open(`embed/${id}/`);
  const demo = await demoOn(visit.page, id);
  await demo.says(expected(id).sentence());
  await demo.expectSound();
  await visit.done();
});

it.each(IDS)('stays on its feet, whatever nonsense a link asks of it: %s', async (id) => {
  const { fields } = demos.get(id);
  const nonsense = { number: '-1e300', choice: '__proto__', text: '\u0000', passage: 'a b' };
  const params = new URLSearchParams(
    fields.map(({ name, kind }) => [`${id}.${name}`, nonsense[kind]]),
  );
  const visit = await open(`embed/${id}/?${params}`);
  const demo = await demoOn(visit.page, id);
  const notes = await demo.notes();
  expect(notes.length).toBe(Math.min(fields.length, 7));
  for (const note of notes) expect(note).toMatch(/^[A-Z…].*\.$/);
  await demo.says(expected(id, await formOf(demo)).sentence());
  await demo.expectSound();
  await visit.done();
});

it.each(OF_MANY)(
  'shows nothing too wide, no letter too small and no button without use, from 1280 px to 360: %s',
  async (id) => {
    const visit = await open(`embed/${id}/?${expected(id, cheap(id)).query()}`);
    const demo = await demoOn(visit.page, id);
    const still = demos.get(id).still === true;
    for (const role of ['play', 'step', 'back', 'scrub', 'speed', 'frame'])
      expect(await demo.part(role).isVisible(), role).toBe(!still);
    await demo.root.evaluate((root) => {
      for (const details of root.querySelectorAll('details')) details.open = true;
    });
    // A program, or why there is none in this language.
    const given = async () =>
      `${await demo.part('program').textContent()}${await demo.part('no-program').textContent()}`;
    await expect.poll(given).not.toBe('');
    for (const width of [1280, 360]) {
      await visit.page.setViewportSize({ width, height: 740 });
      const layout = () =>
        visit.page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          const texts = [...document.querySelectorAll('collapse-demo svg text')];
          const sizes = texts.map((text) => parseFloat(getComputedStyle(text).fontSize));
          const pictures = [...document.querySelectorAll('[data-role=plot] svg')];
          const scales = pictures.map(
            (svg) => svg.getBoundingClientRect().width / Number(svg.getAttribute('width')),
          );
          return {
            overflow: scrollWidth - clientWidth,
            small: sizes.filter((size) => size < 12).length,
            // Drawn anew at its own size, not scaled: that would shrink its letters.
            scaled: scales.filter((scale) => Math.abs(scale - 1) > 0.005).length,
          };
        });
      await expect
        .poll(layout, { message: `at ${width} px` })
        .toEqual({ overflow: 0, small: 0, scaled: 0 });
    }
    await demo.expectSound();
    await visit.done();
  },
);

/** Settings under which a demo is there at once; its question is skipped. */
function cheap(id: string): Settings {
  const wanted: Settings = { n: 20, replicates: 50, generations: 80, guess: 'none' };
  const { fields } = demos.get(id);
  return Object.fromEntries(
    Object.entries(wanted).flatMap(([name, value]) => {
      const field = fields.find((one) => one.name === name);
      // As near as the field allows: another demo may mean something else by the name.
      if (field?.kind === 'number')
        return typeof value === 'number'
          ? [[name, Math.min(field.max, Math.max(field.min, value))]]
          : [];
      const isOne = field?.kind === 'choice' && field.options.some((one) => one.value === value);
      return isOne ? [[name, value]] : [];
    }),
  );
}

it.each(IDS)('gives code for a frame in which nothing has to be scrolled: %s', async (id) => {
  const { page, done } = await open(`embed/${id}/?${expected(id, cheap(id)).query()}`);
  const demo = await demoOn(page, id);
  const elsewhere = await page.context().newPage();
  for (const width of [1100, 360]) {
    await page.setViewportSize({ width, height: 740 });
    await elsewhere.setViewportSize({ width, height: 740 });
    await demo.root.locator('details[data-panel=share]').evaluate(async (panel) => {
      panel.removeAttribute('open');
      await new Promise((resolve) => setTimeout(resolve, 300));
      panel.querySelector<HTMLInputElement>('[data-role=embed]')!.value = '';
      panel.setAttribute('open', '');
    });
    await expect.poll(() => demo.part('embed').inputValue()).toMatch(/^<iframe/);
    const code = await demo.part('embed').inputValue();
    await elsewhere.setContent(`<style>body { margin: 0 } iframe { border: 0 }</style>${code}`);
    const frame = elsewhere.frameLocator('iframe');
    await frame.locator(`collapse-demo[data-state=live]`).waitFor();
    const room = await frame
      .locator('html')
      .evaluate((html) => html.clientHeight - html.scrollHeight);
    expect(room, `at ${width} px`).toBe(0);
    const foot = await frame.locator('.embed-footer').evaluate((footer) => {
      return document.documentElement.clientHeight - footer.getBoundingClientRect().bottom;
    });
    expect(foot, `at ${width} px`).toBeLessThan(90);
  }
  await done();
});
