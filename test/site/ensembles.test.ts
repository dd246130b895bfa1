import { describe, expect, it } from 'vitest';
import type { Settings } from '../../src/settings/fields.ts';
import { useBrowser } from '../support/page.ts';
import { changeAndKill, processors, WATCH_WORKERS, WORKER, workOf } from '../support/workers.ts';
import { type DemoPage, demoOn, expected, useDemo } from './demoPage.ts';

const open = useBrowser();

/** The fan's opening runs, its question skipped. */
const fan = (changes: Settings = {}) => expected<'ensembles'>('fan', { guess: 'none', ...changes });

/** Work for several workers, and done in a moment: five pieces. */
const QUICK = { generations: 300, replicates: 3_000 };

/** The heaviest that can be asked: minutes of work. */
const HEAVIEST = { replicates: '100000', generations: '5000' };

/** The rows of a table as they are shown. */
const rowsOf = (run: ReturnType<typeof fan>, figure: string, frame = run.last) =>
  run
    .figure(figure)
    .table(run.result, frame)
    .rows.map((row) => row.map(String));

/** Sentence, form, captions and table are those of the settings. */
async function expectFan(demo: DemoPage, changes: Settings): Promise<void> {
  const run = fan(changes);
  await demo.says(run.sentence());
  for (const [name, value] of Object.entries(run.settings))
    expect(await demo.field(name).inputValue(), name).toBe(String(value));
  for (const id of ['fan', 'runs-now']) {
    const said = await demo.figure(id).locator('[data-role=takeaway]').innerText();
    expect(said.trim()).toBe(run.figure(id).takeaway(run.result, run.last));
  }
  expect((await demo.part('caption').innerText()).trim()).toBe(run.caption);
  expect(await demo.table('fan')).toEqual(rowsOf(run, 'fan'));
  await demo.expectSound();
}

/** Everything that a cancelled change must leave as it was. */
const state = async (demo: DemoPage) => ({
  sentence: await demo.sentence(),
  frame: await demo.frame(),
  address: demo.page.url(),
  form: await demo.root
    .locator('.demo-settings [name]')
    .evaluateAll((fields) =>
      (fields as HTMLInputElement[]).map(({ name, value }) => [name, value]),
    ),
  table: await demo.table('fan'),
});

