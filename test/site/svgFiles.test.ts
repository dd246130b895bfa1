import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demos } from '../../src/components/demos/index.ts';
import type { Settings } from '../../src/settings/fields.ts';
import { drawnByLibrsvg, librsvgIsHere } from '../support/librsvg.ts';
import { useBrowser } from '../support/page.ts';
import { expected } from './demoPage.ts';
import { useFiles } from './files.ts';

const open = useBrowser();
const compares = librsvgIsHere();

/** Settings under which a demo is there at once; its question is skipped. */
function cheap(id: string): Settings {
  const wanted: Settings = { n: 20, replicates: 100, generations: 80, guess: 'none' };
  return Object.fromEntries(
    demos.get(id).fields.flatMap((field) => {
      const value = wanted[field.name];
      if (value === undefined) return [];
      if (field.kind !== 'number') return [[field.name, value]];
      return [[field.name, Math.max(field.min, Math.min(field.max, Number(value)))]];
    }),
  );
}

/**
 * The largest difference between two pictures, of all squares of 8 by 8 pixels and of red, green
 * and blue, in levels of 255. A square's mean: two programs round the edge of a line differently.
 */
const difference = (page: Page, one: Buffer, other: Buffer): Promise<number> =>
  page.evaluate(
    async (pictures) => {
      const SIDE = 8;
      const drawn = await Promise.all(
        pictures.map(async (base64) => {
          const image = new Image();
          image.src = `data:image/png;base64,${base64}`;
          await image.decode();
          const canvas = document.createElement('canvas');
          [canvas.width, canvas.height] = [image.width, image.height];
          const context = canvas.getContext('2d')!;
          context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, image.width, image.height);
        }),
      );
      const [a, b] = drawn as [ImageData, ImageData];
      if (a.width !== b.width || a.height !== b.height) return Infinity;
      let most = 0;
      for (let top = 0; top + SIDE <= a.height; top += SIDE)
        for (let left = 0; left + SIDE <= a.width; left += SIDE)
          for (const channel of [0, 1, 2]) {
            let sum = 0;
            for (let y = top; y < top + SIDE; y++)
              for (let x = left; x < left + SIDE; x++) {
                const at = 4 * (y * a.width + x) + channel;
                sum += a.data[at]! - b.data[at]!;
              }
            most = Math.max(most, Math.abs(sum) / SIDE ** 2);
          }
      return most;
    },
    [one.toString('base64'), other.toString('base64')],
  );

/**
 * Half of what the softest band has between it and the paper, 37 levels, so that a band that is
 * solid, or gone, is found. Many thin lines over each other come to 15.
 */
const TOLERANCE = 18;

describe.each(demos.all.map(({ id }) => id))('the SVG files of %s', (id) => {
  const run = expected(id, cheap(id));
  const files = useFiles(open, id, `embed/${id}/?${run.query(run.opening)}`, run.sentence());
  let plain: Page | undefined;
  beforeAll(async () => {
    plain = await (await files().demo.page.context().browser()!.newContext()).newPage();
  });
  afterAll(async () => {
    await plain?.context().close();
  });

  it.each(demos.get(id).figures.map((figure) => figure.id))(
    'stand by themselves, and look in another program as they look in a browser: %s',
    async (figureId) => {
      const figure = run.figure(figureId);
      const svg = await files().expectSvg(figureId, [
        figure.title(run.result),
        run.fileCaption(figureId),
      ]);
      if (!compares || !plain) return;
      // Letters are another matter: each program has its own.
      const marks = svg.replace(/<text\b(?:[^>]*\/>|[^>]*>[\s\S]*?<\/text>)/g, '');
      const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(marks)!;
      await plain.setViewportSize({ width: Number(width), height: Number(height) });
      await plain.goto('about:blank');
      await plain.setContent(`<style>body{margin:0}svg{display:block}</style>${marks}`);
      const inBrowser = await plain.screenshot();
      expect(await difference(plain, inBrowser, drawnByLibrsvg(marks))).toBeLessThan(TOLERANCE);
    },
  );
});
