import { describe, expect, it } from 'vitest';
import { type Reader, useBrowser } from '../support/page.ts';
import { type DemoPage, demoOn, expected } from './demoPage.ts';

const open = useBrowser();
const run = expected('run');

/** Every fold of the demo opened: figures' tables, settings, panels. */
const unfold = (demo: DemoPage) =>
  demo.root.evaluate((root) => {
    for (const details of root.querySelectorAll('details')) details.open = true;
  });

/** Presses Tab until the page's end; what had the focus, and how it looked. */
async function tabThrough(demo: DemoPage) {
  const steps: { tag: string; outlined: boolean; inside: boolean; covered: boolean }[] = [];
  await demo.page.evaluate(() => {
    scrollTo(0, 0);
    (document.activeElement as HTMLElement | null)?.blur();
    for (const [i, element] of document.querySelectorAll('*').entries())
      (element as HTMLElement).dataset.order = String(i);
  });
  const seen = new Set<string>();
  for (let i = 0; i < 120; i += 1) {
    await demo.page.keyboard.press('Tab');
    const step = await demo.page.evaluate(async () => {
      const element = document.activeElement as HTMLElement | null;
      if (!element || element === document.body) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const pinned = ['.demo-player', '.demo-pictures']
        .map((name) => document.querySelector<HTMLElement>(name)!)
        .filter((bar) => getComputedStyle(bar).position === 'sticky' && !bar.contains(element));
      // Wholly under what is pinned: a focus that cannot be seen (WCAG 2.4.11).
      const covered = () => {
        const { left, width, top, bottom } = element.getBoundingClientRect();
        return [top + 1, (top + bottom) / 2, bottom - 1].every((y) => {
          const onTop = document.elementFromPoint(left + width / 2, y);
          return pinned.some((bar) => bar.contains(onTop));
        });
      };
      // The page may move on one of its next frames.
      for (let frame = 0; frame < 20 && covered(); frame += 1)
        await new Promise((resolve) => requestAnimationFrame(resolve));
      return {
        order: element.dataset.order!,
        tag: element.outerHTML.slice(0, 100),
        outlined: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
        inside: element.closest('collapse-demo') !== null,
        covered: covered(),
      };
    });
    if (!step || seen.has(step.order)) break;
    seen.add(step.order);
    steps.push(step);
  }
  const missed = await demo.root
    .locator('button, input, select, summary, [tabindex="0"]')
    .evaluateAll(
      (controls, reached) =>
        (controls as HTMLElement[])
          // Of a row of radio buttons Tab reaches the chosen one; arrow keys choose.
          .filter((control) => !control.matches('[type=radio]:not(:checked)'))
          .filter(
            (control) => control.checkVisibility() && !reached.includes(control.dataset.order!),
          )
          .map((control) => control.outerHTML.slice(0, 100)),
      [...seen],
    );
  return { steps, missed };
}

const overflow = (demo: DemoPage) =>
  demo.page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });

describe('by keyboard alone', () => {
  it('reaches every control, shows where it is, and leaves the demo again', async () => {
    const visit = await open('embed/run/');
    const demo = await demoOn(visit.page, 'run');
    await unfold(demo);
    const { steps, missed } = await tabThrough(demo);
    expect(missed).toEqual([]);
    expect(steps.filter(({ inside }) => inside).length).toBeGreaterThan(25);
    expect(steps.filter(({ outlined }) => !outlined).map(({ tag }) => tag)).toEqual([]);
    expect(steps.at(-1)!.inside, 'the last stop is past the demo').toBe(false);
    await visit.done();
  });

  it('works everything: play, step, scrub, a preset, a setting, undo, a panel', async () => {
    const visit = await open('embed/run/');
    const demo = await demoOn(visit.page, 'run');
    const { keyboard } = visit.page;
    await demo.part('back').focus();
    await keyboard.press('Enter');
    expect(await demo.frame()).toBe(run.label(498));
    // Far from the end, which would stop the playback by itself.
    await demo.part('scrub').focus();
    await keyboard.press('Home');
    await demo.part('back').focus();
    await keyboard.press('Tab');
    await keyboard.press('Space');
    expect(await demo.part('play').innerText()).toBe('Pause');
    await keyboard.press('Space');
    expect(await demo.part('play').innerText()).toBe('Play');
    await demo.part('scrub').focus();
    await keyboard.press('End');
    // At the end Step has nothing to do, but keeps the place of the keyboard.
    await demo.part('step').focus();
    await keyboard.press('Enter');
    expect(await demo.part('step').evaluate((step) => step === document.activeElement)).toBe(true);
    await demo.preset('second-graph').focus();
    await keyboard.press('Enter');
    await demo.says(expected('run', { seed: '2468' }).sentence());
    await demo.field('n').focus();
    await keyboard.press('Control+A');
    await keyboard.type('25');
    await keyboard.press('Enter');
    await demo.says(expected('run', { seed: '2468', n: 25 }).sentence());
    expect(await demo.field('n').evaluate((box) => box === document.activeElement)).toBe(true);
    await demo.part('undo').focus();
    await keyboard.press('Enter');
    await keyboard.press('Enter');
    await demo.says(run.sentence());
    expect(await demo.part('undo').evaluate((undo) => undo === document.activeElement)).toBe(true);
    await demo.root.locator('[data-panel=share] summary').focus();
    await keyboard.press('Enter');
    await expect.poll(() => demo.part('link').inputValue()).toContain('run.n=200');
    // What changed was said once to a screen reader, in the region that is there for it.
    expect(await demo.part('announce').getAttribute('role')).toBe('status');
    expect(await demo.part('announce').textContent()).toBe(run.sentence());
    await visit.done();
  });
});

