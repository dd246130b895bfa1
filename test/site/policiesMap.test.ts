import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { settingsOfPolicy } from '../../src/components/demos/policy.ts';
import type { Settings } from '../../src/settings/fields.ts';
import { useBrowser } from '../support/page.ts';
import { changeAndKill, processors, WATCH_WORKERS, WORKER, workOf } from '../support/workers.ts';
import { type DemoPage, demoOn, expected, useDemo } from './demoPage.ts';
import { expectRows, expectShown, queryOf, rowsOf } from './shown.ts';

const open = useBrowser();

/** About the least that makes a map by workers. */
const SMALL = { generations: 20, replicates: 20 };
const map = (changes: Settings = {}) => expected<'ensembles'>('fate-map', { ...SMALL, ...changes });
const definitions = (changes: Settings = {}) =>
  expected<'ensembles'>('definitions', { n: 20, ...SMALL, ...changes });

const SIZES = 5;
const ROWS = map().result.ensembles.length / SIZES;

/** The place of the cell that has the focus, if one has. */
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('data-cell') ?? null);

const cell = (demo: DemoPage, place: string) => demo.root.locator(`[data-cell="${place}"]`);

/** What the cells say, each in words. */
const verdicts = (demo: DemoPage) =>
  demo.root
    .locator('[data-cell]')
    .evaluateAll((cells) => cells.map((one) => one.getAttribute('aria-label')!));

/** Puts the focus before the demo's first control. */
const before = (demo: DemoPage) => demo.root.locator('section').first().focus();

/** The settings of the policy demo that the cell in a row and a column of the map means. */
const settingsAt = (row: number, column: number) =>
  settingsOfPolicy(map().result.ensembles[SIZES * row + column]!.config);

const rowOf = (regime: string) =>
  map().result.ensembles.findIndex(({ config }) => config.regime === regime) / SIZES;

