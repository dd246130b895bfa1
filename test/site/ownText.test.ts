import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { readText } from '../../src/lib/sources/text.ts';
import { demoOn, type DemoPage } from './demoPage.ts';
import { useBrowser, type Visit } from '../support/page.ts';

const open = useBrowser();
const SMALL = 'book.n=60&book.generations=3&book.replicates=10';

describe('a text of the reader’s own in the book', () => {
  let visit: Visit;
  let page: Page;
  let demo: DemoPage;
  const box = () => page.locator('textarea[name=own]');
  const paste = async (text: string) => {
    await box().fill(text);
    await page.getByRole('button', { name: 'Read it' }).click();
  };
  const restart = () => demo.part('scrub').fill('0');

  beforeAll(async () => {
    visit = await open(`embed/book/?${SMALL}`);
    ({ page } = visit);
    demo = await demoOn(page, 'book');
  });
  afterAll(() => visit.done());

  it('is asked for where it is chosen, and until then the first text stands', async () => {
    expect(await box().isVisible()).toBe(false);
    await page.locator('select[name=text]').selectOption('own');
    await box().waitFor();
    await expect.poll(() => demo.notes()).toContainEqual(expect.stringMatching(/^Paste your text/));
    await expect.poll(() => demo.part('now').innerText()).toContain('alive in generation');
    await visit.expectAccessible('a box for a text');
  });

  it.each([
    ['English', 'The quick brown fox jumps over the lazy dog, and the dog sleeps.'],
    ['mark-up', '<script>document.title = "hit"</script> <img src=x onerror=alert(1)> one two'],
    ['Arabic and accents', 'كِتَاب قلم كِتَاب Été déjà été'],
    ['one word again and again', 'whale '.repeat(5_000)],
    ['lines of Windows and a byte order mark', '\uFEFFone two\r\nthree\r\ntwo one'],
  ])('is read as the engine reads it: %s', async (_, text) => {
    const title = await page.title();
    await paste(text);
    await restart();
    const types = readText(text).names.length;
    const said = `The text has ${types} different word${types === 1 ? '' : 's'}.`;
    await expect.poll(() => demo.part('now').innerText()).toContain(said);
    expect(await page.title()).toBe(title);
    await demo.expectSound();
  });

  it('is in no link', async () => {
    await paste('a private sentence, a private word');
    await restart();
    await expect.poll(() => demo.part('now').innerText()).toContain('The text has 4 different');
    expect(page.url()).not.toContain('private');
    await page.locator('[data-panel=share] summary').click();
    expect(await demo.part('link').inputValue()).not.toContain('private');
    expect(await demo.part('left-out').isVisible()).toBe(true);
    await page.locator('[data-panel=share] summary').click();
  });

  it.each([
    ['nothing but emoji', '🐋🐳 👩‍🚀', 'fewer than two words'],
    ['a single word', 'whale', 'fewer than two words'],
  ])('says why another stands where it has nothing to copy: %s', async (_, text, why) => {
    await paste(text);
    await expect.poll(() => demo.notes()).toContainEqual(expect.stringContaining(why));
    await demo.expectSound();
  });

  it('comes from a file, and a file that is no text leaves all as it was', async () => {
    const file = page.locator('input[data-file=own]');
    await file.setInputFiles({
      name: 'mine.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('red green blue red'),
    });
    await restart();
    await expect.poll(() => demo.part('now').innerText()).toContain('The text has 3 different');
    expect(await box().inputValue()).toBe('red green blue red');
    await file.setInputFiles({
      name: 'mine.bin',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from([0, 1, 2, 0, 255]),
    });
    await expect
      .poll(() => demo.notes())
      .toContainEqual('mine.bin is not a text file: what was there before stays.');
    expect(await box().inputValue()).toBe('red green blue red');
  });

  it('of five million letters is cut, and it says so', async () => {
    await page.locator('input[data-file=own]').setInputFiles({
      name: 'long.txt',
      mimeType: 'text/plain',
      buffer: Buffer.alloc(5e6, 'sea '),
    });
    await expect
      .poll(() => demo.notes(), { timeout: 20_000 })
      .toContainEqual('Your own text: only the first 500,000 characters are read.');
    await restart();
    await expect
      .poll(() => demo.part('now').innerText())
      .toContain('The text has 1 different word.');
  });
});
