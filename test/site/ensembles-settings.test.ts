import { describe, expect, it } from 'vitest';
import { averageOfRuns } from '../../src/components/demos/averageOfRuns.ts';
import { estimators } from '../../src/components/demos/estimators.ts';
import { demos } from '../../src/components/demos/index.ts';
import { published } from '../../src/components/demos/shared/published.ts';
import { readField, type Settings } from '../../src/settings/fields.ts';
import { useBrowser } from '../support/page.ts';
import { xScale } from '../support/readChart.ts';
import { WATCH_WORKERS, workOf } from '../support/workers.ts';
import { type DemoPage, expected, useDemo } from './demoPage.ts';

const open = useBrowser();

const SMALL = { n: 20, generations: 60, replicates: 100, guess: 'none' };
const fan = (changes: Settings = {}) => expected<'ensembles'>('fan', { ...SMALL, ...changes });

/** Settings as the form shows them; of radio buttons the one that is chosen. */
const formOf = (demo: DemoPage): Promise<Record<string, string>> =>
  demo.root.locator('.demo-settings').evaluate((form) => {
    const fields = [...new FormData(form as HTMLFormElement)];
    return Object.fromEntries(fields.map(([name, value]) => [name, String(value)]));
  });

describe('the published experiments', () => {
  const fresh = useDemo('fan', {}, open);
  const pressed = (demo: DemoPage, id: string) => demo.preset(id).getAttribute('aria-pressed');

  it('are set from their menu, with what the paper shows in words, as long as they are set', async () => {
    const demo = await fresh(fan().query());
    const menu = demo.part('presets');
    const says = demo.part('says');
    expect(await menu.getAttribute('aria-label')).toBe('Published experiments');
    expect(await says.isVisible()).toBe(false);
    const inMenu = published.filter(({ group }) => group !== undefined);
    const offered = await menu.locator('option[value]:not([value=""])').allInnerTexts();
    expect(offered.map((label) => label.trim())).toEqual(inMenu.map(({ label }) => label));
    for (const id of ['kazdan-10', 'suresh-2a']) {
      const preset = inMenu.find((one) => one.id === id)!;
      await menu.selectOption(id);
      await demo.says(fan({ ...SMALL, ...preset.settings }).sentence());
      await expect.poll(() => menu.inputValue()).toBe(id);
      await expect.poll(async () => (await says.innerText()).trim()).toBe(preset.says);
      expect(await says.isVisible()).toBe(true);
      const form = await formOf(demo);
      for (const [name, value] of Object.entries(preset.settings))
        expect(form[name], name).toBe(String(value));
      expect(await pressed(demo, 'first-graph')).toBe('false');
    }
    await demo.type('n', '101');
    await expect.poll(() => says.isVisible()).toBe(false);
    expect(await menu.inputValue()).toBe('');
    await demo.part('undo').click();
    await expect.poll(() => menu.inputValue()).toBe('suresh-2a');
    expect(await says.isVisible()).toBe(true);
    await demo.expectSound();
  });

  it('and the source’s graphs: the one that is set is pressed, also for who does not see it', async () => {
    const demo = await fresh(fan().query());
    for (const [id, other] of [
      ['second-graph', 'first-graph'],
      ['first-graph', 'tiny-sample'],
    ] as const) {
      await demo.preset(id).click();
      await expect.poll(() => pressed(demo, id)).toBe('true');
      expect(await pressed(demo, other)).toBe('false');
    }
    await demo.field('pick').selectOption('run-3');
    await expect.poll(() => pressed(demo, 'first-graph')).toBe('false');
  });
});

describe('a link by a stranger', () => {
  const fresh = useDemo('fan', {}, open);
  const wrong: Record<string, string>[] = [
    { pick: 'run-99' },
    { pick: '__proto__' },
    { pick: 'run-1e0' },
    { guess: '<b>9</b>' },
    { guess: '' },
    { guess: '9' },
    { replicates: '1e9', generations: '3' },
    { replicates: '-1' },
    { replicates: '10.5' },
    { replicates: 'Infinity' },
    { n: '-3' },
    { n: '1e309' },
    { generations: '0' },
    { generations: '-5' },
    { sigma: '0' },
    { mu: 'NaN' },
    { estimator: 'constructor' },
    { seed: '\u0000' },
    { at: '9999' },
    { at: '-1' },
    { show: 'both' },
    { stream: 'source' },
  ];

  const limits: readonly Settings[] = [
    { n: 2, generations: 5_000, replicates: 10, sigma: 0.01 },
    { n: 2, estimator: 'unbiased-log', generations: 2_000, sigma: 1_000 },
    { n: 10_000, generations: 1, replicates: 10 },
    { generations: 2, mu: -1_000 },
  ];

  it('gets legal settings, a note in words and no NaN, whatever it asks of the fan', async () => {
    const demo = await fresh(fan().query());
    for (const changes of wrong) {
      const params = new URLSearchParams(fan().query());
      for (const [name, value] of Object.entries(changes)) params.set(`fan.${name}`, value);
      await demo.page.evaluate((search) => {
        history.replaceState(null, '', `?${search}`);
        dispatchEvent(new PopStateEvent('popstate'));
      }, params.toString());
      const about = JSON.stringify(changes);
      await expect.poll(async () => (await demo.notes()).length, { message: about }).toBe(1);
      expect(await demo.part('notes').isVisible(), about).toBe(true);
      const form = await formOf(demo);
      for (const [name, value] of Object.entries(form)) {
        const field = demos.get('fan').fields.find((candidate) => candidate.name === name)!;
        expect(readField(field, value).note, about).toBeUndefined();
      }
      await demo.says(fan(form).sentence());
      await demo.expectSound();
    }
    expect(await demo.root.locator('b').count()).toBe(0);
  });

  it('may go to the limits of what is legal: all is still said and drawn in numbers', async () => {
    const demo = await fresh(fan().query());
    for (const changes of limits) {
      const params = fan(changes).query();
      await demo.page.evaluate((search) => {
        history.replaceState(null, '', `?${search}`);
        dispatchEvent(new PopStateEvent('popstate'));
      }, params);
      const run = fan(changes);
      for (const frame of [run.opening, 0, run.last]) {
        await demo.seek(frame);
        await demo.says(run.sentence(frame));
        await demo.expectSound();
      }
      expect(await demo.notes()).toEqual([]);
    }
  });
});

