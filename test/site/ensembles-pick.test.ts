import { describe, expect, it } from 'vitest';
import type { Guessed } from '../../src/components/charts/guess.ts';
import { fan as fanDemo } from '../../src/components/demos/fan.ts';
import { pickedRun } from '../../src/components/demos/pickedRun.ts';
import type { Settings } from '../../src/settings/fields.ts';
import { useBrowser } from '../support/page.ts';
import { xScale, yScale } from '../support/readChart.ts';
import { WATCH_WORKERS, workOf } from '../support/workers.ts';
import { type DemoPage, demoOn, expected, useDemo } from './demoPage.ts';

const ARTICLE = 'does-it-always-collapse/';

/** Few and short runs, at once there; so many generations that only some are kept. */
const SMALL = { n: 20, generations: 150, replicates: 100, guess: 'none', pick: 'run-1' };

const open = useBrowser();
const fan = (changes: Settings = {}) =>
  expected<'ensembles', Guessed['view']>('fan', { ...SMALL, ...changes });
const nameOf = (index: number) => fanDemo.pick!(fan().result, index).pick as string;

/** Where run `index` of the opening result is drawn in a row, in pixels of the window. */
async function placeOf(demo: DemoPage, index: number, row: number) {
  const { result } = fan();
  const drawing = demo.figure('fan').locator('svg');
  await drawing.scrollIntoViewIfNeeded();
  const svg = await demo.drawing('fan');
  const edges = (await drawing.boundingBox())!;
  const shrunk = edges.width / Number(svg.getAttribute('width'));
  const s = result.runs[index]!.values.sigma![row]!;
  return {
    x: edges.x + shrunk * xScale(svg).toPixel(result.ensembles[0]!.config.at[row]!),
    y: edges.y + shrunk * yScale(svg, 'log').toPixel(s),
  };
}

/** A run that stands apart from all others in a row: the highest or the lowest. */
function extreme(row: number, which: 'highest' | 'lowest'): number {
  const heights = fan().result.runs.map((run) => run!.values.sigma![row]!);
  return heights.indexOf(which === 'highest' ? Math.max(...heights) : Math.min(...heights));
}

async function expectPicked(demo: DemoPage, pick: string, frame = fan().last): Promise<void> {
  const run = fan({ pick });
  await demo.says(run.sentence(frame));
  expect(await demo.field('pick').inputValue()).toBe(pick);
  await expect
    .poll(() => new URL(demo.page.url()).searchParams.get('fan.pick') ?? SMALL.pick)
    .toBe(pick);
}

describe('a run of the fan', () => {
  const fresh = useDemo('fan', {}, open);

  it('is picked by a click near its line: the menu, the sentence and the address say which', async () => {
    const demo = await fresh(fan().query());
    const before = await demo.figure('fan').locator('[data-role=picked]').getAttribute('d');
    const row = 70;
    const index = extreme(row, 'highest');
    const { x, y } = await placeOf(demo, index, row);
    await demo.page.mouse.click(x, y - 6);
    await expectPicked(demo, nameOf(index));
    expect(await demo.sentence()).toMatch(
      new RegExp(`Run ${nameOf(index).slice('run-'.length)} stands at`),
    );
    const after = await demo.figure('fan').locator('[data-role=picked]').getAttribute('d');
    expect(after).not.toBe(before);
    // A click picks, and leaves the clock alone; a drag moves the clock, and picks nothing.
    expect(await demo.frame()).toBe(fan().label());
    await demo.page.mouse.move(x, y);
    await demo.page.mouse.down();
    await demo.page.mouse.move(x - 30, y, { steps: 3 });
    await demo.page.mouse.move(x, y, { steps: 3 });
    await demo.page.mouse.up();
    await expectPicked(demo, nameOf(index), row);
    expect(await demo.frame()).toBe(fan().label(row));
    await demo.expectSound();
  });

  it('is picked by the arrow keys: up to the next higher in this generation, down to the next lower', async () => {
    const demo = await fresh(fan().query());
    const plot = demo.figure('fan').locator('[data-role=plot]');
    await plot.focus();
    expect(await plot.getAttribute('aria-label')).toMatch(/Arrow up and down/);
    const { result, last } = fan();
    const names = result.runs
      .map((run, index) => ({ s: run!.values.sigma![last]!, name: nameOf(index) }))
      .sort((a, b) => a.s - b.s)
      .map(({ name }) => name);
    const place = names.indexOf(SMALL.pick);
    const around = (steps: number) => names.at((place + steps) % names.length)!;
    for (const [key, steps] of [
      ['ArrowUp', 1],
      ['ArrowUp', 2],
      ['ArrowDown', 1],
      ['ArrowDown', 0],
      ['ArrowDown', -1],
    ] as const) {
      await demo.page.keyboard.press(key);
      await expectPicked(demo, around(steps));
    }
    await demo.page.keyboard.press('ArrowLeft');
    await expectPicked(demo, around(-1), last - 1);
    await demo.page.keyboard.press('ArrowRight');
    await expectPicked(demo, around(-1), last);
    expect(await plot.evaluate((box) => box === document.activeElement)).toBe(true);
  });

  it('is picked from the menu, and Undo takes that back', async () => {
    const demo = await fresh(fan().query());
    await demo.field('pick').selectOption('second-graph');
    await expectPicked(demo, 'second-graph');
    await demo.part('undo').click();
    await expectPicked(demo, SMALL.pick);
  });
});