describe('the map of policies and sample sizes', () => {
  const fresh = useDemo('fate-map', { script: WATCH_WORKERS + processors(2) }, open);

  it('is one stop for the Tab key; arrow keys go from cell to cell, and not past the edges', async () => {
    const demo = await fresh(map().query());
    await expectShown(demo, map());
    const { keyboard } = demo.page;
    const press = async (key: string, times = 1) => {
      for (let i = 0; i < times; i++) await keyboard.press(key);
      return focused(demo.page);
    };
    await before(demo);
    expect(await press('Tab')).toBe('0,0');
    expect(await press('ArrowUp')).toBe('0,0');
    expect(await press('ArrowLeft')).toBe('0,0');
    expect(await press('ArrowRight')).toBe('0,1');
    expect(await press('ArrowDown', 2)).toBe('2,1');
    expect(await press('ArrowLeft')).toBe('2,0');
    expect(await press('ArrowRight', SIZES + 1)).toBe(`2,${SIZES - 1}`);
    expect(await press('ArrowDown', ROWS + 1)).toBe(`${ROWS - 1},${SIZES - 1}`);
    // One press leaves the map, and one comes back to the same cell.
    expect(await press('Tab')).toBe(null);
    expect(await press('Shift+Tab')).toBe(`${ROWS - 1},${SIZES - 1}`);
    expect(await demo.root.locator('[data-cell][tabindex="0"]').count()).toBe(1);
  });

  it('keeps the keyboard at its cell when it is drawn anew, of another generation or another size', async () => {
    const demo = await fresh(map().query());
    await demo.says(map().sentence());
    await before(demo);
    for (const key of ['Tab', 'ArrowDown', 'ArrowRight']) await demo.page.keyboard.press(key);
    await demo.seek(1);
    await demo.says(map().sentence(1));
    expect(await focused(demo.page)).toBe('1,1');
    const width = () =>
      demo.root.locator('[data-role=plot] svg').evaluate((svg) => svg.clientWidth);
    const wide = await width();
    await demo.page.setViewportSize({ width: 360, height: 800 });
    await expect.poll(width).toBeLessThan(wide);
    expect(await focused(demo.page)).toBe('1,1');
    await demo.page.setViewportSize({ width: 1280, height: 900 });
    await demo.page.keyboard.press('ArrowRight');
    expect(await focused(demo.page)).toBe('1,2');
  });

  it('leads, as a page of its own, to the demo of one policy with exactly the cell’s setting', async () => {
    const demo = await fresh(map().query());
    await demo.says(map().sentence());
    const row = rowOf('soft-selection');
    await cell(demo, `${row},1`).click();
    const settings = settingsAt(row, 1);
    const policy = expected<'ensembles'>('policy', settings);
    const there = await demoOn(demo.page, 'policy');
    await expectShown(there, policy);
    expect(await there.notes()).toEqual([]);
    expect(new URL(demo.page.url()).pathname).toMatch(/\/embed\/policy\/$/);
    expect(queryOf(demo.page)).toBe(policy.query());
    expect(settings).toMatchObject({ regime: 'soft-selection', n: 30, width: 3, seed: 'map' });
    await demo.page.goBack();
    await (await demoOn(demo.page, 'fate-map')).says(map().sentence());
  });

  it('is the same when a worker was lost while it was made', async () => {
    const demo = await fresh(map().query());
    await demo.says(map().sentence());
    const { workers } = await workOf(demo.page);
    await changeAndKill(demo.page, 'seed', 'another');
    // The wait is for the lost one's silence.
    await demo.part('waiting').waitFor();
    await expectShown(demo, map({ seed: 'another' }));
    expect(await demo.notes()).toEqual([]);
    await demo.type('seed', 'third');
    await expectShown(demo, map({ seed: 'third' }));
    expect((await workOf(demo.page)).workers, 'workers ever started').toBe(workers + 1);
  });

  it('moves its verdicts with the clock, and by itself when played', async () => {
    const demo = await fresh(map().query());
    const run = map();
    await demo.says(run.sentence());
    const fatesAt = (frame: number) => rowsOf(run, 'fates', frame).map((row) => row[4]!);
    const expectFates = async (frame: number) => {
      const said = await verdicts(demo);
      for (const [i, fate] of fatesAt(frame).entries()) expect(said[i]).toContain(`: ${fate}, `);
      expectRows(await demo.table('fates'), rowsOf(run, 'fates', frame));
    };
    for (const frame of [0, 2, run.last]) {
      await demo.seek(frame);
      await demo.says(run.sentence(frame));
      await expectFates(frame);
    }
    expect(fatesAt(0)).not.toEqual(fatesAt(run.last));
    await demo.seek(0);
    const first = await verdicts(demo);
    await demo.part('play').click();
    await expect.poll(demo.frame).not.toBe(run.label(0));
    await expect.poll(() => verdicts(demo)).not.toEqual(first);
    await expect.poll(demo.frame).toBe(run.label(run.last));
    await demo.says(run.sentence(run.last));
    await expectFates(run.last);
  });
});

it('a map that takes long can be cancelled: the former one is back, and its address', async () => {
  const { page, done } = await open(`embed/fate-map/?${map().query(3)}`, { slowWorkers: true });
  const demo = await demoOn(page, 'fate-map');
  const caption = demo.part('caption');
  await expect.poll(() => caption.innerText()).toContain(`. ${SMALL.replicates} runs in each cell`);
  await demo.says(map().sentence(3));
  const state = async () => ({
    verdicts: await verdicts(demo),
    frame: await demo.frame(),
    address: page.url(),
    runs: await demo.field('replicates').inputValue(),
    table: await demo.table('fates'),
  });
  const former = await state();
  await demo.type('replicates', '1000');
  await demo.part('waiting').waitFor();
  await expect.poll(() => demo.part('progress-text').innerText()).toMatch(/^[\d,]+ of 1,000 runs$/);
  await expect
    .poll(() => caption.innerText())
    .not.toContain(`. ${SMALL.replicates} runs in each cell`);
  await demo.part('cancel').click();
  await demo.part('waiting').waitFor({ state: 'hidden' });
  expect(await state()).toEqual(former);
  expect(await demo.notes()).toEqual([expect.stringMatching(/^Cancelled/)]);
  await demo.type('seed', 'next');
  await expectShown(demo, map({ seed: 'next' }));
  await done();
});

