import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demos } from '../../src/components/demos/index.ts';
import { fileName, programs, runLine } from '../../src/lib/programs/index.ts';
import { valuesOf } from '../../src/lib/recursion.ts';
import { useBrowser, type Visit } from '../support/page.ts';
import { demoOn, type DemoPage, expected } from './demoPage.ts';

const CHANGES = { n: 70, generations: 90, seed: '99' };
const run = expected('run', CHANGES);
const FRAME = 41;

const open = useBrowser();
let visit: Visit;
let demo: DemoPage;
let folder: string;
let plain: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'collapse-downloads-'));
  visit = await open(`embed/run/?${run.query(FRAME)}`, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  demo = await demoOn(visit.page, 'run');
  await demo.part('now').getByText(run.sentence(FRAME)).waitFor();
  // A page of nothing, without the site's styles and scripts: what a reader's own programs know.
  plain = await (await visit.page.context().browser()!.newContext()).newPage();
});
afterAll(async () => {
  await plain.context().close();
  await rm(folder, { recursive: true });
  await visit.done();
});

async function taken(start: () => Promise<void>): Promise<{ file: Download; bytes: Buffer }> {
  const [file] = await Promise.all([visit.page.waitForEvent('download'), start()]);
  return { file, bytes: await readFile(await file.path()) };
}

async function download(figure: string, kind: 'csv' | 'svg' | 'png') {
  const box = demo.figure(figure);
  await box.locator('details').evaluate((details) => details.setAttribute('open', ''));
  return taken(() => box.locator(`[data-download=${kind}]`).click());
}

const FIGURES = demos.get('run').figures;

describe('a figure as CSV', () => {
  it('holds a header and every number of the engine to its last digit', async () => {
    const { file, bytes } = await download('parameters', 'csv');
    expect(file.suggestedFilename()).toMatch(/^[\w-]*run[\w-]*n70[\w-]*99[\w-]*parameters\.csv$/);
    const [head, ...rows] = bytes.toString('utf8').split('\r\n');
    expect(head).toBe('generation,mean,standard deviation');
    expect(rows.pop()).toBe('');
    const { mu, sigma } = run.result.fitted;
    expect(rows.map((row) => row.split(',').map(Number))).toEqual(
      [...mu!].map((mean, i) => [i + 1, mean, sigma![i]]),
    );
  });

  it('holds the values of the generation that is shown', async () => {
    const { bytes } = await download('generation', 'csv');
    const rows = bytes.toString('utf8').trimEnd().split('\r\n').slice(1);
    const { mu, sigma } = run.result.fitted;
    const model = { mu: mu![FRAME - 1]!, sigma: sigma![FRAME - 1]! };
    const values = valuesOf(run.result.config, FRAME + 1, model);
    expect(rows.map((row) => Number(row.split(',')[1]))).toEqual([...values]);
  });
});

