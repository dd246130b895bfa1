import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { fan } from '../../src/components/demos/fan.ts';
import { type Reader, useBrowser } from '../support/page.ts';
import { yScale } from '../support/readChart.ts';
import { type DemoPage, demoOn, expected, useDemo } from './demoPage.ts';

const open = useBrowser();

/**
 * What the question is about (n = 200, 500 generations), with fewer runs, so that they are there at
 * once.
 */
const FEW = { replicates: 60 };
const expectedFan = (guess: string) => expected<'ensembles'>('fan', { ...FEW, guess });
const FEW_RUNS = 'fan.replicates=60';

/** What of the demo can be seen. */
const visible = (page: Page) =>
  page.evaluate(() => {
    const seen = (selector: string) =>
      [...document.querySelectorAll(`#fan ${selector}`)].some((part) => part.checkVisibility());
    return {
      question: seen('.demo-ask'),
      picture: seen('figure svg'),
      sentence: seen('[data-role=now]'),
      player: seen('.demo-player'),
      settings: seen('.demo-settings'),
    };
  });

const ASKING = { question: true, picture: false, sentence: false, player: false, settings: false };
const ANSWERED = { question: false, picture: true, sentence: true, player: true, settings: true };

const guessLabel = (demo: DemoPage) => demo.figure('fan').locator('svg .guess-label');
const guessIn = (demo: DemoPage) => new URL(demo.page.url()).searchParams.get('fan.guess');

async function answer(demo: DemoPage, guess: string): Promise<void> {
  await demo.root.locator(`.demo-ask input[value="${guess}"]`).check();
  await demo.root.getByRole('button', { name: 'Show what happens' }).click();
}

