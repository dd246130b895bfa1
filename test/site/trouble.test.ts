import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { edgePair } from '../../src/components/demos/edgePair.ts';
import { firstShown } from '../support/beginning.ts';
import { useBrowser, type Visit } from '../support/page.ts';
import { demoOn, expected, useDemo } from './demoPage.ts';

const { url } = inject('site');
const open = useBrowser();
const run = expected('run');

/** The scripts that make a demo live; those that the page begins with are loaded all the same. */
const LIVE = '**/live.*.js';

/**
 * Opens a page on which some scripts never come. Chromium logs each refusal, and nothing else may
 * be wrong.
 */
async function without(scripts: string, address: string, width = 1280): Promise<Visit> {
  const visit = await open('404.html', { width });
  await visit.page.route(scripts, (route) => route.abort());
  await visit.page.goto(new URL(address, url).href);
  return {
    ...visit,
    async done() {
      const others = visit.complaints.filter((complaint) => !/ERR_FAILED/.test(complaint));
      expect(others).toEqual([]);
      await visit.page.context().close();
    },
  };
}

const trouble = (page: Page, demo: string) => page.locator(`#${demo} [data-role=trouble]`);

describe('a demo whose code does not come', () => {
  it.each([
    ['run', 'embed/run/', 1280],
    ['run', 'embed/run/', 360],
    ['fan', 'embed/fan/', 1280],
    ['copies', '', 1280],
    ['copies', '', 360],
  ])('says so in sight, and %s on /%s at %i px shows its pictures', async (id, address, width) => {
    const { page, done } = await without(LIVE, address, width);
    const box = trouble(page, id);
    await page.locator(`#${id}`).scrollIntoViewIfNeeded();
    await box.waitFor();
    expect((await box.innerText()).trim()).toBe(
      'This demo stands still: its code could not be loaded. Reload the page to try again.',
    );
    const pictures = page.locator(`#${id} [data-role=plot] svg:visible`);
    expect(await pictures.count()).toBeGreaterThan(0);
    // What would do nothing is not offered.
    expect(await page.locator(`#${id} :is(button, input, select):visible`).count()).toBe(0);
    await done();
  });

  it('and whose first script does not come either says so', async () => {
    const { page, done } = await without('**/Demo.*.js', 'embed/run/');
    const words = page.locator('#run .demo-unloaded');
    await expect.poll(() => words.isVisible()).toBe(true);
    expect(await words.innerText()).toContain('Reload the page');
    await done();
  });

  it('and whose first script is still on its way after a while says so, without a script', async () => {
    const visit = await open('404.html');
    await visit.page.route('**/Demo.*.js', () => undefined);
    await visit.page.goto(new URL('embed/run/', url).href, { waitUntil: 'commit' });
    const words = visit.page.locator('#run .demo-unloaded');
    await words.waitFor({ state: 'attached' });
    expect(await words.evaluate((element) => element.clientHeight)).toBe(0);
    await expect.poll(() => words.evaluate((element) => element.clientHeight)).toBeGreaterThan(10);
    await visit.page.context().close();
  });

  it.each(['embed/fan/', 'does-it-always-collapse/'])(
    'and whose first script does not come shows its pictures, a question before them or not: %s',
    async (address) => {
      const { page, done } = await without('**/Demo.*.js', address);
      const hidden = await page
        .locator('collapse-demo .demo-pictures')
        .evaluateAll((all) => all.filter((one) => !one.checkVisibility()).length);
      expect(hidden).toBe(0);
      expect(await page.locator('.demo-unloaded').first().isVisible()).toBe(true);
      // What would do nothing is not offered.
      const offered = page.locator('collapse-demo :is(button, input, select):visible');
      expect(await offered.count()).toBe(0);
      await done();
    },
  );

  it('but which comes late says that it is under way, and then works', async () => {
    const visit = await open('404.html');
    let letGo = () => {};
    const late = new Promise<void>((resolve) => (letGo = resolve));
    await visit.page.route(LIVE, async (route) => {
      await late;
      await route.continue();
    });
    await visit.page.goto(new URL('embed/run/', url).href);
    await expect.poll(() => trouble(visit.page, 'run').innerText()).toContain('still being loaded');
    letGo();
    const demo = await demoOn(visit.page, 'run');
    await demo.says(run.sentence());
    expect(await demo.part('trouble').isVisible()).toBe(false);
    await visit.done();
  });
});

