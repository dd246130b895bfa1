import { describe, expect, it } from 'vitest';
import { useBrowser, type Visit } from '../support/page.ts';
import { type DemoPage, demoOn, expected } from './demoPage.ts';

const open = useBrowser();
const ADDRESS = 'embed/by-hand/';

const openAll = (demo: DemoPage) =>
  demo.root.evaluate((root) => {
    for (const details of root.querySelectorAll('details')) details.open = true;
  });

/** What a press has come to: said in sight, within a few lines of the control, and aloud. */
async function told(demo: DemoPage, control: string): Promise<string> {
  const button = demo.root.locator(control).first();
  await button.click();
  await demo.part('told').waitFor();
  const distance = await button.evaluate((element) => {
    const sentence = element.closest('collapse-demo')!.querySelector('[data-role=told]')!;
    return sentence.getBoundingClientRect().top - element.getBoundingClientRect().bottom;
  });
  expect(distance).toBeGreaterThanOrEqual(0);
  expect(distance).toBeLessThan(80);
  const text = await demo.part('told').innerText();
  expect(await demo.part('announce').textContent()).toBe(text);
  return text;
}

/**
 * A demo whose late code does not arrive; the browser complains of that, and so do the guards of a
 * visit.
 */
async function withoutLateCode(): Promise<{ visit: Visit; demo: DemoPage }> {
  const visit = await open(ADDRESS);
  const demo = await demoOn(visit.page, 'by-hand');
  await demo.says(expected('by-hand').sentence());
  await visit.page.route(/\.js(\?|$)/, (route) => route.abort());
  await openAll(demo);
  return { visit, demo };
}

describe('code that is loaded late and does not arrive', () => {
  it.each(['csv', 'svg', 'png'])('is told beside the button of the file: %s', async (kind) => {
    const { visit, demo } = await withoutLateCode();
    expect(await told(demo, `[data-download=${kind}]`)).toBe(
      'The code for this could not be loaded. Reload the page and try again.',
    );
    await visit.page.context().close();
  });

  it.each(['copy-program', 'save-program'])(
    'is told beside the buttons of the program: %s',
    async (role) => {
      const { visit, demo } = await withoutLateCode();
      expect(await told(demo, `[data-role=${role}]`)).toContain('Reload the page');
      await visit.page.context().close();
    },
  );

  it('is told where the program should be, before any button is pressed', async () => {
    const { visit, demo } = await withoutLateCode();
    await expect.poll(() => demo.part('told').innerText()).toContain('Reload the page');
    expect(await demo.part('told').isVisible()).toBe(true);
    await visit.page.context().close();
  });
});

it('says beside the button where the browser refuses to copy, and what to do', async () => {
  const visit = await open(ADDRESS, {
    script: 'navigator.clipboard.writeText = () => Promise.reject(new Error("denied"));',
  });
  const demo = await demoOn(visit.page, 'by-hand');
  await openAll(demo);
  await expect.poll(() => demo.part('program').textContent()).not.toBe('');
  for (const role of ['copy-link', 'copy-embed', 'copy-seed', 'copy-program'])
    expect(await told(demo, `[data-role=${role}]`)).toContain('select the text');
  await visit.done();
});

it('shows beside the button that the seed was copied', async () => {
  const visit = await open(ADDRESS, { permissions: ['clipboard-read', 'clipboard-write'] });
  const demo = await demoOn(visit.page, 'by-hand');
  await openAll(demo);
  expect(await told(demo, '[data-role=copy-seed]')).toBe('Seed copied.');
  await visit.done();
});

it('forgets what came of a press when something else is asked for', async () => {
  const { visit, demo } = await withoutLateCode();
  await told(demo, '[data-download=csv]');
  // An open program would be written anew, and its code does not arrive either.
  await demo.root.evaluate((root) => {
    for (const panel of root.querySelectorAll<HTMLDetailsElement>('[data-panel]'))
      panel.open = false;
  });
  await demo.type('n', '12');
  await demo.says(expected('by-hand', { n: 12 }).sentence());
  expect(await demo.part('told').count()).toBe(0);
  expect(await demo.part('trouble').isVisible()).toBe(false);
  await visit.page.context().close();
});

describe('a frame on somebody else’s page', () => {
  it('leads to its very run on the site, and says where a file is to be had that does not arrive', async () => {
    const visit = await open('404.html', { status: 200 });
    const { page } = visit;
    const { query } = expected('by-hand', { n: 7 });
    const address = new URL(`${ADDRESS}?${query(5)}`, page.url()).href;
    await page.setContent(
      `<iframe sandbox="allow-scripts allow-same-origin" width="1000" height="1500" src="${address}"></iframe>`,
    );
    const frame = page.frameLocator('iframe');
    await frame.locator('collapse-demo[data-state=live]').waitFor();
    const link = frame.locator('.embed-footer a');
    await expect.poll(() => link.getAttribute('href')).toContain(query(5));
    expect(await link.getAttribute('href')).toMatch(/#by-hand$/);
    await frame.locator('[data-role=step]').click();
    await expect.poll(() => link.getAttribute('href')).toContain(query(6));
    await frame.locator('[data-role=data] summary').first().click();
    await frame.locator('[data-download=csv]').first().click();
    await expect.poll(() => frame.locator('[data-role=told]').innerText()).toMatch(/^No file\?/);
    await visit.page.context().close();
  });
});

describe('a program of runs that are compared', () => {
  it('is of the one that the reader chooses, and says which', async () => {
    const visit = await open('embed/edge-pair/');
    const demo = await demoOn(visit.page, 'edge-pair');
    await demo.root.locator('[data-panel=program] summary').click();
    await expect.poll(() => demo.part('program').textContent()).not.toBe('');
    const menu = demo.part('member');
    expect(await menu.locator('option').allTextContents()).toHaveLength(2);
    const first = await demo.part('program').textContent();
    await menu.selectOption({ index: 1 });
    await expect.poll(() => demo.part('program').textContent()).not.toBe(first);
    expect(await demo.part('program-of').textContent()).toBe('This run');
    // The choice outlives a change of settings.
    await demo.type('seed', 'other');
    await expect.poll(() => demo.part('program').textContent()).toContain('other');
    expect(await menu.evaluate((select: HTMLSelectElement) => select.selectedIndex)).toBe(1);
    await visit.done();
  });

  it('is missing where a language has none, with a sentence in its place that fits', async () => {
    const visit = await open('embed/compare/?compare.afamily=normal-d');
    const demo = await demoOn(visit.page, 'compare');
    await demo.root.locator('[data-panel=program] summary').click();
    const missing = demo.part('no-program');
    await demo.part('language').selectOption('r');
    await expect.poll(() => missing.innerText()).toMatch(/^No program in R for these settings: /);
    const its = ['copy-program', 'save-program', 'how-to-run', 'program'];
    for (const role of its) expect(await demo.part(role).isVisible(), role).toBe(false);
    expect(await missing.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
    await demo.part('language').selectOption('typescript');
    for (const role of its) await demo.part(role).waitFor();
    expect(await missing.isVisible()).toBe(false);
    await visit.done();
  });

  it('is without a choice where nothing is compared', async () => {
    const visit = await open('embed/run/');
    const demo = await demoOn(visit.page, 'run');
    await demo.root.locator('[data-panel=program] summary').click();
    await expect.poll(() => demo.part('program').textContent()).not.toBe('');
    expect(await demo.part('members').isVisible()).toBe(false);
    expect(await demo.part('program-of').textContent()).toBe('Your settings');
    await visit.done();
  });
});