describe.each(FIGURES.map(({ id }) => id))('the figure %s as a picture', (id) => {
  const figure = run.figure(id);

  it('is an SVG that stands by itself: title, caption and legend inside, colours written out', async () => {
    const { file, bytes } = await download(id, 'svg');
    const text = bytes.toString('utf8');
    expect(file.suggestedFilename()).toMatch(new RegExp(`${id}\\.svg$`));
    expect(text).not.toMatch(/var\(|class=|style=|NaN|undefined|currentColor|oklch|color-mix/i);

    const path = join(folder, `${id}.svg`);
    await writeFile(path, text);
    await plain.goto(pathToFileURL(path).href);
    const opened = await plain.evaluate(() => {
      const root = document.documentElement as unknown as SVGSVGElement;
      const texts = [...root.querySelectorAll('text')];
      const page = root.getBoundingClientRect();
      const outside = texts.filter((element) => {
        const box = element.getBoundingClientRect();
        const hidden = box.width === 0;
        return (
          !hidden && (box.left < -1 || box.right > page.width + 1 || box.bottom > page.height + 1)
        );
      });
      return {
        tag: root.tagName,
        errors: document.querySelectorAll('parsererror').length,
        size: [page.width, page.height],
        said: texts.map((element) => element.textContent).join(' '),
        outside: outside.map((element) => element.textContent),
        strokes: [...root.querySelectorAll('path')].map((path) => getComputedStyle(path).stroke),
      };
    });
    expect(opened).toMatchObject({ tag: 'svg', errors: 0, outside: [] });
    expect(opened.said).toContain(figure.title(run.result));
    expect(opened.said).toContain(figure.caption(run.result, FRAME));
    const legend = demo.figure(id).locator('svg .legend text');
    for (const label of await legend.allTextContents()) expect(opened.said).toContain(label);

    // The same colours as on the page, path by path, with nobody's style sheet.
    const shown = await demo
      .figure(id)
      .locator('[data-role=plot] svg path')
      .evaluateAll((paths) => paths.map((path) => getComputedStyle(path).stroke));
    expect(opened.strokes).toEqual(shown);
    expect(new Set(shown.filter((stroke) => stroke !== 'none')).size).toBeGreaterThan(1);
  });

  it('is a PNG of twice the size, with something on it', async () => {
    const svg = (await download(id, 'svg')).bytes.toString('utf8');
    const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg)!;
    const { file, bytes } = await download(id, 'png');
    expect(file.suggestedFilename()).toMatch(new RegExp(`${id}\\.png$`));
    expect(bytes.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
    expect(bytes.readUInt32BE(16)).toBe(2 * Number(width));
    expect(bytes.readUInt32BE(20)).toBe(2 * Number(height));
    await plain.goto('about:blank');
    const inked = await plain.evaluate(async (base64) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      // Ground: the colour of the corner. Rows by quarter: title, figure, caption all leave ink.
      const quarters = [0, 0, 0, 0];
      for (let i = 0; i < data.length; i += 4) {
        const differs = data[i] !== data[0] || data[i + 1] !== data[1] || data[i + 2] !== data[2];
        if (differs) quarters[Math.floor((4 * i) / data.length)]! += 1;
      }
      return { quarters, opaque: data[3] };
    }, bytes.toString('base64'));
    expect(inked.opaque).toBe(255);
    for (const ink of inked.quarters) expect(ink).toBeGreaterThan(200);
  });
});

describe('the program to take home', () => {
  const config = demos.get('run').config(run.settings)!;

  it.each(programs.all.map((writer) => [writer.label, writer] as const))(
    'is the one for the settings, to copy and to download: %s',
    async (_label, writer) => {
      const panel = demo.root.locator('details[data-panel=program]');
      await panel.evaluate((details) => details.setAttribute('open', ''));
      await demo.part('language').selectOption(writer.id);
      const text = writer.write(config);
      await expect.poll(() => demo.part('program').textContent()).toBe(text);
      for (const value of ['70', '90', '99']) expect(text).toMatch(new RegExp(`\\b${value}\\b`));
      expect(await demo.part('how-to-run').innerText()).toBe(runLine(config, writer));
      const { file, bytes } = await taken(() => demo.part('save-program').click());
      expect(file.suggestedFilename()).toBe(fileName(config, writer));
      expect(bytes.toString('utf8')).toBe(text);
      await demo.part('copy-program').click();
      await expect.poll(() => visit.page.evaluate(() => navigator.clipboard.readText())).toBe(text);
    },
  );

  it('follows the settings while its panel is open', async () => {
    await demo.type('n', '71');
    const writer = programs.get(await demo.part('language').inputValue());
    const changed = expected('run', { ...CHANGES, n: 71 });
    const text = writer.write(demos.get('run').config(changed.settings)!);
    await expect.poll(() => demo.part('program').textContent()).toBe(text);
    await demo.part('undo').click();
    await expect.poll(() => demo.part('program').textContent()).toBe(writer.write(config));
  });

  it('copies the seed as it stands in its box', async () => {
    await demo.part('copy-seed').click();
    await expect.poll(() => visit.page.evaluate(() => navigator.clipboard.readText())).toBe('99');
  });
});
