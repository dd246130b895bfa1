import { describe, expect, it } from 'vitest';
import { ticksOf, toSlider } from '../../src/components/island/form.ts';
import { run as demoOfRun } from '../../src/components/demos/run.ts';
import type { NumberField, Settings } from '../../src/settings/fields.ts';
import { beginningOf } from '../support/beginning.ts';
import { type DemoPage, expected, useDemo } from './demoPage.ts';

const numberField = (name: string) =>
  demoOfRun.fields.find((field) => field.name === name) as NumberField;

const fresh = useDemo('run');

/** All that the demo shows of its settings, read in one go. */
function shownBy(demo: DemoPage) {
  return demo.root.evaluate((root) => {
    const text = (element: Element | null) => (element as HTMLElement).innerText.trim();
    const controls = [
      ...root.querySelectorAll<HTMLInputElement>('form input[name], form select[name]'),
    ];
    const sliders = [...root.querySelectorAll<HTMLInputElement>('[data-slider]')];
    return {
      frame: text(root.querySelector('[data-role=frame]')),
      form: Object.fromEntries(controls.map(({ name, value }) => [name, value])),
      spoken: Object.fromEntries(
        sliders.map((slider) => [slider.dataset.slider!, slider.ariaValueText]),
      ),
      places: Object.fromEntries(
        sliders.map((slider) => [slider.dataset.slider!, slider.valueAsNumber]),
      ),
      caption: text(root.querySelector('[data-role=caption]')),
      takeaways: [...root.querySelectorAll('[data-figure]')].map((figure) =>
        text(figure.querySelector('[data-role=takeaway]')),
      ),
    };
  });
}

/** Pictures, sentences and form are those of the settings: the opening ones but for `changes`. */
async function expectRun(demo: DemoPage, changes: Settings): Promise<void> {
  const run = expected('run', changes);
  await demo.says(run.sentence());
  const shown = await shownBy(demo);
  const texts = Object.entries(run.settings).map(([name, value]) => [name, String(value)]);
  expect(shown.frame).toBe(run.label());
  expect(shown.form).toEqual(Object.fromEntries(texts));
  expect(shown.caption).toBe(run.caption);
  expect(shown.takeaways).toEqual(
    demoOfRun.figures.map(({ takeaway }) => takeaway(run.result, run.opening)),
  );
  for (const [name, place] of Object.entries(shown.places)) {
    expect(place).toBeCloseTo(toSlider(numberField(name), Number(run.settings[name])), 6);
    expect(shown.spoken[name]).toBe(String(run.settings[name]));
  }
  await demo.expectSound();
}

const addressed = (demo: DemoPage) =>
  Object.fromEntries(new URL(demo.page.url()).searchParams.entries());

/**
 * Scroll position and the place of the demo's head on the screen: a change must leave both alone.
 */
const place = (demo: DemoPage) =>
  demo.root.evaluate((root) => [scrollY, root.getBoundingClientRect().top]);

