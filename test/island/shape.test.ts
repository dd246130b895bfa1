import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { demos } from '../../src/components/demos/index.ts';
import { shapeOf, type Shape } from '../../src/components/island/shape.ts';
import { placesOf } from '../support/places.ts';
import { ROOT } from '../support/root.ts';

const read = (path: string) => readFileSync(join(ROOT, 'src', path), 'utf8');
const css = read('components/island/shape.css');
const REM = 16;

/** The rules that set the height of pictures, in their order: selectors and height. */
const HEIGHTS = [...css.matchAll(/([^{};]+)\{\s*--height:\s*([^;]+);/g)].map(
  ([, selectors, height]) => [selectors!.split(',').map((one) => one.trim()), height!] as const,
);
/** Those for all shapes: on a phone, on wider pages, on a phone on its side. */
const GENERAL = HEIGHTS.filter(([[first]]) => !first!.includes('data-shape'));

/** What shape.css says of a picture on wider pages. */
function heightInCss(shape: Shape, index: number): string {
  const own = HEIGHTS.filter(([selectors]) =>
    selectors.some((selector) => selector.startsWith(`[data-shape='${shape}']`)),
  );
  const isFirst = ([selectors]: (typeof own)[number]) => selectors[0]!.includes(':first-child');
  const found = (index === 0 && own.find(isFirst)) || own.find((rule) => !isFirst(rule));
  return (found ?? GENERAL[1]!)[1];
}

/** In CSS pixels. */
const lengthOf = (length: string) => parseFloat(length) * (length.endsWith('rem') ? REM : 1);

/** The gap between pictures that stand side by side. */
const GAP = lengthOf(/--space-5:\s*([^;]+);/.exec(read('styles/tokens.css'))![1]!);
/** Widths from which on a demo is no phone's, and from which on three stand in a row. */
const [MIDDLE, WIDE] = ['37.5rem', '56rem'].map((least) => {
  expect(css).toContain(`@container demo (min-width: ${least})`);
  return lengthOf(least);
}) as [number, number];

const SHAPES = ['one', 'two', 'three', 'row', 'four'] as const;

/** A demo with so many pictures. */
const withPictures = (count: number, even = false) =>
  ({ id: 'made-up', figures: Array.from({ length: count }), even }) as never;

describe('the shape of a demo', () => {
  it('is one for each number of pictures, and a row for three that are compared', () => {
    expect([1, 2, 3, 4].map((count) => shapeOf(withPictures(count)))).toEqual([
      ...['one', 'two', 'three', 'four'],
    ]);
    expect([1, 2, 3, 4].map((count) => shapeOf(withPictures(count, true)))).toEqual([
      ...['one', 'two', 'row', 'four'],
    ]);
  });

  it.each([0, 5])('is none for %d pictures, and says so', (count) => {
    expect(() => shapeOf(withPictures(count))).toThrow(`made-up: no room for ${count} pictures`);
  });

  it.each(demos.all)('has a place for every picture: $id', (demo) => {
    const shape = shapeOf(demo);
    for (const index of demo.figures.keys()) {
      const { narrow, wide } = placesOf(shape, index);
      for (const { width, height } of [narrow, wide]) {
        expect(width).toBeGreaterThan(0);
        expect(height).toBeGreaterThan(0);
      }
    }
  });
});

describe('the drawings that a page comes with', () => {
  const wideOf = (shape: Shape, index = 0) => placesOf(shape, index).wide;

  it('are as high as shape.css leaves room for', () => {
    expect(HEIGHTS).toHaveLength(css.split('--height:').length - 1);
    expect(GENERAL).toHaveLength(3);
    for (const shape of SHAPES) {
      for (const index of [0, 1, 2, 3]) {
        const { narrow, wide } = placesOf(shape, index);
        expect(`${wide.height}px`, `${shape}, ${index}`).toBe(heightInCss(shape, index));
        // The least that a phone gives them.
        expect(GENERAL[0]![1].startsWith(`clamp(${narrow.height}px, `)).toBe(true);
      }
    }
  });

  it('are one size for a phone, whatever the shape, that fits a column of 288 pixels', () => {
    for (const shape of SHAPES) {
      for (const index of [0, 1, 2, 3]) {
        expect(placesOf(shape, index).narrow).toEqual(placesOf('one', 0).narrow);
        expect(placesOf(shape, index).narrow.width).toBeLessThanOrEqual(288);
      }
    }
  });

  it('fit side by side where a page is just wide enough for them', () => {
    const half = (MIDDLE - GAP) / 2;
    for (const shape of ['two', 'four', 'row'] as const)
      expect(wideOf(shape).width).toBeLessThanOrEqual(half);
    for (const index of [1, 2]) expect(wideOf('three', index).width).toBeLessThanOrEqual(half);
    for (const shape of ['one', 'three'] as const)
      expect(wideOf(shape).width).toBeLessThanOrEqual(MIDDLE);
    expect(wideOf('row').width).toBeLessThanOrEqual((WIDE - 2 * GAP) / 3);
  });

  it('show the first of three larger than the others', () => {
    expect(wideOf('three', 1)).toEqual(wideOf('three', 2));
    expect(wideOf('three').width).toBeGreaterThan(2 * wideOf('three', 1).width);
    expect(wideOf('three').height).toBeGreaterThan(wideOf('three', 1).height);
  });
});
