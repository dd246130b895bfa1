import { describe, expect, it } from 'vitest';
import { run as demoOfRun } from '../../src/components/demos/run.ts';
import { beginningOf } from '../support/beginning.ts';
import { useBrowser } from '../support/page.ts';
import { WORKER } from '../support/workers.ts';
import { demoOn, expected, useDemo } from './demoPage.ts';

const open = useBrowser();
const fresh = useDemo('run', {}, open);
/** The same, with time to do something before a run is made. */
const freshSlow = useDemo('run', { slowWorkers: true }, open);

/** 50 million draws: the heaviest run that the settings allow. */
const HEAVIEST = { n: 10_000, generations: 5_000, seed: 'heavy', stream: 'keyed' };
const opening = expected('run');

describe('a run too long for the page’s own thread', () => {
  it('runs in a worker with its progress in numbers, while the page stays at hand', async () => {
    const demo = await freshSlow();
    await demo.type('n', '10000');
    await demo.says(expected('run', { n: 10_000 }).sentence());
    await demo.type('generations', '5000');
    await demo.part('waiting').waitFor();
    expect(demo.page.workers().length).toBe(1);
    await expect
      .poll(() => demo.part('progress-text').innerText())
      .toMatch(/^Generation [\d,]+ of 5,?000$/);
    const share = () => demo.part('progress').evaluate((bar) => (bar as HTMLProgressElement).value);
    const early = await share();
    await expect.poll(share).toBeGreaterThan(early);
    // The former run is still there to be looked at.
    await demo.part('back').click();
    expect(await demo.frame()).toBe('Generation 499 of 500');
    await demo.expectSound();
    await demo.part('cancel').click();
    await demo.part('waiting').waitFor({ state: 'hidden' });
    expect(await demo.field('generations').inputValue()).toBe('500');
    expect(await demo.frame()).toBe('Generation 499 of 500');
  });

  it('that is cancelled leaves the former run, its form and its address as they were', async () => {
    const demo = await fresh(opening.query(299));
    await demo.type('n', '50');
    const former = expected('run', { n: 50 });
    await demo.says(former.sentence());
    await demo.seek(123);
    const state = async () => ({
      sentence: await demo.sentence(),
      frame: await demo.frame(),
      address: demo.page.url(),
      n: await demo.field('n').inputValue(),
      seed: await demo.field('seed').inputValue(),
      table: await demo.table('parameters'),
    });
    const before = await state();
    expect(before.sentence).toBe(former.sentence(123));
    // A worker that never comes: the page begins by itself only after four seconds.
    await demo.page.route(WORKER, () => undefined);
    await demo.preset('huge-sample').click();
    await demo.part('waiting').waitFor();
    expect(await demo.field('n').inputValue()).toBe('10000');
    await demo.part('cancel').click();
    await demo.part('waiting').waitFor({ state: 'hidden' });
    expect(await state()).toEqual(before);
    await demo.page.unroute(WORKER);
    await demo.part('undo').click();
    await demo.says(opening.sentence());
  });

  it('is the same run in the worker as in Node, at the heaviest that can be asked', async () => {
    const run = expected('run', HEAVIEST);
    const demo = await freshSlow(run.query(4_321));
    await demo.part('waiting').waitFor();
    // Until it is done, the opening run can be walked through; the form says what is asked.
    await demo.part('back').click();
    expect(await demo.sentence()).toBe(opening.sentence(498));
    expect(await demo.field('generations').inputValue()).toBe('5000');
    await expect.poll(demo.frame, { timeout: 60_000 }).toBe('Generation 4,322 of 5,000');
    expect(await demo.sentence()).toBe(run.sentence(4_321));
    expect(await demo.part('waiting').isVisible()).toBe(false);
    const rows = await demo.table('parameters');
    const { mu, sigma } = run.result.fitted;
    expect(rows.length).toBe(1000);
    expect(rows).toEqual(rows.map((_, i) => [String(i + 1), String(mu![i]), String(sigma![i])]));
    await demo.seek(4_999);
    expect(await demo.sentence()).toBe(run.sentence(4_999));
    await demo.expectSound();
  });

  it('gives way to a quick one that is asked for meanwhile', async () => {
    const demo = await freshSlow(expected('run', HEAVIEST).query());
    await demo.part('waiting').waitFor();
    await demo.preset('second-graph').click();
    await demo.says(expected('run', { seed: '2468' }).sentence());
    expect(await demo.part('waiting').isVisible()).toBe(false);
    expect(await demo.notes()).toEqual([]);
  });

  it('can be cancelled when a link asked for it: the opening run is shown, and all works', async () => {
    const demo = await freshSlow(expected('run', HEAVIEST).query());
    await demo.part('waiting').waitFor();
    await demo.part('cancel').click();
    await demo.says(opening.sentence());
    await expect.poll(demo.notes).toEqual([expect.stringMatching(/^Cancelled/)]);
    expect(await demo.field('n').inputValue()).toBe('200');
    await demo.part('back').click();
    expect(await demo.sentence()).toBe(opening.sentence(498));
  });

  it('that a drag began is cancelled together with its beginning', async () => {
    const demo = await fresh();
    await demo.type('generations', '5000');
    const former = expected('run', { generations: 5000 });
    await demo.says(former.sentence());
    // Made by a worker that never comes: there is time to cancel it.
    await demo.page.route(WORKER, () => undefined);
    await demo.slider('n').evaluate((slider) => {
      (slider as HTMLInputElement).value = '1000';
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    });
    const n = Number(await demo.field('n').inputValue());
    const { generations } = beginningOf(demoOfRun, { ...former.settings, n }).config;
    expect(generations).toBeLessThan(100);
    await expect.poll(demo.frame).toBe(`Generation ${generations} of 5,000`);
    await demo.slider('n').dispatchEvent('change');
    await demo.part('cancel').click();
    await demo.says(former.sentence());
    expect(await demo.frame()).toBe('Generation 5,000 of 5,000');
    expect(await demo.field('n').inputValue()).toBe('200');
    await demo.page.unroute(WORKER);
    await demo.preset('first-graph').click();
    await demo.says(opening.sentence());
    await demo.part('undo').click();
    await demo.says(former.sentence());
  });
});

