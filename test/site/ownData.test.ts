import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fitAll } from '../../src/lib/fitAll.ts';
import { eventually, useBrowser, type Visit } from '../support/page.ts';

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
    await page.locator('own-data button[type=submit]').click();
  };

  beforeAll(async () => {
    visit = await open(ARTICLE);
    ({ page } = visit);
    await page.locator('own-data').scrollIntoViewIfNeeded();
    // The box wakes up when it comes near the view; until then its buttons do nothing.
    await eventually(page, async () => {
      await part('example').click();
      return part('outcome').isVisible();
    });
  });
  afterAll(async () => {
    await visit.done();
  });

  it('fits a pasted column by every method, as the engine does', async () => {
    await fit(`price\n${SKEWED.join('\n')}\n`);
    await part('outcome').waitFor();
    expect(await problems()).toEqual([]);
    const answers = fitAll('lognormal3', Float64Array.from(SKEWED));
    const found = await rows();
    expect(found.map(([method]) => method)).toEqual(
      answers.map(({ estimator }) => estimator.label),
    );
    const [mle] = answers;
    if (!mle?.fit.ok) throw new Error('the engine has no fit');
    expect(Number(found[0]![1]!.split(' ')[0]!.replace('−', '-'))).toBeCloseTo(
      mle.fit.params.threshold!,
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

  it('opens a file of 100,000 numbers and stays at hand', async () => {
    const lines = Array.from({ length: 100_001 }, (_, i) => 1 + (i % 997) ** 2 / 1000);
    await part('file').setInputFiles({
      name: 'numbers.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(lines.join('\n')),
    });
    await expect
      .poll(problems, { timeout: 60_000 })
      .toEqual(['Only the first 100,000 of 100,001 values are used.']);
    expect(await part('caption').innerText()).toMatch(/^100,000 values/);
  });

  it('takes an example, and hands over its table as a file', async () => {
    await part('example').click();
    await expect.poll(() => part('caption').innerText()).toMatch(/^200 values/);
    const [file] = await Promise.all([page.waitForEvent('download'), part('csv').click()]);
    expect(file.suggestedFilename()).toBe('lognormal-fits.csv');
  });
});
