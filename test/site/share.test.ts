import { describe, expect, inject, it } from 'vitest';
import { demos } from '../../src/components/demos/index.ts';
import { readField, type Settings } from '../../src/settings/fields.ts';
import { useBrowser } from '../support/page.ts';
import { type DemoPage, demoOn, expected, useDemo } from './demoPage.ts';

const ARTICLE = 'a-model-of-a-model/';
const open = useBrowser();
const { url } = inject('site');

/** The part of a link that the site's address leaves over. */
const within = (link: string) => {
  expect(link.startsWith(url)).toBe(true);
  return link.slice(url.length);
};

async function shared(demo: DemoPage, role: 'link' | 'embed'): Promise<string> {
  await demo.root
    .locator('details[data-panel=share]')
    .evaluate((panel) => panel.setAttribute('open', ''));
  await expect.poll(() => demo.part(role).inputValue()).not.toBe('');
  return demo.part(role).inputValue();
}

/** All that a reader sees of a run. */
async function seen(demo: DemoPage) {
  return {
    sentence: await demo.sentence(),
    frame: await demo.frame(),
    parameters: await demo.table('parameters'),
    values: await demo.table('generation'),
    form: await demo.root
      .locator('form [name]')
      .evaluateAll((fields) =>
        (fields as HTMLInputElement[]).map(({ name, value }) => [name, value]),
      ),
    takeaways: await demo.root.locator('[data-role=takeaway]').allInnerTexts(),
  };
}

describe('a link to a run', () => {
  it('brings anyone the same run, at the same generation, and follows the settings', async () => {
    const visit = await open(ARTICLE, { permissions: ['clipboard-read', 'clipboard-write'] });
    const demo = await demoOn(visit.page, 'run');
    await demo.type('n', '50');
    await demo.type('generations', '120');
    await demo.type('mu', '-3.5');
    await demo.type('seed', 'a & b = c? #d %20 é 模');
    await demo.field('estimator').selectOption('unbiased-log');
    const changes = {
      n: 50,
      generations: 120,
      mu: -3.5,
      seed: 'a & b = c? #d %20 é 模',
      stream: 'keyed',
      estimator: 'unbiased-log',
    };
    const run = expected('run', changes);
    await demo.says(run.sentence());
    await shared(demo, 'link');
    await demo.seek(76);
    await expect.poll(() => demo.part('link').inputValue()).toMatch(/run\.at=76/);
    const link = await demo.part('link').inputValue();
    await demo.part('copy-link').click();
    await expect.poll(() => demo.part('told').innerText()).toBe('Link copied.');
    expect(await visit.page.evaluate(() => navigator.clipboard.readText())).toBe(link);
    const here = await seen(demo);
    expect(here.sentence).toBe(run.sentence(76));
    await visit.done();

    const other = await open(within(link));
    const there = await demoOn(other.page, 'run');
    await there.says(run.sentence(76));
    expect(await seen(there)).toEqual(here);
    expect(await there.notes()).toEqual([]);
    // The link leads to the demo itself, in the middle of the article.
    expect(
      await there.root.evaluate((root) => Math.abs(root.getBoundingClientRect().top)),
    ).toBeLessThan(300);
    await other.done();
  });

  it('is what back and forward go through', async () => {
    const visit = await open('embed/run/');
    const demo = await demoOn(visit.page, 'run');
    const states: Settings[] = [
      {},
      { n: 40 },
      { n: 40, seed: '5' },
      { n: 40, seed: '5', sigma: 2 },
    ];
    await demo.type('n', '40');
    await demo.says(expected('run', states[1]).sentence());
    await demo.type('seed', '5');
    await demo.says(expected('run', states[2]).sentence());
    await demo.type('sigma', '2');
    await demo.says(expected('run', states[3]).sentence());
    for (const settings of [states[2]!, states[1]!, states[0]!]) {
      await visit.page.goBack();
      await demo.says(expected('run', settings).sentence());
    }
    for (const settings of states.slice(1)) {
      await visit.page.goForward();
      await demo.says(expected('run', settings).sentence());
    }
    await visit.page.reload();
    await (await demoOn(visit.page, 'run')).says(expected('run', states[3]).sentence());
    await visit.done();
  });

  it('holds the settings of several demos side by side', async () => {
    const visit = await open(`${ARTICLE}?from=mail&${expected('by-hand', { n: 7 }).query(5)}`);
    const byHand = await demoOn(visit.page, 'by-hand');
    await byHand.says(expected('by-hand', { n: 7 }).sentence(5));
    const run = await demoOn(visit.page, 'run');
    await run.type('n', '33');
    await run.says(expected('run', { n: 33 }).sentence());
    const address = visit.page.url();
    await visit.done();
    expect(new URL(address).searchParams.get('from')).toBe('mail');

    const again = await open(within(address));
    const both = [
      ['by-hand', expected('by-hand', { n: 7 }).sentence(5)],
      ['run', expected('run', { n: 33 }).sentence()],
      ['rare-events', expected('rare-events').sentence()],
    ] as const;
    for (const [id, sentence] of both) await (await demoOn(again.page, id)).says(sentence);
    await again.done();
  });

  it('can stand in a frame on somebody else’s page', async () => {
    const visit = await open(ARTICLE);
    const demo = await demoOn(visit.page, 'run');
    await demo.type('n', '20');
    await demo.seek(10);
    const run = expected('run', { n: 20 });
    await shared(demo, 'embed');
    await expect.poll(() => demo.part('embed').inputValue()).toMatch(/run\.n=20.*run\.at=10/);
    const code = await demo.part('embed').inputValue();
    // Without it no button of a frame from elsewhere may copy.
    expect(code).toContain(' allow="clipboard-write"');
    const elsewhere = await visit.page.context().newPage();
    await elsewhere.setContent(`<!doctype html><title>Course notes</title>${code}`);
    const frame = elsewhere.frameLocator('iframe');
    const now = frame.locator('collapse-demo#run[data-state=live] [data-role=now]');
    await expect.poll(() => now.innerText()).toBe(run.sentence(10));
    await frame.locator('[data-role=step]').click();
    await expect.poll(() => now.innerText()).toBe(run.sentence(11));
    await visit.done();
  });
});