describe('the question before the fan', () => {
  const fresh = useDemo('fan', {}, open);

  it('hides every picture until it is answered, which the keyboard alone can do', async () => {
    const demo = await fresh(FEW_RUNS);
    const { keyboard } = demo.page;
    expect(await visible(demo.page)).toEqual(ASKING);
    const focused = () =>
      demo.page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.name ?? '');
    for (let i = 0; i < 5 && (await focused()) !== 'answer'; i += 1) await keyboard.press('Tab');
    await keyboard.press('Space');
    for (let i = 0; i < 2; i += 1) await keyboard.press('ArrowDown');
    const chosen = demo.root.locator('.demo-ask input:checked');
    expect(await chosen.inputValue()).toBe('third');
    expect(await visible(demo.page)).toEqual(ASKING);
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    const asked = expectedFan('third');
    await demo.says(asked.sentence());
    expect(asked.sentence()).toMatch(/You guessed 9: right in the middle half\.$/);
    await expect.poll(() => visible(demo.page)).toEqual(ANSWERED);
    // The pictures open where the reader is: the keyboard's place is the demo, and what it shows is
    // said.
    expect(await demo.page.evaluate(() => document.activeElement?.closest('#fan') !== null)).toBe(
      true,
    );
    expect(await demo.part('announce').textContent()).toBe(asked.sentence());
    await expect.poll(() => guessIn(demo)).toBe('third');
    await demo.expectSound();
  });

  it('puts the guess into the picture in its own colour, at its height on the axis', async () => {
    const demo = await fresh(FEW_RUNS);
    await answer(demo, 'same');
    await demo.says(expectedFan('same').sentence());
    expect(await demo.sentence()).toMatch(/You guessed 30: \d+\s% of all runs end below that\.$/);
    const drawn = await demo
      .figure('fan')
      .locator('svg')
      .evaluate((svg) => {
        const guess = svg.querySelector('.guess')!;
        const [label, pin] = ['text', 'path'].map((tag) => guess.querySelector(tag)!);
        const probe = document.createElement('i');
        probe.style.setProperty('color', 'var(--guess)');
        document.body.append(probe);
        const violet = getComputedStyle(probe).color;
        probe.remove();
        return {
          text: label!.textContent,
          colours: [label!, pin!].map((mark) => getComputedStyle(mark).fill === violet),
          y: Number(/^M[\d.]+,([\d.]+)/.exec(pin!.getAttribute('d')!)![1]),
        };
      });
    expect(drawn).toMatchObject({ text: 'your guess', colours: [true, true] });
    const height = yScale(await demo.drawing('fan'), 'log').toPixel(30);
    // Labels stand beside their ticks by half a pixel.
    expect(Math.abs(drawn.y - height)).toBeLessThan(1);
  });

  it('can be skipped: the pictures come without a guess', async () => {
    const demo = await fresh(FEW_RUNS);
    await demo.part('skip').click();
    await demo.says(expectedFan('none').sentence());
    expect(await visible(demo.page)).toEqual(ANSWERED);
    expect(await guessLabel(demo).count()).toBe(0);
    expect(await demo.sentence()).not.toContain('You guessed');
    await expect.poll(() => guessIn(demo)).toBe('none');
  });

  it('needs an answer or a skip: sent without either, it stays', async () => {
    const demo = await fresh(FEW_RUNS);
    await demo.root.getByRole('button', { name: 'Show what happens' }).click();
    expect(await visible(demo.page)).toEqual(ASKING);
    expect(guessIn(demo)).toBeNull();
  });

  it('is not asked again where the address holds an answer: on reload, and from a link', async () => {
    const demo = await fresh(FEW_RUNS);
    await answer(demo, 'fifteenth');
    await expect.poll(() => guessIn(demo)).toBe('fifteenth');
    await demo.page.reload();
    const again = await demoOn(demo.page, 'fan');
    await again.says(expectedFan('fifteenth').sentence());
    expect(await visible(again.page)).toEqual(ANSWERED);
    expect(await guessLabel(again).count()).toBe(1);
    const linked = await fresh(`${FEW_RUNS}&fan.guess=two-thirds`);
    expect(await visible(linked.page)).toEqual(ANSWERED);
    await linked.says(expectedFan('two-thirds').sentence());
  });

  it('does not come back while a link’s long run is made, nor when that is cancelled', async () => {
    const demo = await fresh('fan.guess=third&fan.replicates=100000&fan.generations=5000');
    await demo.part('waiting').waitFor();
    expect(await visible(demo.page)).toEqual(ANSWERED);
    await demo.part('cancel').click();
    await demo.part('waiting').waitFor({ state: 'hidden' });
    expect(await visible(demo.page)).toEqual(ANSWERED);
    expect(await demo.field('guess').inputValue()).toBe('third');
    expect(await demo.field('generations').inputValue()).toBe('500');
    await demo.type('replicates', '60');
    await demo.says(expectedFan('third').sentence());
    expect(await visible(demo.page)).toEqual(ANSWERED);
  });

  it('keeps what a link asks for when it is answered before that is made', async () => {
    const demo = await fresh('fan.replicates=100000&fan.generations=5000&fan.seed=long');
    expect(await visible(demo.page)).toEqual(ASKING);
    await answer(demo, 'same');
    await demo.part('waiting').waitFor();
    for (const [name, value] of Object.entries({
      generations: '5000',
      seed: 'long',
      guess: 'same',
    }))
      expect(await demo.field(name).inputValue()).toBe(value);
    await demo.part('cancel').click();
    await demo.part('waiting').waitFor({ state: 'hidden' });
    expect(await visible(demo.page)).toEqual(ANSWERED);
  });

  it('leaves nothing in the reader’s browser but the address', async () => {
    const demo = await fresh(FEW_RUNS);
    await answer(demo, 'hundredth');
    await expect.poll(() => guessIn(demo)).toBe('hundredth');
    const kept = await demo.page.evaluate(async () => ({
      cookies: document.cookie,
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
    }));
    expect(kept).toEqual({ cookies: '', local: 0, session: 0, databases: 0 });
    expect(await demo.page.context().cookies()).toEqual([]);
  });

  it('offers every guess that the setting knows, in its words', async () => {
    const demo = await fresh(FEW_RUNS);
    const field = fan.fields.find(({ name }) => name === 'guess')!;
    const labels = field.kind === 'choice' ? field.options.map(({ label }) => label) : [];
    const offered = await demo.root.locator('.demo-ask label').allInnerTexts();
    expect(offered.map((label) => label.trim())).toEqual(labels.slice(2));
  });
});

it('is not asked where there is no JavaScript: the picture stands there', async () => {
  const visit = await open('embed/fan/', { javaScript: false });
  const root = visit.page.locator('#fan');
  expect(await root.locator('.demo-ask').isVisible()).toBe(false);
  const pictures = await root.locator('[data-figure=fan] svg').all();
  const seen = await Promise.all(pictures.map((picture) => picture.isVisible()));
  expect(seen.filter(Boolean).length).toBe(1);
  const now = (await root.locator('[data-role=now]').innerText()).trim();
  expect(now).toBe(expected<'ensembles'>('fan').sentence());
  await visit.done();
});

describe.each([
  ['in light', {}],
  ['in dark', { dark: true }],
  ['on a phone 320 px wide', { width: 320, height: 640, touch: true }],
] satisfies [string, Reader][])('nobody is shut out %s', (name, reader) => {
  it('from the question or from what follows the answer', async () => {
    const visit = await open(`embed/fan/?${FEW_RUNS}`, reader);
    const demo = await demoOn(visit.page, 'fan');
    expect(await visible(demo.page)).toEqual(ASKING);
    await visit.expectAccessible(`${name}, asking`);
    await answer(demo, 'third');
    await guessLabel(demo).waitFor();
    // Every fold open but the longest table.
    await demo.root.evaluate((root) => {
      for (const details of root.querySelectorAll('details'))
        details.open = !details.matches('[data-panel=data]');
    });
    await expect.poll(() => demo.part('program').textContent()).not.toBe('');
    await visit.expectAccessible(`${name}, answered, all unfolded`);
    await visit.done();
  });
});