describe('a demo in a sandboxed frame', () => {
  it('has no workers and no address to write, and works all the same', async () => {
    const { page, done } = await open('404.html');
    const settings = { n: 20, generations: 60, replicates: 2_000, guess: 'none' };
    const fan = expected<'ensembles'>('fan', settings);
    await page.evaluate(
      (source) => {
        const frame = document.createElement('iframe');
        frame.setAttribute('sandbox', 'allow-scripts');
        frame.src = source;
        frame.width = '900';
        frame.height = '900';
        document.body.prepend(frame);
      },
      new URL(`embed/fan/?${fan.query()}`, url).href,
    );
    const frame = page.frameLocator('iframe');
    const now = frame.locator('[data-role=now]');
    await frame.locator('#fan[data-settings]').waitFor();
    expect((await now.innerText()).trim()).toBe(fan.sentence());
    const seed = frame.locator('form [name=seed]');
    await seed.fill('sand');
    await seed.press('Enter');
    const next = expected<'ensembles'>('fan', { ...settings, seed: 'sand' });
    await expect.poll(async () => (await now.innerText()).trim()).toBe(next.sentence());
    expect(await frame.locator('[data-role=trouble]').isVisible()).toBe(false);
    await done();
  });
});

describe('a link within the page', () => {
  it('leaves a demo where it is: its clock and its playing', async () => {
    const { page, done } = await open('a-model-of-a-model/?run.at=7');
    const demo = await demoOn(page, 'run');
    await demo.says(run.sentence(7));
    await demo.seek(36);
    const follow = (nth: number) =>
      page.evaluate((index) => {
        const links = document.querySelectorAll<HTMLAnchorElement>('nav a[href^="#"]');
        links[index]!.click();
      }, nth);
    await follow(1);
    await follow(2);
    await page.goBack();
    expect(await demo.frame()).toBe(run.label(36));
    await demo.part('speed').selectOption('1');
    await demo.part('play').click();
    await follow(2);
    expect(await demo.part('play').innerText()).toBe('Pause');
    await done();
  });

  it('goes back to other settings where the reader goes back to them', async () => {
    const { page, done } = await open('embed/run/');
    const demo = await demoOn(page, 'run');
    await demo.type('n', '20');
    await demo.says(expected('run', { n: 20 }).sentence());
    await expect.poll(() => page.url()).toContain('run.n=20');
    await page.goBack();
    await demo.says(run.sentence());
    await page.goForward();
    await demo.says(expected('run', { n: 20 }).sentence());
    await done();
  });
});

describe('a slider that is moved by keys', () => {
  const fresh = useDemo('fan', {}, open);

  it('is taken at its word when it rests, where the browser reports no end of the movement', async () => {
    const settings = { n: 20, generations: 60, replicates: 2_000, guess: 'none' };
    const demo = await fresh(expected('fan', settings).query());
    await demo.says(expected<'ensembles'>('fan', settings).sentence());
    await demo.slider('n').evaluate((slider) => {
      (slider as HTMLInputElement).stepUp(40);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    });
    const n = Number(await demo.field('n').inputValue());
    expect(n).toBeGreaterThan(20);
    await demo.says(expected<'ensembles'>('fan', { ...settings, n }).sentence());
    await expect.poll(() => demo.page.url()).toContain(`fan.n=${n}`);
  });
});

describe('a link to runs that end at different times', () => {
  // Of the first few runs none is left after generation 50; of the hundred some come to the end.
  const settings = { n: 60, generations: 90, replicates: 100, seed: '111' };

  it('opens where the last of them is, not where the first few are', async () => {
    const pair = expected<'ensembles'>('edge-pair', settings);
    expect(pair.label()).toBe('Generation 90 of 90');
    const first = firstShown(edgePair, pair.settings);
    expect(edgePair.frameLabel(first, edgePair.openAt(first))).toBe('Generation 50 of 90');
    const { page, done } = await open(`embed/edge-pair/?${pair.query()}`);
    const demo = await demoOn(page, 'edge-pair');
    await demo.says(pair.sentence());
    expect(await demo.frame()).toBe(pair.label());
    await done();
  });
});

describe('less motion, asked for while something plays', () => {
  it('stops it', async () => {
    const { page, done } = await open('embed/run/?run.at=1');
    const demo = await demoOn(page, 'run');
    await demo.part('speed').selectOption('1');
    await demo.part('play').click();
    expect(await demo.part('play').innerText()).toBe('Pause');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await expect.poll(() => demo.part('play').innerText()).toBe('Play');
    await done();
  });

  it('is answered in sight where the settings are folded away', async () => {
    const { page, done } = await open('', { reducedMotion: true });
    const demo = await demoOn(page, 'copies');
    await demo.part('play').click();
    await expect.poll(demo.notes).toEqual([expect.stringMatching(/less motion/)]);
    expect(await demo.part('notes').isVisible()).toBe(true);
    await done();
  });
});