describe('ten thousand runs of a new seed', () => {
  const fresh = useDemo('fan', { script: WATCH_WORKERS }, open);

  it('come in by and by: a first band at once, then more of the same, at last what Node computes', async () => {
    const demo = await fresh('fan.guess=none');
    await demo.says(fan().sentence());
    await demo.page.evaluate(() => {
      const caption = document.querySelector('#fan [data-role=caption]')!;
      const captions: string[] = [];
      Object.assign(globalThis, { captions });
      new MutationObserver(() => captions.push(caption.textContent)).observe(caption, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
    await demo.type('seed', '777');
    await expectFan(demo, { seed: '777' });
    const captions = await demo.page.evaluate(
      () => (globalThis as unknown as { captions: string[] }).captions,
    );
    for (const caption of captions) expect(caption).toContain('seed 777 ');
    const counts = captions.map((caption) =>
      Number(/· ([\d,]+)(?: of 10,000)? runs/.exec(caption)![1]!.replaceAll(',', '')),
    );
    expect(counts[0], 'runs in the first band').toBeLessThan(1_000);
    expect(counts.at(-1)).toBe(10_000);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(captions.some((caption) => /[\d,]+ of 10,000 runs so far/.test(caption))).toBe(true);
    expect(demo.page.url()).toContain('fan.seed=777');
  });

  it('may be walked through while they come in, and the whole is shown where the reader went', async () => {
    const demo = await fresh(fan({ ...QUICK, seed: 'walk' }).query());
    await demo.says(fan({ ...QUICK, seed: 'walk' }).sentence());
    // In one go: the runs are in before a second command could arrive.
    await demo.page.evaluate(() => {
      const box = document.querySelector<HTMLInputElement>('.demo-settings [name=seed]')!;
      box.value = 'walked';
      box.dispatchEvent(new Event('change', { bubbles: true }));
      const scrub = document.querySelector<HTMLInputElement>('[data-role=scrub]')!;
      scrub.value = '41';
      scrub.dispatchEvent(new Event('input', { bubbles: true }));
    });
    const run = fan({ ...QUICK, seed: 'walked' });
    await demo.says(run.sentence(41));
    expect(await demo.frame()).toBe(run.label(41));
  });
});

describe('minutes of work', () => {
  const fresh = useDemo('fan', {}, open);

  it('can be cancelled: the former runs, the form and the address are as they were, and so is Undo', async () => {
    const former = { n: 20, generations: 60, replicates: 100, seed: 'former' };
    const demo = await fresh(fan({ ...former, seed: 'first' }).query());
    await demo.says(fan({ ...former, seed: 'first' }).sentence());
    await demo.type('seed', 'former');
    await demo.says(fan(former).sentence());
    await demo.type('generations', '5000');
    await demo.says(fan({ ...former, generations: 5_000 }).sentence());
    await expect.poll(() => demo.page.url()).toContain('fan.generations=5000');
    await demo.seek(33);
    const before = await state(demo);
    expect(before.sentence).toBe(fan({ ...former, generations: 5_000 }).sentence(33));
    await demo.type('replicates', HEAVIEST.replicates);
    await demo.part('waiting').waitFor();
    await expect
      .poll(() => demo.part('progress-text').innerText())
      .toMatch(/^[\d,]+ of 100,000 runs$/);
    // What there is so far is on the stage, and can be walked through.
    await expect.poll(demo.sentence).not.toBe(before.sentence);
    await demo.part('back').click();
    await demo.expectSound();
    await demo.part('cancel').click();
    await demo.part('waiting').waitFor({ state: 'hidden' });
    expect(await state(demo)).toEqual(before);
    expect(await demo.notes()).toEqual([expect.stringMatching(/^Cancelled/)]);
    await demo.part('undo').click();
    await expectFan(demo, former);
    await demo.part('undo').click();
    await expectFan(demo, { ...former, seed: 'first' });
    expect(await demo.part('undo').getAttribute('aria-disabled')).toBe('true');
  });

  it('give way to a quick wish, and keep nothing of it: neither the next preset nor the next seed', async () => {
    const quick = { n: 20, generations: 60, replicates: 100, seed: 'quick' };
    const demo = await fresh(fan(quick).query());
    await demo.says(fan(quick).sentence());
    await demo.type('generations', '5000');
    await demo.type('replicates', HEAVIEST.replicates);
    await demo.part('waiting').waitFor();
    // What the form asks for already is not lost to the next change.
    await demo.part('another').click();
    expect(await demo.field('replicates').inputValue()).toBe(HEAVIEST.replicates);
    await demo.type('replicates', '100');
    await demo.part('waiting').waitFor({ state: 'hidden' });
    const seed = await demo.field('seed').inputValue();
    expect(seed).not.toBe('quick');
    await expectFan(demo, { ...quick, generations: 5_000, seed });
  });
});

describe('a worker that is lost', () => {
  it('is replaced, and the answer is the same', async () => {
    const visit = await open(`embed/fan/?${fan({ ...QUICK, seed: 'one' }).query()}`, {
      script: WATCH_WORKERS + processors(2),
    });
    const demo = await demoOn(visit.page, 'fan');
    await demo.says(fan({ ...QUICK, seed: 'one' }).sentence());
    expect((await workOf(visit.page)).workers).toBe(2);
    await changeAndKill(visit.page, 'seed', 'two');
    // The other worker has made all but one piece by then: the wait is for the lost one's silence.
    await demo.part('waiting').waitFor();
    await expectFan(demo, { ...QUICK, seed: 'two' });
    expect(await demo.notes()).toEqual([]);
    await demo.type('seed', 'three');
    await demo.says(fan({ ...QUICK, seed: 'three' }).sentence());
    expect((await workOf(visit.page)).workers, 'workers ever started').toBe(3);
    await visit.done();
  });

  it('with every other is reported in words: the opening pictures are back, and so are their settings', async () => {
    const { page, complaints, done } = await open('embed/fan/?fan.guess=none');
    await page.route(WORKER, (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: `addEventListener('message', ({ data }) => JSON.stringify(data).includes('"lost"') &&
            postMessage({ id: data.id, error: 'no memory left' }));
          postMessage({ ready: true });`,
      }),
    );
    await page.goto(`${page.url().split('?')[0]}?${fan({ ...QUICK, seed: 'lost' }).query()}`);
    // The demo may not have drawn anything yet: the pictures are those that the page came with.
    const part = (role: string) => page.locator(`#fan [data-role=${role}]`);
    await part('again').waitFor();
    expect(await part('trouble-text').innerText()).toBe(
      'This run could not be made: no memory left. Shown is the opening run, with its settings.',
    );
    const opening = fan({ guess: 'none' });
    const figure = page.locator('#fan [data-figure=fan]');
    expect((await part('now').innerText()).trim()).toBe(opening.sentence());
    expect((await page.locator('#fan [data-role=caption]').innerText()).trim()).toBe(
      opening.caption,
    );
    expect(await figure.locator('svg:visible').count()).toBe(1);
    expect(await page.locator('#fan form [name=seed]').inputValue()).toBe('12345');
    expect(complaints).toEqual([]);
    await done();
  });
});

describe('on any number of processors', () => {
  it.each([1, 2, 5])('the runs are the same: %i', async (count) => {
    const visit = await open(`embed/fan/?${fan({ ...QUICK, n: 21 }).query()}`, {
      script: WATCH_WORKERS + processors(count),
    });
    const demo = await demoOn(visit.page, 'fan');
    await expectFan(demo, { ...QUICK, n: 21 });
    const used = await workOf(visit.page);
    expect(used.workers).toBe(Math.min(count, used.orders));
    await visit.done();
  });
});