describe('a link by a stranger', () => {
  const fresh = useDemo('run', {}, open);
  const long = 'x'.repeat(4_000);
  const hostile = [
    'run.n=<script>alert(1)</script>',
    'run.seed=<img src=x onerror=alert(1)>&run.n=x',
    'run.seed=%3Csvg%2Fonload%3Dalert(1)%3E&run.n=x',
    'run.seed="><script>alert(1)</script>&run.at=x',
    'run.seed=javascript:alert(1)&run.mu=javascript:alert(1)',
    'run.n=1e309',
    'run.n=-1e309',
    'run.n=-0',
    'run.n=0x10',
    'run.n=NaN',
    'run.n=Infinity',
    'run.n=1e-400',
    'run.n=',
    'run.n',
    'run.n=2.5',
    'run.n=200&run.n=300',
    'run.n=%F0%9F%98%80',
    'run.n=%E0%A4%A',
    'run.n=%zz%',
    'run.n=%00',
    'run.seed=%00',
    'run.seed=%E2%80%AE',
    'run.seed=abc%E2%80%AEfed&run.stream=keyed',
    `run.n=${long}`,
    `run.seed=${long}`,
    `run.${long}=1`,
    'run.mu=1e400',
    'run.mu=--1',
    'run.sigma=0',
    'run.sigma=-30',
    'run.sigma=1e-320',
    'run.generations=0',
    'run.generations=99999999999999999999',
    'run.generations=1,000',
    'run.estimator=__proto__',
    'run.estimator=constructor',
    'run.stream=toString',
    'run.seed=4294967295',
    'run.seed=-1',
    'run.seed=llama',
    'run.__proto__=1',
    'run.__proto__.n=1',
    'run.constructor=1',
    'run.prototype=1',
    'run.hasOwnProperty=1',
    'run.at=-1',
    'run.at=1e3',
    'run.at=9999',
    'run.at=<b>',
    'run.=1',
    Array.from({ length: 300 }, (_, i) => `run.k${i}=${i}`).join('&'),
  ];

  it('breaks nothing: legal settings, a note that says what was replaced, no markup of theirs', async () => {
    let demo = await fresh();
    for (const [i, query] of hostile.entries()) {
      // Some by loading the page, the others, as Back and Forward do, without: that is quicker.
      if (i % 7 === 0) demo = await fresh(query);
      else
        await demo.page.evaluate((search) => {
          history.replaceState(null, '', `?${search}`);
          dispatchEvent(new PopStateEvent('popstate'));
        }, query);
      const about = query.slice(0, 80);
      await demo.part('notes').locator('p').first().waitFor();
      const form = await demo.root
        .locator('form [name]')
        .evaluateAll((fields) =>
          (fields as HTMLInputElement[]).map(({ name, value }) => [name, value] as const),
        );
      for (const [name, value] of form) {
        const field = demos.get('run').fields.find((candidate) => candidate.name === name)!;
        expect(readField(field, value).note, `${about}: ${name} = ${value}`).toBeUndefined();
      }
      const run = expected('run', Object.fromEntries(form));
      await demo.says(run.sentence());
      const notes = await demo.notes();
      expect(notes.length, about).toBeLessThanOrEqual(8);
      for (const note of notes) expect(note.length, about).toBeLessThan(250);
      const foreign = await demo.page.evaluate(() => ({
        elements: document.querySelectorAll(
          'main :is(script:not([type=module]), img, b, svg[onload])',
        ).length,
        polluted: Object.keys(Object.prototype).length,
        sideways: document.documentElement.scrollWidth > document.documentElement.clientWidth,
      }));
      expect(foreign, about).toEqual({ elements: 0, polluted: 0, sideways: false });
      await demo.expectSound();
    }
  });

  it('changes nothing when it speaks of no demo', async () => {
    for (const query of ['n=5&seed=1', 'utm_source=x', 'runn.n=5', '%', '&&&=', 'run']) {
      const demo = await fresh(query);
      await demo.says(expected('run').sentence());
      expect(await demo.notes()).toEqual([]);
    }
  });

  it('to another generation is kept within the run', async () => {
    const demo = await fresh('run.at=0');
    await demo.says(expected('run').sentence(0));
    expect(await demo.notes()).toEqual([]);
    const beyond = await fresh('run.at=500');
    await beyond.says(expected('run').sentence(499));
    expect((await beyond.notes()).length).toBe(1);
  });
});