/** Chromium itself logs the requests that a test refuses; nothing else may be wrong. */
function expectOnlyRefusals(complaints: readonly string[]): void {
  expect(complaints.filter((complaint) => !/ERR_FAILED/.test(complaint))).toEqual([]);
  (complaints as string[]).length = 0;
}

describe('a worker that cannot be had', () => {
  const huge = expected('run', { n: 10_000, seed: 'huge', stream: 'keyed' });

  it('is missed by nobody: the page makes the same run itself', async () => {
    const visit = await open('embed/run/');
    const demo = await demoOn(visit.page, 'run');
    await visit.page.route(WORKER, (route) => route.abort());
    await demo.preset('huge-sample').click();
    await demo.says(huge.sentence());
    expect(await demo.notes()).toEqual([]);
    expect(await demo.part('trouble').isVisible()).toBe(false);
    expectOnlyRefusals(visit.complaints);
    await demo.expectSound();
    await visit.done();
  });

  it('is waited for four seconds; then the page begins by itself', async () => {
    const visit = await open('embed/run/');
    const demo = await demoOn(visit.page, 'run');
    await visit.page.route(WORKER, () => undefined);
    await visit.page.clock.install();
    await demo.preset('huge-sample').click();
    await visit.page.clock.runFor(3_800);
    expect(await demo.part('waiting').isVisible()).toBe(true);
    expect(await demo.sentence()).toBe(opening.sentence());
    await visit.page.clock.runFor(400);
    await expect
      .poll(async () => {
        await visit.page.clock.runFor(100);
        return demo.sentence();
      })
      .toBe(huge.sentence());
    await visit.done();
  });
});

describe('a worker that fails at its work', () => {
  it('is reported beside the pictures, the former run stays, and Try again works', async () => {
    const visit = await open('embed/run/');
    const demo = await demoOn(visit.page, 'run');
    await demo.type('n', '20');
    await demo.says(expected('run', { n: 20 }).sentence());
    await visit.page.route(WORKER, (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: `addEventListener('message', ({ data }) => postMessage({ id: data.id, error: 'no memory left' }));
          postMessage({ ready: true });`,
      }),
    );
    await demo.preset('huge-sample').click();
    await demo.part('again').waitFor();
    expect(await demo.part('trouble-text').innerText()).toBe(
      'This run could not be made: no memory left. Shown is the run of before, with its settings.',
    );
    expect(await demo.part('waiting').isVisible()).toBe(false);
    expect(await demo.field('n').inputValue()).toBe('20');
    expect(await demo.sentence()).toBe(expected('run', { n: 20 }).sentence());
    await demo.expectSound();
    // What failed does not stand in the way of what works.
    await demo.preset('first-graph').click();
    await demo.says(opening.sentence());
    expect(await demo.part('trouble').isVisible()).toBe(false);
    await demo.preset('huge-sample').click();
    await demo.part('again').click();
    await demo.part('again').waitFor();
    await visit.done();
  });
});