describe('picking a run', () => {
  const fresh = useDemo('fan', { script: WATCH_WORKERS }, open);

  it('computes nothing anew: no worker is asked, nobody waits', async () => {
    const wide = { ...SMALL, replicates: 3_000, generations: 300 };
    const demo = await fresh(fan(wide).query());
    await demo.says(fan(wide).sentence());
    const before = await workOf(demo.page);
    expect(before.orders).toBeGreaterThan(1);
    for (const pick of ['run-9', 'second-graph', 'run-1']) {
      await demo.field('pick').selectOption(pick);
      await demo.says(fan({ ...wide, pick }).sentence());
    }
    expect(await workOf(demo.page)).toEqual(before);
  });
});

describe('on a phone', () => {
  const fresh = useDemo('fan', { width: 360, height: 740, touch: true }, open);

  it('a tap near its line picks a run', async () => {
    const demo = await fresh(fan().query());
    const row = 100;
    const index = extreme(row, 'lowest');
    const { x, y } = await placeOf(demo, index, row);
    await demo.page.touchscreen.tap(x, y + 4);
    await expectPicked(demo, nameOf(index));
    await demo.expectSound();
  });
});

/** What the demo of the picked run shows for the fan's settings. */
const followed = (changes: Settings = {}) =>
  expected('picked-run', pickedRun.follows!.settings(fan(changes).settings));

describe('the picked run, step by step below', () => {
  it('follows the fan: seed, random numbers and number of the run are those of the pick', async () => {
    const visit = await open(`${ARTICLE}?${fan().query()}`);
    const above = await demoOn(visit.page, 'fan');
    await above.says(fan().sentence());
    const below = await demoOn(visit.page, 'picked-run');
    await below.says(followed().sentence());
    await above.field('pick').selectOption('second-graph');
    await below.says(followed({ pick: 'second-graph' }).sentence());
    const form = async () => ({
      seed: await below.field('seed').inputValue(),
      stream: await below.field('stream').inputValue(),
      run: await below.field('run').inputValue(),
    });
    expect(await form()).toEqual({ seed: '2468', stream: 'source', run: '1' });
    const row = 70;
    const index = extreme(row, 'highest');
    const { x, y } = await placeOf(above, index, row);
    await visit.page.mouse.click(x, y);
    const pick = nameOf(index);
    await below.says(followed({ pick }).sentence());
    expect(await form()).toEqual({
      seed: '12345',
      stream: 'keyed',
      run: pick.slice('run-'.length),
    });
    // The thick line above and the run below are the same numbers.
    const drawn = fan({ pick }).result.runs[0]!;
    const steps = await below.table('parameters');
    for (const [i, t] of drawn.at.entries())
      expect(steps[t - 1]![2]).toBe(String(drawn.values.sigma![i]));
    await above.type('n', '30');
    await below.says(followed({ pick, n: 30 }).sentence());
    // It only follows: the address is the fan's.
    await expect.poll(() => visit.page.url()).toContain('fan.n=30');
    expect(visit.page.url()).not.toContain('picked-run.');
    await visit.done();
  });

  it('keeps what a link says of both, and follows again when the fan is changed', async () => {
    const own = { n: 25, generations: 70, seed: 'own', stream: 'keyed', run: 4 };
    const alone = expected('picked-run', own);
    const visit = await open(`${ARTICLE}?${fan({ pick: 'run-5' }).query()}&${alone.query(33)}`);
    const above = await demoOn(visit.page, 'fan');
    await above.says(fan({ pick: 'run-5' }).sentence());
    const below = await demoOn(visit.page, 'picked-run');
    await below.says(alone.sentence(33));
    // Whichever wakes first: once more with the page's demos awake.
    await visit.page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
    await below.says(alone.sentence(33));
    await above.says(fan({ pick: 'run-5' }).sentence());
    await above.field('pick').selectOption('run-6');
    await below.says(followed({ pick: 'run-6' }).sentence());
    const address = () => new URL(visit.page.url()).searchParams;
    await expect.poll(() => address().get('picked-run.run')).toBe('6');
    expect(address().get('fan.pick')).toBe('run-6');
    await visit.page.reload();
    await (await demoOn(visit.page, 'fan')).says(fan({ pick: 'run-6' }).sentence());
    const again = await demoOn(visit.page, 'picked-run');
    await again.says(followed({ pick: 'run-6' }).sentence());
    await visit.done();
  });
});