describe('on a phone', () => {
  const phone: Reader = { width: 320, height: 640, touch: true };

  it('obeys a tap on Play, on Step and in a chart', async () => {
    const visit = await open('embed/run/', phone);
    const demo = await demoOn(visit.page, 'run');
    await demo.part('back').tap();
    expect(await demo.frame()).toBe(run.label(498));
    await demo.part('step').tap();
    expect(await demo.frame()).toBe(run.label(499));
    await demo.part('play').tap();
    await expect.poll(async () => Number(await demo.part('scrub').inputValue())).toBeLessThan(400);
    await demo.part('play').tap();
    expect(await demo.part('play').innerText()).toBe('Play');
    const svg = demo.figure('parameters').locator('svg');
    await svg.scrollIntoViewIfNeeded();
    const [left, right] = await demo.sides('parameters');
    const x = left + 0.5 * (right - left);
    await svg.tap({ position: { x, y: 120 } });
    const frame = Number(await demo.part('scrub').inputValue());
    expect(Math.abs(frame - 249.5)).toBeLessThanOrEqual(2);
    expect(await demo.sentence()).toBe(run.sentence(frame));
    await demo.expectSound();
    await visit.done();
  });

  it('is no wider than 320 px with everything unfolded, and its player hides no focus', async () => {
    const visit = await open('embed/run/?run.n=x&run.seed=averylongwordwithoutanyspace', phone);
    const demo = await demoOn(visit.page, 'run');
    expect(await overflow(demo)).toBe(0);
    await unfold(demo);
    await expect.poll(() => demo.part('program').textContent()).not.toBe('');
    expect(await overflow(demo)).toBe(0);
    const sizes = await demo.root
      .locator('svg text')
      .evaluateAll((texts) => texts.map((text) => parseFloat(getComputedStyle(text).fontSize)));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
    const drawn = await demo.figure('parameters').locator('svg').boundingBox();
    const natural = await demo.figure('parameters').locator('svg').getAttribute('width');
    expect(drawn!.width, 'drawn at its own size, not scaled').toBeCloseTo(Number(natural), 0);
    const { steps, missed } = await tabThrough(demo);
    expect(missed).toEqual([]);
    expect(steps.filter(({ covered }) => covered).map(({ tag }) => tag)).toEqual([]);
    await visit.done();
  });
});

describe.each([
  ['in light', {}],
  ['on a phone 320 px wide, in dark', { dark: true, width: 320, height: 640, touch: true }],
] satisfies [string, Reader][])('nobody is shut out %s', (name, reader) => {
  it('in any state: asleep, played, noted, unfolded, waiting, ended early', async () => {
    const visit = await open('embed/run/', { ...reader, slowWorkers: true });
    const demo = await demoOn(visit.page, 'run');
    await visit.expectAccessible(`${name}, as it opens`);
    // At a speed at which the end is far.
    await demo.part('speed').selectOption('5');
    await demo.part('play').click();
    await expect.poll(() => demo.part('play').innerText()).toBe('Pause');
    await demo.part('play').click();
    await demo.type('n', 'nonsense');
    await expect.poll(async () => (await demo.notes()).length).toBe(1);
    await demo.type('n', '2');
    await unfold(demo);
    await expect.poll(() => demo.part('program').textContent()).not.toBe('');
    await visit.expectAccessible(`${name}, ended early, all unfolded`);
    await demo.type('generations', '5000');
    await demo.type('seed', 'llama');
    await demo.type('n', '10000');
    await demo.part('waiting').waitFor();
    await visit.expectAccessible(`${name}, with a note, waiting for the worker`);
    // The run may be done by now.
    if (await demo.part('cancel').isVisible())
      await demo
        .part('cancel')
        .click({ timeout: 2_000 })
        .catch(() => undefined);
    await demo.expectSound();
    await visit.done();
  });
});

it('shows its marks and controls in forced colours', async () => {
  const visit = await open('embed/run/', { forcedColors: true });
  const demo = await demoOn(visit.page, 'run');
  const ground = await demo.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const marks = await demo
    .figure('parameters')
    .locator('svg g[clip-path] path')
    .evaluateAll((paths) => paths.map((path) => getComputedStyle(path).stroke));
  expect(marks.length).toBeGreaterThanOrEqual(2);
  for (const mark of marks) expect([ground, 'none']).not.toContain(mark);
  const button = await demo.part('play').evaluate((play) => {
    const { color, backgroundColor, borderTopStyle } = getComputedStyle(play);
    return { differs: color !== backgroundColor, borderTopStyle };
  });
  expect(button).toEqual({ differs: true, borderTopStyle: 'solid' });
  await demo.part('play').click();
  await demo.part('play').click();
  await demo.expectSound();
  await visit.done();
});
