import { parseHTML } from 'linkedom';
import type { Page } from 'playwright-core';
import type { Figure } from '../../src/components/charts/figure.ts';
import type { Demo } from '../../src/components/demos/shared/demo.ts';
import { shownWith } from '../../src/components/island/finish.ts';
import { shapeOf } from '../../src/components/island/shape.ts';
import { placesOf } from '../support/places.ts';
import { defaultSettings, type Settings } from '../../src/settings/fields.ts';

/** Of each ensemble. */
const RUNS = 40;

const { document } = parseHTML('<!doctype html><html><body></body></html>');

/** A drawing without its paths, which no label needs, and what a fault of it is called. */
export interface Labels {
  readonly about: string;
  readonly svg: string;
}

/** Phones of 320, 360 and 390 px, the widest phone's shape, and a phone on its side. */
const NARROW = [
  [288, 264],
  [328, 264],
  [358, 288],
  [560, 288],
  [404, 208],
] as const;

/** The most that a picture of one, two or three columns is wide on wide pages. */
const WIDEST = { one: 900, two: 460, pair: 590, three: 460, row: 384, four: 460 } as const;

/** The sizes in which the page shows one of a demo's pictures, as shape.css has them. */
function shownSizes(demo: Demo, index: number): (readonly [number, number])[] {
  const shape = shapeOf(demo);
  const { wide } = placesOf(shape, index);
  const most = shape === 'three' && index === 0 ? WIDEST.one : WIDEST[shape];
  return [...NARROW, [wide.width, wide.height], [most, wide.height]];
}

/** All pictures of a demo with these settings, at the sizes of the page and at some frames. */
export function drawLabels(demo: Demo, settings: Settings, name: string): Labels[] {
  // The labels of few runs are as wide as those of many, or wider.
  const few = { ...settings, ...('replicates' in settings && { replicates: RUNS }) };
  const result = shownWith(demo, demo.repair(few).settings);
  const last = demo.frames(result) - 1;
  const frames = [...new Set([0, Math.floor(last / 2), demo.openAt(result), last])];
  return demo.figures.flatMap((figure: Figure<typeof result>, index) =>
    shownSizes(demo, index).flatMap(([width, height]) =>
      (figure.redraws ? frames : [last]).map((frame) => ({
        about: `${demo.id} ${name}, ${figure.id} ${width} × ${height}, frame ${frame}`,
        svg: figure
          .draw(result, frame, { width, height, document, uid: 'test' })
          .svg.outerHTML.replace(/ d="[^"]*"/g, ''),
      })),
    ),
  );
}

/** Puts drawings, and nothing else, into a page of the site: its styles and faces apply. */
export const putLabels = (page: Page, labels: readonly Labels[]): Promise<void> =>
  page.evaluate(async (all) => {
    document.body.innerHTML = all
      .map(({ about, svg }) => `<div data-about="${about}">${svg}</div>`)
      .join('');
    await Promise.all(
      [400, 600].map((weight) => document.fonts.load(`${weight} 12px Interface`, 'aθ')),
    );
  }, labels);

/**
 * What is wrong with the words of the drawings in view: too small, over each other, out of the
 * picture or out of their cell. Boxes are those of the letters' ink, as the browser has them.
 */
export const labelFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const SMALLEST = 12;
    /** Pixels of the page by which ink may be beyond an edge, or over other ink. */
    const SLACK = 1;
    const pen = document.createElement('canvas').getContext('2d')!;

    function boxOf(text: SVGTextElement, svg: SVGSVGElement) {
      const style = getComputedStyle(text);
      pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      const ink = pen.measureText(text.textContent);
      const { x, width } = text.getBBox();
      const baseline = text.getStartPositionOfChar(0).y;
      const toPage = text.getScreenCTM()!;
      const { left, top } = svg.getBoundingClientRect();
      const [a, b] = [
        new DOMPoint(x, baseline - ink.actualBoundingBoxAscent).matrixTransform(toPage),
        new DOMPoint(x + width, baseline + ink.actualBoundingBoxDescent).matrixTransform(toPage),
      ];
      const sizes = [text, ...text.children].map((part) => getComputedStyle(part).fontSize);
      return {
        words: text.textContent,
        size: Math.min(...sizes.map(parseFloat)) * toPage.a,
        left: a.x - left,
        right: b.x - left,
        top: a.y - top,
        bottom: b.y - top,
        cell: text.closest('a')?.querySelector('rect')?.getBoundingClientRect(),
        pageLeft: a.x,
        pageRight: b.x,
      };
    }
    type Box = ReturnType<typeof boxOf>;
    const over = (a: Box, b: Box) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > SLACK &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > SLACK;

    return [...document.querySelectorAll<SVGSVGElement>('svg.plot')].flatMap((svg) => {
      const { width, height } = svg.getBoundingClientRect();
      if (width === 0) return [];
      const boxes = [...svg.querySelectorAll('text')]
        .filter((text) => text.textContent.trim() !== '')
        .map((text) => boxOf(text, svg));
      const faults = boxes.flatMap((box, i) => [
        ...(box.size < SMALLEST - 0.01 ? [`${box.size.toFixed(1)} px: “${box.words}”`] : []),
        ...Object.entries({
          left: -box.left,
          right: box.right - width,
          top: -box.top,
          bottom: box.bottom - height,
        }).flatMap(([edge, by]) =>
          by > SLACK ? [`${by.toFixed(1)} px out at the ${edge}: “${box.words}”`] : [],
        ),
        ...(box.cell && (box.pageLeft < box.cell.left || box.pageRight > box.cell.right)
          ? [`wider than its cell: “${box.words}”`]
          : []),
        ...boxes
          .slice(i + 1)
          .flatMap((other) => (over(box, other) ? [`“${box.words}” over “${other.words}”`] : [])),
      ]);
      const about =
        svg.closest('[data-about]')?.getAttribute('data-about') ??
        `${svg.closest('[data-figure]')?.getAttribute('data-figure')} ${width} × ${height}`;
      return faults.map((fault) => `${about}: ${fault}`);
    });
  });

/** Of numbers the largest that pictures have to hold, and the smallest runs that there are. */
const HARD: Readonly<Record<string, Settings>> = {
  large: { n: 10_000, generations: 5_000, sigma: 1_000, mu: -1_000, replicates: 100 },
  small: { n: 2, generations: 1, sigma: 0.001, mu: 0, replicates: 100 },
};

/** A demo's defaults, its presets, and settings that are hard to draw. */
export function settingsToDraw({ fields, presets }: Demo): (readonly [string, Settings])[] {
  const defaults = defaultSettings(fields);
  const within = (settings: Settings) =>
    Object.fromEntries(
      fields.flatMap((field) => {
        const value = settings[field.name];
        if (field.kind !== 'number' || value === undefined) return [];
        return [[field.name, Math.min(field.max, Math.max(field.min, Number(value)))]];
      }),
    );
  return [
    ['as it opens', defaults],
    ...presets.map(({ id, settings }) => [id, { ...defaults, ...settings }] as const),
    ...Object.entries(HARD).map(
      ([name, settings]) => [name, { ...defaults, ...within(settings) }] as const,
    ),
  ];
}
