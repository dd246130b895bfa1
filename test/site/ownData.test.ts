import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fitAll } from '../../src/lib/fitAll.ts';
import { useBrowser, type Visit } from '../support/page.ts';
import { paramsOf } from '../support/models.ts';

const ARTICLE = 'a-model-with-an-edge/';
const open = useBrowser();

/** Skewed to the right, so that most methods have an answer. */
const SKEWED = [1.2, 1.4, 1.5, 1.9, 2.0, 2.2, 2.9, 3.3, 4.8, 9.1];

describe('the box for the reader’s own numbers', () => {
  let visit: Visit;
  let page: Page;
  const part = (role: string) => page.locator(`own-data [data-role="${role}"]`);
  const problems = () => part('problems').locator('p').allInnerTexts();
  const rows = () =>
    part('table')
      .locator('tbody tr')
      .evaluateAll((all) =>
        all.map((row) => [...(row as HTMLTableRowElement).cells].map((cell) => cell.innerText)),
      );
  /** As a reader does it: the text is put into the box, then Fit is pressed. */
  const fit = async (text: string) => {
    await part('text').fill(text);
    await part('fit').click();
  };

  beforeAll(async () => {
    visit = await open(ARTICLE);
    ({ page } = visit);
    await page.locator('own-data').scrollIntoViewIfNeeded();
  });
  afterAll(async () => {
    await visit.done();
  });

  it('fits a pasted column by every method, as the engine does', async () => {
    await fit(`price\n${SKEWED.join('\n')}\n`);
    await part('outcome').waitFor();
    await expect.poll(problems).toEqual(['The first line, “price”, is taken as a heading.']);
    const answers = fitAll('lognormal3', Float64Array.from(SKEWED));
    const found = await rows();
    expect(found.map(([method]) => method)).toEqual(
      answers.map(({ estimator }) => estimator.label),
    );
    const [mle] = answers;
    if (!mle?.fit.ok) throw new Error('the engine has no fit');
    expect(Number(found[0]![1]!.split(' ')[0]!.replace('−', '-'))).toBeCloseTo(
      paramsOf(mle.fit).threshold!,
      1,
    );
    expect(await part('plot').locator('svg[role=img]').count()).toBe(1);
    await visit.expectAccessible('own data, fitted');
  });

  it('names the line of every bad cell, leaves it out and goes on', async () => {
    await fit('1\n2\nthree\n4 5 6\n7;8\n9\n12\n30\n');
    await expect
      .poll(problems)
      .toEqual([
        'Left out, line 3: not a number: three.',
        'Left out, line 5: more than one column: 7;8.',
      ]);
    expect(await part('caption').innerText()).toMatch(/^8 values from 1 to 30/);
  });

  it('says what is missing where there is too little, and shows no old answer', async () => {
    await fit('1\n2\n');
    await expect
      .poll(problems)
      .toEqual(['Three numbers at least are needed: paste them above, one a line.']);
    expect(await part('outcome').isVisible()).toBe(false);
    await fit('');
    await expect.poll(problems).toHaveLength(1);
  });

  it('never shows what is no number, whatever is pasted', async () => {
    const nonsense = [
      'NaN\nInfinity\n-Infinity\n1e400\n1\n2\n3\n',
      '5\n5\n5\n5\n',
      '1e308\n-1e308\n1e307\n0\n',
      '1e-320\n2e-320\n5e-320\n9e-320\n',
      `${'<img src=x onerror=alert(1)>\n'.repeat(20)}1\n2\n9\n`,
      '3\n2\n1\n0\n-1\n-2\n-9\n',
    ];
    for (const text of nonsense) {
      await fit(text);
      const seen = await page.locator('own-data').evaluate((element) => {
        const copy = element.cloneNode(true) as HTMLElement;
        copy.querySelector('textarea')?.remove();
        return copy.outerHTML;
      });
      expect(seen, text).not.toMatch(/NaN|undefined|Infinity|∞|\[object/);
      expect(seen, text).not.toMatch(/<img/);
    }
  });

  it('asks for a column where the text is a table, and says what it reads', async () => {
    await fit(
      `id;height\n${SKEWED.map((x, i) => `${i + 1};${String(x).replace('.', ',')}`).join('\n')}`,
    );
    await expect
      .poll(problems)
      .toEqual([
        'The first line, “id;height”, is taken as a heading.',
        'Of 2 columns only column 2, “height”, is read. The first only counts the lines.',
        'Commas are read as decimal commas: 1,2 is 1.2.',
      ]);
    expect(await part('caption').innerText()).toMatch(/^10 values from 1\.20 to 9\.10/);
    expect(await part('column').locator('option').allInnerTexts()).toEqual([
      'column 1: id',
      'column 2: height',
      'all columns',
    ]);
    await visit.expectAccessible('own data, a table');
    await part('column').selectOption('1');
    await expect.poll(() => part('caption').innerText()).toMatch(/^10 values from 1 to 10/);
    await fit('1 2 4 9');
    await expect.poll(() => part('caption').innerText()).toMatch(/^4 values/);
    expect(await part('column').isVisible()).toBe(false);
  });

  it('reads no number out of what may be one or two, and says how to write it', async () => {
    await fit('1\u00a0234\n5\u00a0678\n1\u00a0005\n2\u00a0000\n');
    await expect.poll(async () => (await problems()).length).toBe(5);
    expect((await problems())[0]).toMatch(/one number or several\? Write it without separators/);
    expect(await part('outcome').isVisible()).toBe(false);
  });

  it('opens a file of a million numbers, reads the first 100,000 and says so', async () => {
    const lines = Array.from({ length: 1_000_000 }, (_, i) => 1 + (i % 997) ** 2 / 1000);
    await part('file').setInputFiles({
      name: 'numbers.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(lines.join('\n')),
    });
    await expect
      .poll(problems, { timeout: 60_000 })
      .toEqual(['Only the first 100,000 cells are read: there are more.']);
    expect(await part('caption').innerText()).toMatch(/^100,000 values/);
    expect(await part('text').getAttribute('placeholder')).toContain('numbers.csv');
  });

  it('opens a file again that was edited meanwhile, in UTF-16 too', async () => {
    const open = (text: string) =>
      part('file').setInputFiles({
        name: 'edited.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from(`\uFEFF${text}`, 'utf16le'),
      });
    await open(SKEWED.join('\r\n'));
    await expect.poll(() => part('caption').innerText()).toMatch(/^10 values/);
    // A browser says nothing of the same file, unless the choice was cleared.
    expect(await part('file').inputValue()).toBe('');
    await open([...SKEWED, 12].join('\r\n'));
    await expect.poll(() => part('caption').innerText()).toMatch(/^11 values from 1\.20 to 12/);
  });

  it('says of a file that is no text what it is', async () => {
    await part('file').setInputFiles({
      name: 'sheet.xlsx',
      mimeType: 'application/zip',
      buffer: Buffer.from([0x50, 0x4b, 3, 4, 0, 0]),
    });
    await expect
      .poll(problems)
      .toEqual(['sheet.xlsx is not a text file: save the numbers as text or CSV first.']);
  });

  it('takes an example, and hands over its table as a file', async () => {
    await part('example').click();
    await expect.poll(() => part('caption').innerText()).toMatch(/^200 values/);
    const [file] = await Promise.all([page.waitForEvent('download'), part('csv').click()]);
    expect(file.suggestedFilename()).toBe('lognormal-fits.csv');
  });
});

describe('the box whose code is late, or never comes', () => {
  const CODE = /\/ownData\.[^/]*\.js$/;

  /** The code comes when what is returned is called. */
  async function holdBack(page: Page): Promise<() => void> {
    let release = () => {};
    const late = new Promise<void>((resolve) => (release = resolve));
    await page.route(CODE, async (route) => {
      await late;
      await route.continue();
    });
    return () => release();
  }

  it('does what was asked for once the code is there', async () => {
    const { page, done } = await open(ARTICLE);
    const release = await holdBack(page);
    const part = (role: string) => page.locator(`own-data [data-role="${role}"]`);
    await part('text').fill(SKEWED.join('\n'));
    await part('fit').click();
    await expect.poll(() => part('problems').innerText()).toBe('Loading …');
    expect(await part('text').inputValue()).toBe(SKEWED.join('\n'));
    release();
    await expect.poll(() => part('caption').innerText()).toMatch(/^10 values/);
    await done();
  });

  it('opens a file that was chosen meanwhile', async () => {
    const { page, done } = await open(ARTICLE);
    const release = await holdBack(page);
    const part = (role: string) => page.locator(`own-data [data-role="${role}"]`);
    await part('file').setInputFiles({
      name: 'a.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(SKEWED.join('\n')),
    });
    await expect.poll(() => part('problems').innerText()).toBe('Loading …');
    release();
    await expect.poll(() => part('caption').innerText()).toMatch(/^10 values/);
    await done();
  });

  it('says so beside the box, and keeps the numbers while the page is loaded again', async () => {
    const visit = await open(ARTICLE);
    const { page } = visit;
    await page.route(CODE, (route) => route.abort());
    const part = (role: string) => page.locator(`own-data [data-role="${role}"]`);
    await part('text').fill(SKEWED.join('\n'));
    await part('fit').click();
    await expect
      .poll(() => part('problems').innerText())
      .toBe(
        'This part of the page could not be loaded: reload the page to try again. Your numbers stay in the box.',
      );
    expect(await part('text').inputValue()).toBe(SKEWED.join('\n'));
    await part('text').fill([...SKEWED, 12].join('\n'));
    await page.unroute(CODE);
    await page.reload();
    expect(await part('text').inputValue()).toBe([...SKEWED, 12].join('\n'));
    await part('fit').click();
    await expect.poll(() => part('caption').innerText()).toMatch(/^11 values/);
    expect(visit.complaints.every((text) => /ERR_FAILED/.test(text))).toBe(true);
    await page.context().close();
  });
});