describe('a slider', () => {
  it('moves one place a key press, and the run is that of its box', async () => {
    const demo = await fresh();
    await demo.slider('n').scrollIntoViewIfNeeded();
    await demo.slider('n').focus();
    const before = await place(demo);
    await demo.page.keyboard.press('ArrowRight');
    await expectRun(demo, { n: 210 });
    await demo.page.keyboard.press('PageUp');
    const value = Number(await demo.field('n').inputValue());
    expect(value).toBeGreaterThan(210);
    await expectRun(demo, { n: value });
    expect(addressed(demo)['run.n']).toBe(String(value));
    await demo.page.keyboard.press('Home');
    await expectRun(demo, { n: 2 });
    await demo.page.keyboard.press('End');
    expect(await demo.field('n').inputValue()).toBe('10000');
    expect((await place(demo))[0]).toBe(before[0]);
  });

  it('moves from a number that is none of its places to the next on either side', async () => {
    for (const [key, value] of [
      ['ArrowRight', 130],
      ['ArrowUp', 130],
      ['ArrowLeft', 120],
      ['ArrowDown', 120],
    ] as const) {
      const demo = await fresh(expected('run', { n: 123 }).query());
      await expectRun(demo, { n: 123 });
      await demo.slider('n').focus();
      await demo.page.keyboard.press(key);
      await expectRun(demo, { n: value });
    }
  });

  it('shows a preview while it is dragged, and the whole run when it is let go', async () => {
    const demo = await fresh();
    const entries = await demo.page.evaluate(() => history.length);
    await demo.slider('n').scrollIntoViewIfNeeded();
    const box = (await demo.slider('n').boundingBox())!;
    const { mouse } = demo.page;
    const y = box.y + box.height / 2;
    const n = numberField('n');
    const start = toSlider(n, 200) / (ticksOf(n).length - 1);
    await mouse.move(box.x + 8 + (box.width - 16) * start, y);
    const before = await place(demo);
    await mouse.down();
    await mouse.move(box.x + box.width * 0.85, y, { steps: 8 });
    const during = Number(await demo.field('n').inputValue());
    expect(during).toBeGreaterThan(1000);
    const beginning = beginningOf(demoOfRun, { ...expected('run').settings, n: during });
    const affordable = beginning.config.generations;
    expect(affordable).toBeLessThan(500);
    await expect.poll(demo.frame).toBe(`Generation ${affordable} of 500`);
    expect(new URL(demo.page.url()).search).toBe('');
    await mouse.move(box.x + box.width * 0.9, y, { steps: 3 });
    await mouse.up();
    const value = Number(await demo.field('n').inputValue());
    expect(value).toBeGreaterThan(during);
    await expectRun(demo, { n: value });
    expect(await demo.page.evaluate(() => history.length)).toBe(entries + 1);
    expect(await place(demo)).toEqual(before);
    await demo.part('undo').click();
    await expectRun(demo, {});
    expect(await demo.part('undo').getAttribute('aria-disabled')).toBe('true');
  });

  it('shows the whole run again when it is dragged away and brought back', async () => {
    const demo = await fresh(expected('run', { n: 10_000, seed: 'huge', stream: 'keyed' }).query());
    await demo.slider('n').scrollIntoViewIfNeeded();
    const box = (await demo.slider('n').boundingBox())!;
    const { mouse } = demo.page;
    const y = box.y + box.height / 2;
    const right = box.x + box.width - 9;
    await expect.poll(demo.frame).toBe('Generation 500 of 500');
    await mouse.move(right, y);
    await mouse.down();
    await mouse.move(right - 60, y, { steps: 4 });
    await expect.poll(demo.frame).not.toBe('Generation 500 of 500');
    await mouse.move(box.x + box.width + 20, y, { steps: 4 });
    await mouse.up();
    expect(await demo.field('n').inputValue()).toBe('10000');
    await expect.poll(demo.frame).toBe('Generation 500 of 500');
  });
});

describe('a setting', () => {
  it('can be typed', async () => {
    const demo = await fresh();
    const typed: [name: string, text: string, value: string | number][] = [
      ['n', '37', 37],
      ['generations', '120', 120],
      ['mu', '-3.5', -3.5],
      ['sigma', '0.25', 0.25],
      ['seed', '99', '99'],
    ];
    let changes: Settings = {};
    for (const [name, text, value] of typed) {
      changes = { ...changes, [name]: value };
      await demo.type(name, text);
      await expectRun(demo, changes);
      expect(await demo.notes()).toEqual([]);
      expect(addressed(demo)[`run.${name}`]).toBe(text);
    }
  });

  it('is taken when its box is left by Tab, and the page does not jump', async () => {
    const demo = await fresh();
    await demo.field('n').scrollIntoViewIfNeeded();
    await demo.field('n').fill('12');
    const before = await place(demo);
    await demo.page.keyboard.press('Tab');
    await expectRun(demo, { n: 12 });
    expect(await place(demo)).toEqual(before);
  });

  it('can be chosen from a menu: estimator and random numbers', async () => {
    const demo = await fresh();
    await demo.root.locator('.demo-more summary').click();
    await demo.field('estimator').selectOption('maximum-likelihood');
    await expectRun(demo, { estimator: 'maximum-likelihood' });
    await demo.field('stream').selectOption('keyed');
    await expectRun(demo, { estimator: 'maximum-likelihood', stream: 'keyed' });
    expect(await demo.notes()).toEqual([]);
  });

  it('may come with others under a name: each preset', async () => {
    const demo = await fresh('run.n=3&run.mu=7&run.sigma=1&run.seed=other&run.stream=keyed');
    for (const { id, settings } of demoOfRun.presets) {
      await demo.preset(id).click();
      await expectRun(demo, settings);
    }
  });

  it('that cannot be becomes one that can, and a note says so', async () => {
    const demo = await fresh();
    const cases: [name: string, text: string, changes: Settings, note: RegExp][] = [
      ['n', '1', { n: 2 }, /^Sample size: “1” must lie between 2 and 10000, so 2 is used\.$/],
      ['n', '1e9', { n: 10_000 }, /so 10000 is used/],
      ['n', 'many', {}, /^Sample size: “many” is not a number, so 200 is kept\.$/],
      ['n', '', {}, /is not a number, so 200 is kept/],
      ['generations', '2.6', { generations: 3 }, /“2\.6” must be a whole number, so 3 is used/],
      ['sigma', '-4', { sigma: 0.01 }, /must lie between 0\.01 and 1000, so 0\.01 is used/],
      ['mu', '<b>1</b>', {}, /“<b>1<\/b>” is not a number, so 125 is kept/],
      ['seed', '   ', {}, /nothing readable was given, so 12345 is kept/],
    ];
    for (const [name, text, changes, note] of cases) {
      await demo.type(name, text);
      await expect.poll(demo.notes).toEqual([expect.stringMatching(note)]);
      expect(await demo.part('notes').isVisible()).toBe(true);
      await expectRun(demo, changes);
      // The next good value takes the note away.
      await demo.type('generations', '40');
      await expect.poll(demo.notes).toEqual([]);
      await demo.part('reset').click();
      await expectRun(demo, {});
    }
    expect(await demo.root.locator('b, script').count()).toBe(0);
  });
});

