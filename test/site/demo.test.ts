import { describe, expect, it } from 'vitest';
import { demos } from '../../src/components/demos/index.ts';
import { captionText } from '../../src/components/island/caption.ts';
import { useBrowser, type Visit } from '../support/page.ts';
import { demoOn, type DemoPage, expected, useDemo } from './demoPage.ts';

const ARTICLES = ['a-model-of-a-model/', 'does-it-always-collapse/'];

const open = useBrowser();
const run = expected('run');

/** Where the playhead of a chart stands, in pixels of the drawing. */
async function playhead(demo: DemoPage, figure: string): Promise<number> {
  const moved = await demo
    .figure(figure)
    .locator('svg [data-role=playhead]')
    .getAttribute('transform');
  return Number(/translate\(([\d.]+),/.exec(moved ?? '')?.[1]);
}

/** The frame that the player's slider shows. */
const frameOf = async (demo: DemoPage) => Number(await demo.part('scrub').inputValue());

/** All views of the demo show this frame of the opening run. */
async function expectFrame(demo: DemoPage, frame: number): Promise<void> {
  expect(await demo.frame()).toBe(run.label(frame));
  expect(await demo.sentence()).toBe(run.sentence(frame));
  expect(await frameOf(demo)).toBe(frame);
  expect(await demo.part('scrub').getAttribute('aria-valuetext')).toBe(run.label(frame));
  for (const id of ['generation', 'parameters', 'spread']) {
    const said = await demo.figure(id).locator('[data-role=takeaway]').innerText();
    expect(said, id).toBe(run.figure(id).takeaway(run.result, frame));
  }
  const name = await demo.figure('generation').locator('svg').getAttribute('aria-label');
  expect(name).toContain(`(generation ${frame + 1})`);
  const [left, right] = await demo.sides('parameters');
  const x = left + ((right - left) * frame) / run.last;
  expect(await playhead(demo, 'parameters')).toBeCloseTo(x, 6);
  await demo.expectSound();
}

describe('the demo of a run, as it opens', () => {
  const fresh = useDemo('run', {}, open);

  it('stands at the end of the first graph: generation 500, mean 60.6, s 4.04', async () => {
    const demo = await fresh();
    expect(await demo.frame()).toBe('Generation 500 of 500');
    expect(await demo.sentence()).toContain('mean 60.6');
    expect(await demo.sentence()).toContain('4.04');
    const last = (await demo.table('parameters')).at(-1)!.map(Number);
    expect(last[0]).toBe(500);
    expect(last[1]).toBeCloseTo(60.561503, 6);
    expect(last[2]).toBeCloseTo(4.037178, 6);
    await expectFrame(demo, 499);
    expect(await demo.notes()).toEqual([]);
  });

  it('has in its table what the engine computes in Node, to the last digit', async () => {
    const demo = await fresh();
    const rows = await demo.table('parameters');
    const { mu, sigma } = run.result.fitted;
    expect(rows).toEqual([...mu!].map((m, i) => [String(i + 1), String(m), String(sigma![i])]));
    expect(await demo.table('spread')).toEqual(rows);
    const values = (await demo.table('generation')).map(([, value]) => Number(value));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(values.length).toBe(200);
    expect(mean).toBeCloseTo(mu![499]!, 8);
  });

  it('draws one dot and one bar for each generation, and the values of the last', async () => {
    const demo = await fresh();
    const marks = await demo
      .figure('parameters')
      .locator('svg')
      .evaluate((svg) => {
        const count = (colour: string) =>
          [...svg.querySelectorAll(`g[clip-path] path[stroke="var(--${colour})"]`)].map(
            (path) => path.getAttribute('d')!.split(/m/i).length - 1,
          );
        return { dots: count('mean'), bars: count('spread') };
      });
    expect(marks).toEqual({ dots: [500], bars: [500] });
    const picture = demo.figure('generation').locator('svg');
    expect(await picture.getAttribute('aria-label')).toContain('generation 500');
  });

  it('does not move before it is asked to', async () => {
    const demo = await fresh();
    const before = await demo.root.innerHTML();
    await demo.page.waitForTimeout(700);
    expect(await demo.root.innerHTML()).toBe(before);
    expect(await demo.page.evaluate(() => document.getAnimations().length)).toBe(0);
  });
});

/** What each demo opens with, computed once: ten thousand runs take their time. */
const known = new Map<string, ReturnType<typeof expected>>();
function opened(id: string) {
  const found = known.get(id) ?? expected(id);
  known.set(id, found);
  return found;
}

/** The demos that stand on a page. */
async function demosOn({ page }: Visit): Promise<string[]> {
  const ids = await page.locator('collapse-demo').evaluateAll((found) => found.map(({ id }) => id));
  expect(ids.length).toBeGreaterThan(2);
  return ids;
}

it.each(ARTICLES)(
  'is complete without JavaScript on %s: the same sentences, numbers and pictures, no dead control',
  async (article) => {
    const visit = await open(article, { javaScript: false });
    for (const id of await demosOn(visit)) {
      const demo = demos.get(id);
      const { result, opening, sentence } = opened(id);
      const root = visit.page.locator(`collapse-demo#${id}`);
      expect((await root.locator('[data-role=now]').innerText()).trim()).toBe(sentence());
      expect((await root.locator('[data-role=caption]').innerText()).trim()).toBe(
        captionText(demo, result as never),
      );
      await root.locator('[data-role=data] > summary').click();
      for (const figure of demo.figures) {
        const box = root.locator(`[data-figure="${figure.id}"]`);
        expect((await box.locator('[data-role=takeaway]').innerText()).trim()).toBe(
          figure.takeaway(result, opening),
        );
        const pictures = box.locator('[data-role=plot] svg');
        const seen = await pictures.all();
        const visible = await Promise.all(seen.map((svg) => svg.isVisible()));
        expect(visible.filter(Boolean).length, `pictures of ${figure.id}`).toBe(1);
        const table = root.locator(`[data-table="${figure.id}"] tbody tr`);
        const shown = await table.allInnerTexts();
        // A long table may leave rows out where nothing can open a file; none is changed.
        const rows = figure.table(result, opening).rows.map((row) => row.join('\t'));
        if (figure.tableIn === undefined) {
          expect(shown.filter((row) => !rows.includes(row))).toEqual([]);
          expect([shown[0], shown.at(-1)]).toEqual([rows[0], rows.at(-1)]);
          expect(shown.length).toBeGreaterThanOrEqual(
            Math.min(rows.length, figure.staticRows ?? 50),
          );
        }
      }
      const dead = await root
        .locator('button, input, select')
        .evaluateAll((controls) =>
          controls.filter((control) => control.checkVisibility()).map(({ outerHTML }) => outerHTML),
        );
      expect(dead, 'controls that could do nothing').toEqual([]);
      expect(await root.locator('.no-js-only').isVisible()).toBe(true);
    }
    await visit.done();
  },
);

it.each(ARTICLES)('says the same on %s awake as asleep, in each of its demos', async (article) => {
  const visit = await open(article);
  for (const id of await demosOn(visit)) {
    const asleep = visit.page.locator(`collapse-demo#${id} [data-role=now]`);
    expect((await asleep.textContent())!.trim()).toBe(opened(id).sentence());
    const demo = await demoOn(visit.page, id);
    await demo.says(opened(id).sentence());
    await demo.expectSound();
  }
  await visit.done();
});

describe('playback', () => {
  const fresh = useDemo('run', {}, open);

  it('plays from the beginning when it stands at the end, and Pause holds it where it is', async () => {
    const demo = await fresh();
    await demo.part('play').click();
    await expect.poll(() => frameOf(demo)).toBeLessThan(200);
    await expect.poll(() => frameOf(demo)).toBeGreaterThan(4);
    expect(await demo.part('play').innerText()).toBe('Pause');
    await demo.part('play').click();
    const held = await frameOf(demo);
    await demo.page.waitForTimeout(250);
    expect(await demo.part('play').innerText()).toBe('Play');
    await expectFrame(demo, held);
    await demo.part('play').click();
    await expect.poll(() => frameOf(demo)).toBeGreaterThan(held);
    await demo.part('play').click();
  });

  it('stops at the end by itself', async () => {
    const demo = await fresh();
    await demo.part('speed').selectOption('500');
    await demo.seek(380);
    await demo.part('play').click();
    await expect.poll(() => demo.part('play').innerText()).toBe('Play');
    await expectFrame(demo, 499);
  });

  it('obeys the speed menu, also while it plays', async () => {
    const demo = await fresh();
    await demo.part('speed').selectOption('1');
    const started = performance.now();
    await demo.part('play').click();
    await demo.page.waitForTimeout(500);
    const frame = await frameOf(demo);
    // One frame a second, however long a busy machine took to say so.
    expect(frame).toBeLessThanOrEqual((performance.now() - started) / 1000);
    await demo.part('speed').selectOption('500');
    await expect.poll(() => frameOf(demo)).toBe(499);
    await expectFrame(demo, 499);
  });

  it('moves one generation a step, both ways, and no further than the ends', async () => {
    const demo = await fresh();
    await demo.part('step').click({ force: true });
    expect(await demo.part('step').getAttribute('aria-disabled')).toBe('true');
    await expectFrame(demo, 499);
    for (let i = 0; i < 3; i += 1) await demo.part('back').click();
    await expectFrame(demo, 496);
    await demo.part('step').click();
    await expectFrame(demo, 497);
    expect(await demo.part('step').getAttribute('aria-disabled')).toBe('false');
    await demo.seek(0);
    expect(await demo.part('back').getAttribute('aria-disabled')).toBe('true');
    await demo.part('back').click({ force: true });
    await expectFrame(demo, 0);
  });

  it('is stopped by a step', async () => {
    const demo = await fresh();
    await demo.part('play').click();
    await expect.poll(() => frameOf(demo)).toBeLessThan(300);
    await demo.part('step').click();
    const held = await frameOf(demo);
    expect(await demo.part('play').innerText()).toBe('Play');
    await expectFrame(demo, held);
  });

  it('scrubs by keyboard', async () => {
    const demo = await fresh();
    const { keyboard } = demo.page;
    await demo.part('scrub').focus();
    const presses: [key: string, frame: number][] = [
      ['Home', 0],
      ['ArrowRight', 1],
      ['ArrowUp', 2],
      ['ArrowLeft', 1],
      ['End', 499],
      ['ArrowRight', 499],
      ['ArrowLeft', 498],
    ];
    for (const [key, frame] of presses) {
      await keyboard.press(key);
      await expectFrame(demo, frame);
    }
    await keyboard.press('PageDown');
    expect(await frameOf(demo)).toBeLessThan(498);
  });

  it('scrubs by mouse', async () => {
    const demo = await fresh();
    await demo.part('scrub').scrollIntoViewIfNeeded();
    const box = (await demo.part('scrub').boundingBox())!;
    const { mouse } = demo.page;
    await mouse.move(box.x + box.width - 8, box.y + box.height / 2);
    await mouse.down();
    await mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 6 });
    const during = await frameOf(demo);
    // The middle of the track, but for half a thumb.
    expect(Math.abs(during - 249.5)).toBeLessThan(25);
    expect(await demo.sentence()).toBe(run.sentence(during));
    await mouse.up();
    await expectFrame(demo, during);
  });

  it('goes to the generation under the pointer in a chart over generations', async () => {
    const demo = await fresh();
    const { mouse } = demo.page;
    for (const id of ['parameters', 'spread']) {
      const svg = demo.figure(id).locator('svg');
      await svg.scrollIntoViewIfNeeded();
      const edges = (await svg.boundingBox())!;
      const [left, right] = await demo.sides(id);
      const scale = edges.width / Number(await svg.getAttribute('width'));
      const at = (frame: number) => edges.x + scale * (left + ((right - left) * frame) / run.last);
      const y = edges.y + edges.height / 2;
      await mouse.move(at(120), y);
      expect(await frameOf(demo), 'before the button is down').not.toBe(120);
      await mouse.down();
      await expectFrame(demo, 120);
      await mouse.move(at(300), y, { steps: 3 });
      await expectFrame(demo, 300);
      await mouse.move(edges.x - 40, y);
      await expectFrame(demo, 0);
      await mouse.move(at(77), y);
      await mouse.up();
      await mouse.move(at(400), y);
      await expectFrame(demo, 77);
    }
  });
});