describe('typical run and average of runs', () => {
  const fresh = useDemo('average-of-runs', { script: WATCH_WORKERS }, open);

  it('are shown apart or together by radio buttons, at once and without computing anew', async () => {
    const demo = await fresh();
    const legend = () => demo.figure('average').locator('svg .legend').textContent();
    const radio = (value: string) => demo.root.locator(`input[name=show][value=${value}]`);
    await demo.says(expected<'ensembles'>('average-of-runs').sentence());
    const before = await workOf(demo.page);
    expect(before.orders).toBeGreaterThan(0);
    expect(await radio('both').isChecked()).toBe(true);
    for (const [value, typical, average] of [
      ['typical', true, false],
      ['average', false, true],
      ['both', true, true],
    ] as const) {
      await radio(value).check();
      await expect.poll(legend).toMatch(/exact law/);
      expect((await legend())!.includes('the typical run'), value).toBe(typical);
      expect((await legend())!.includes('the average of runs'), value).toBe(average);
      const run = expected<'ensembles'>('average-of-runs', { show: value });
      await demo.says(run.sentence());
      await expect
        .poll(() => new URL(demo.page.url()).searchParams.get('average-of-runs.show'))
        .toBe(value);
    }
    expect(await workOf(demo.page)).toEqual(before);
    // By keyboard as any radio buttons.
    await radio('both').focus();
    await demo.page.keyboard.press('ArrowUp');
    expect(await radio('average').isChecked()).toBe(true);
    await expect.poll(legend).not.toContain('the typical run');
    await demo.expectSound();
  });

  it('are a setting like any other: presets set the runs and leave what is shown', async () => {
    const demo = await fresh('average-of-runs.show=average');
    await demo.preset('hundred').click();
    const { settings } = averageOfRuns.presets.find(({ id }) => id === 'hundred')!;
    await demo.says(
      expected<'ensembles'>('average-of-runs', { ...settings, show: 'average' }).sentence(),
    );
    expect((await formOf(demo)).show).toBe('average');
    expect(await demo.preset('hundred').getAttribute('aria-pressed')).toBe('true');
  });
});

describe('four estimators', () => {
  const fresh = useDemo('estimators', {}, open);

  it('are four pictures on one clock', async () => {
    const changes = { n: 10, generations: 200, replicates: 50 };
    const run = expected<'ensembles'>('estimators', changes);
    const demo = await fresh(run.query());
    const ids = estimators.figures.map(({ id }) => id);
    expect(ids.length).toBe(4);
    /** Where the playheads of all pictures stand, in generations. */
    const places = async () => {
      const svgs = await Promise.all(ids.map((id) => demo.drawing(id)));
      return svgs.map((svg) => {
        const line = svg.querySelector('[data-role=playhead]')!;
        const x = Number(/translate\(([\d.]+),/.exec(line.getAttribute('transform')!)![1]);
        return xScale(svg).toValue(x);
      });
    };
    const { at } = run.result.ensembles[0]!.config;
    for (const frame of [run.last, 0, 17]) {
      await demo.seek(frame);
      // Kept generations are three apart, and labels stand beside their ticks by half a pixel.
      for (const place of await places()) expect(Math.abs(place - at[frame]!)).toBeLessThan(1);
      expect((await places()).length).toBe(4);
      expect(await demo.sentence()).toBe(run.sentence(frame));
      for (const id of ids) {
        const said = await demo.figure(id).locator('[data-role=takeaway]').innerText();
        expect(said.trim()).toBe(run.figure(id).takeaway(run.result, frame));
      }
    }
    // Pointing into one of them moves all.
    const third = demo.figure(ids[2]!).locator('svg');
    await third.scrollIntoViewIfNeeded();
    const box = (await third.boundingBox())!;
    await demo.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    const [first, ...others] = await places();
    expect(first! / changes.generations).toBeGreaterThan(0.3);
    expect(first! / changes.generations).toBeLessThan(0.7);
    for (const place of others) expect(Math.abs(place - first!)).toBeLessThan(1);
    await demo.expectSound();
  });
});