describe('a seed', () => {
  it('that is a word is used with random numbers that take words, and a note says so', async () => {
    const demo = await fresh();
    await demo.type('seed', 'llama');
    await expectRun(demo, { seed: 'llama', stream: 'keyed' });
    expect(await demo.notes()).toEqual([expect.stringMatching(/whole number.*uses “.+” instead/)]);
    await demo.type('seed', '12345');
    await expectRun(demo, { seed: '12345', stream: 'keyed' });
    expect(await demo.notes()).toEqual([]);
  });

  it('is drawn anew by Another seed: another number, another run', async () => {
    const demo = await fresh();
    const seen = new Set(['12345']);
    for (let i = 0; i < 3; i += 1) {
      const before = await demo.field('seed').inputValue();
      await demo.part('another').click();
      await expect.poll(() => demo.field('seed').inputValue()).not.toBe(before);
      const seed = await demo.field('seed').inputValue();
      await expectRun(demo, { seed });
      expect(addressed(demo)['run.seed']).toBe(seed);
      seen.add(seed);
    }
    expect(seen.size).toBe(4);
  });
});

describe('a way back', () => {
  it('Undo takes back one change after another, to the first', async () => {
    const demo = await fresh();
    const steps: Settings[] = [
      {},
      { n: 50 },
      { n: 50, seed: '7' },
      { n: 50, seed: '7', generations: 60 },
    ];
    await demo.type('n', '50');
    await expectRun(demo, steps[1]!);
    await demo.type('seed', '7');
    await expectRun(demo, steps[2]!);
    await demo.type('generations', '60');
    await expectRun(demo, steps[3]!);
    for (const settings of steps.slice(0, -1).reverse()) {
      await demo.part('undo').click();
      await expectRun(demo, settings);
    }
    expect(await demo.part('undo').getAttribute('aria-disabled')).toBe('true');
    await demo.part('undo').click({ force: true });
    await expectRun(demo, {});
  });

  it('Reset gives every setting its opening value, and can be undone', async () => {
    const changes = { n: 9, seed: 'x', stream: 'keyed', mu: 1, sigma: 2, generations: 33 };
    const demo = await fresh(expected('run', changes).query());
    await expectRun(demo, changes);
    await demo.part('reset').click();
    await expectRun(demo, {});
    await demo.part('undo').click();
    await expectRun(demo, changes);
  });
});

describe('a sample so small that the run ends early', () => {
  it.each([
    ['of two values', { n: 2, seed: 'tiny', stream: 'keyed' }],
    ['of two values about zero', { n: 2, mu: 0, seed: 'tiny', stream: 'keyed' }],
    ['that the source’s program rounds', { n: 10 }],
  ] satisfies [string, Settings][])(
    'stops the clock there and says why in words: %s',
    async (_name, changes) => {
      const demo = await fresh(expected('run', changes).query());
      const run = expected('run', changes);
      const { reached, ended } = run.result;
      expect(reached).toBeLessThan(500);
      await expectRun(demo, changes);
      expect(await demo.frame()).toBe(`Generation ${reached} of 500`);
      expect(await demo.sentence()).toContain(
        `The run ends at generation ${ended!.t}: All values are equal, so there is no spread left to estimate.`,
      );
      expect(await demo.part('scrub').getAttribute('max')).toBe(String(reached - 1));
      expect(await demo.part('step').getAttribute('aria-disabled')).toBe('true');
      expect((await demo.table('parameters')).length).toBe(reached);
      await demo.seek(0);
      await demo.part('speed').selectOption('500');
      await demo.part('play').click();
      await expect.poll(demo.frame).toBe(`Generation ${reached} of 500`);
      for (const frame of [0, 1, reached - 2]) {
        await demo.seek(frame);
        expect(await demo.sentence()).toBe(run.sentence(frame));
        await demo.expectSound();
      }
    },
  );

  it('may end before its first fit, and says so', async () => {
    const changes = { n: 2, sigma: 0.01, seed: '1051' };
    const demo = await fresh(expected('run', changes).query());
    await demo.says(
      'The run ends at generation 1: All values are equal, so there is no spread left to estimate.',
    );
    await demo.expectSound();
    for (const role of ['play', 'step', 'back']) await demo.part(role).click({ force: true });
    await demo.expectSound();
    await demo.preset('first-graph').click();
    await expectRun(demo, {});
  });
});