it('a map cancelled before the link’s own was there leaves the opening one, in the form and in the picture', async () => {
  const { page, done } = await open(`embed/fate-map/?${map().query()}`);
  // Workers that never come: the page begins by itself only after four seconds.
  await page.route(WORKER, () => undefined);
  await page.reload();
  const demo = await demoOn(page, 'fate-map');
  await demo.type('seed', 'next');
  await demo.part('waiting').waitFor();
  await demo.part('cancel').click();
  await expect.poll(demo.notes).toEqual([expect.stringMatching(/^Cancelled/)]);
  expect(await demo.field('generations').inputValue()).toBe('300');
  expect(await demo.frame()).toBe('Generation 300 of 300');
  expect(await demo.field('seed').inputValue()).toBe('map');
  await page.unroute(WORKER);
  await done();
});

describe('the definitions', () => {
  const fresh = useDemo('definitions', {}, open);

  it('are in the page what they are in Node, at every generation, and follow n and the share', async () => {
    const demo = await fresh(definitions().query());
    await expectShown(demo, definitions());
    await demo.type('n', '10');
    await demo.type('share', '0.5');
    const run = definitions({ n: 10, share: 0.5 });
    await expectShown(demo, run);
    for (const frame of [0, 3]) {
      await demo.seek(frame);
      await demo.says(run.sentence(frame));
      expectRows(await demo.table('definitions-grid'), rowsOf(run, 'definitions-grid', frame));
      const said = await verdicts(demo);
      for (const [i, row] of rowsOf(run, 'definitions-grid', frame).entries())
        expect(said[i]).toContain(`${row[2]}: ${row[4]}, `);
    }
  });

  it('lead from each verdict to its runs', async () => {
    const demo = await fresh(definitions().query());
    await demo.says(definitions().sentence());
    await before(demo);
    for (const key of ['Tab', 'ArrowDown', 'ArrowRight', 'ArrowRight'])
      await demo.page.keyboard.press(key);
    expect(await focused(demo.page)).toBe('1,2');
    await demo.page.keyboard.press('Enter');
    const settings = { regime: 'fixed-real', share: 0.1, n: 20, ...SMALL, seed: 'define' };
    await expectShown(await demoOn(demo.page, 'policy'), expected<'ensembles'>('policy', settings));
  });
});

describe('where map and policy stand on one page', () => {
  const ARTICLE = 'keep-some-real-data/';
  /** So low that the demo below the map sleeps while the map is in view. */
  const HEIGHT = 320;

  it('a cell sets the policy without loading the page, also before that demo is awake', async () => {
    const { page, done } = await open(`${ARTICLE}?${map().query()}`, { height: HEIGHT });
    const demo = await demoOn(page, 'fate-map');
    await demo.says(map().sentence());
    await page.evaluate(() => Object.assign(globalThis, { here: true }));
    const still = () => page.evaluate(() => 'here' in globalThis);

    const row = rowOf('weighted');
    await cell(demo, '0,0').focus();
    expect(await page.locator('collapse-demo#policy[data-state=live]').count()).toBe(0);
    for (let i = 0; i < row; i++) await page.keyboard.press('ArrowDown');
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const weighted = expected<'ensembles'>('policy', settingsAt(row, 3));
    const policy = await demoOn(page, 'policy');
    await policy.says(weighted.sentence());
    expect(await still(), 'the same page').toBe(true);
    expect(weighted.settings).toMatchObject({ n: 300, share: 0.5, weight: 0.618 });
    const inFocus = () =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-labelledby') ?? null);
    expect(await inFocus()).toBe('policy-title');
    const title = (await policy.root.locator('.demo-title').boundingBox())!;
    expect(title.y).toBeGreaterThanOrEqual(0);
    expect(title.y).toBeLessThan(HEIGHT);
    await expectShown(policy, weighted);

    // And once more, now that it is awake: by pointer, from another row.
    const trimmed = rowOf('truncated');
    await cell(demo, `${trimmed},0`).click();
    expect(await inFocus()).toBe('policy-title');
    const other = expected<'ensembles'>('policy', settingsAt(trimmed, 0));
    await expectShown(policy, other);
    expect(await still(), 'the same page').toBe(true);
    expect(new URL(page.url()).pathname.endsWith(`/${ARTICLE}`)).toBe(true);
    expect(queryOf(page)).toBe(`${map().query()}&${other.query()}`);
    await policy.part('undo').click();
    await policy.says(weighted.sentence());
    await done();
  });
});
