import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import type { FileKind } from '../../src/components/island/download.ts';
import type { EnsembleConfig } from '../../src/lib/ensemble/types.ts';
import { fileName, type ProgramWriter, runLine } from '../../src/programs/index.ts';
import { programOf } from '../programs/languages.ts';
import type { RunConfig } from '../../src/lib/types.ts';
import type { Reader, Visit } from '../support/page.ts';
import { type DemoPage, demoOn, openData } from './demoPage.ts';

/** A file that a page handed over. */
interface Taken {
  readonly file: Download;
  readonly bytes: Buffer;
}

/** The cells of a line of CSV (RFC 4180) in which no line ends within quotes. */
function cellsOf(line: string): string[] {
  const found = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)];
  return found.map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '');
}

/** What belongs to a page, or is newer than SVG 1.1, in a file that others open. */
const NOT_FOR_FILES =
  /\s(class|style|role|tabindex|(xlink:)?href|(data|aria)-[\w-]+)=|<(style|script)\b|var\(|rgba|color\(|color-mix|oklch|transparent|currentColor|NaN|undefined/i;

/** The strokes of these marks, with all that makes them transparent. */
const strokesOf = (marks: Element[]) =>
  marks.map((mark) => {
    const { stroke, strokeOpacity } = getComputedStyle(mark);
    const [red, green, blue, alpha = 1] = (stroke.match(/[\d.]+/g) ?? []).map(Number);
    const opacity = alpha * Number(strokeOpacity);
    return stroke === 'none' || opacity === 0
      ? 'none'
      : `${red} ${green} ${blue} ${opacity.toFixed(2)}`;
  });

/** A demo on an open page from which files are taken home. */
export interface Files {
  readonly demo: DemoPage;
  clipboard(): Promise<string>;
  /** The name of a figure's CSV file and its cells, head first. */
  csv(figure: string): Promise<{ name: string; cells: string[][] }>;
  /** Fails unless a figure's SVG file stands by itself and says all of `words`; returns it. */
  expectSvg(figure: string, words: readonly string[]): Promise<string>;
  /**
   * Fails unless a figure's PNG file is as large as it should be, with something on it from top to
   * bottom.
   */
  expectPng(figure: string): Promise<void>;
  /**
   * Fails unless the program shown, downloaded and copied is the writer's for `config`; returns it.
   */
  expectProgram(writer: ProgramWriter, config: RunConfig | EnsembleConfig): Promise<string>;
}

/**
 * Opens the demo `id` at `address` for the tests of a file; it is ready when it says `sentence`.
 */
export function useFiles(
  open: (address: string, reader?: Reader) => Promise<Visit>,
  id: string,
  address: string,
  sentence: string,
): () => Files {
  let visit: Visit;
  let demo: DemoPage;
  let folder: string;
  let plain: Page;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'collapse-downloads-'));
    visit = await open(address, { permissions: ['clipboard-read', 'clipboard-write'] });
    demo = await demoOn(visit.page, id);
    await demo.says(sentence);
    // A page of nothing, without the site's styles and scripts: what a reader's own programs know.
    plain = await (await visit.page.context().browser()!.newContext()).newPage();
  });
  afterAll(async () => {
    await plain.context().close();
    await rm(folder, { recursive: true });
    await visit.done();
  });

  async function taken(start: () => Promise<void>): Promise<Taken> {
    const [file] = await Promise.all([visit.page.waitForEvent('download'), start()]);
    return { file, bytes: await readFile(await file.path()) };
  }

  async function download(figure: string, kind: FileKind): Promise<Taken> {
    await openData(demo.root, figure);
    const box = demo.root.locator(`[data-table="${figure}"]`);
    return taken(() => box.locator(`[data-download=${kind}]`).click());
  }

  const clipboard = () => visit.page.evaluate(() => navigator.clipboard.readText());

  return () => ({
    demo,
    clipboard,
    async csv(figure) {
      const { file, bytes } = await download(figure, 'csv');
      const lines = bytes
        .toString('utf8')
        .replace(/^\ufeff/, '')
        .split('\r\n');
      expect(lines.pop(), 'after the last line').toBe('');
      return { name: file.suggestedFilename(), cells: lines.map(cellsOf) };
    },
    async expectSvg(figure, words) {
      const { file, bytes } = await download(figure, 'svg');
      const text = bytes.toString('utf8');
      expect(file.suggestedFilename()).toMatch(new RegExp(`${figure}\\.svg$`));
      const markup = text.replace(/>[^<]*</g, '><');
      expect(markup).not.toMatch(NOT_FOR_FILES);
      for (const [, id] of markup.matchAll(/url\(#([^)]+)\)/g))
        expect(markup).toContain(`id="${id}"`);
      const path = join(folder, `${figure}.svg`);
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
          said: texts.map((element) => element.textContent).join(' '),
          outside: outside.map((element) => element.textContent),
        };
      });
      expect(opened).toMatchObject({ tag: 'svg', errors: 0, outside: [] });
      const legend = demo.figure(figure).locator('svg .legend text');
      for (const word of [...words, ...(await legend.allTextContents())])
        expect(opened.said).toContain(word);

      // The same colours as on the page, path by path, with nobody's style sheet.
      const shown = demo.figure(figure).locator('[data-role=plot] svg path');
      const strokes = await shown.evaluateAll(strokesOf);
      expect(await plain.locator('path').evaluateAll(strokesOf)).toEqual(strokes);
      return text;
    },
    async expectPng(figure) {
      const svg = (await download(figure, 'svg')).bytes.toString('utf8');
      const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg)!;
      const { file, bytes } = await download(figure, 'png');
      expect(file.suggestedFilename()).toMatch(new RegExp(`${figure}\\.png$`));
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
    },
    async expectProgram(writer, config) {
      const panel = demo.root.locator('details[data-panel=program]');
      await panel.evaluate((details) => details.setAttribute('open', ''));
      await demo.part('language').selectOption(writer.id);
      const text = await programOf(writer, config);
      await expect.poll(() => demo.part('program').textContent()).toBe(text);
      expect(await demo.part('how-to-run').innerText()).toBe(runLine(config, writer));
      const { file, bytes } = await taken(() => demo.part('save-program').click());
      expect(file.suggestedFilename()).toBe(fileName(config, writer));
      expect(bytes.toString('utf8')).toBe(text);
      await demo.part('copy-program').click();
      await expect.poll(clipboard).toBe(text);
      return text;
    },
  });
}