describe('for a reader who asks for less motion', () => {
  const fresh = useDemo('run', { reducedMotion: true }, open);

  it('goes straight to the end on Play, and says why; steps still move', async () => {
    const demo = await fresh();
    await demo.seek(3);
    await demo.part('play').click();
    await expectFrame(demo, 499);
    expect(await demo.part('play').innerText()).toBe('Play');
    expect((await demo.notes()).join()).toMatch(/less motion/);
    await demo.part('back').click();
    await expectFrame(demo, 498);
  });
});

describe('one round by hand', () => {
  const fresh = useDemo('by-hand', {}, open);
  const byHand = expected('by-hand');

  it('steps through data, estimates, curve and new data, which are the next data', async () => {
    const demo = await fresh();
    expect(await demo.frame()).toMatch(/step 4 of 4: new data$/);
    const round = await demo.table('round');
    expect(round.length).toBe(10);
    await demo.seek(0);
    for (const [frame, words] of ['data', 'estimates', 'curve', 'new data'].entries()) {
      expect(await demo.frame()).toMatch(new RegExp(`step ${frame + 1} of 4: ${words}$`));
      expect(await demo.sentence()).toBe(byHand.sentence(frame));
      const reached = demo.figure('round').locator('svg text.step:not(.later)');
      expect(await reached.count()).toBe(frame + 1);
      await demo.part('step').click();
    }
    expect(await demo.frame()).toMatch(/^Generation 2 .* step 1 of 4: data$/);
    const next = await demo.table('round');
    expect(next.map(([, value]) => value)).toEqual(round.map(([, , fresh]) => fresh));
    await demo.expectSound();
  });
});
