import { describe, expect, it } from 'vitest';
import { shownWith } from '../../src/components/island/finish.ts';
import { demos } from '../../src/components/demos/index.ts';
import { defaultSettings } from '../../src/settings/fields.ts';
import type { Demo } from '../../src/components/demos/shared/demo.ts';
import { shapeOf } from '../../src/components/island/shape.ts';
import { placesOf } from '../support/places.ts';
import { textBoxes, type TextBox } from './textBoxes.ts';
import { document } from './sound.ts';

/**
 * Widths of pictures, in pixels: three in a row, phones of 320 and 360, columns of an article in
 * halves and whole, the lab.
 */
const WIDTHS = [280, 288, 328, 338, 406, 474, 612, 848, 1100];

/** Of a container, below which a demo is that of a phone: 37.5rem in shape.css. */
const PHONE = 600;

/** The picture beside the controls of a phone of 360 pixels on its side. */
const ON_ITS_SIDE = { width: 406, height: 248 };

/** The sizes that a picture has at these widths: as high as on a phone, and as on wider pages. */
function viewsOf(demo: Demo, index: number) {
  const { narrow, wide } = placesOf(shapeOf(demo), index);
  return [
    ...WIDTHS.filter((width) => width >= narrow.width && width < PHONE).map((width) => ({
      ...narrow,
      width,
    })),
    ...WIDTHS.filter((width) => width >= wide.width).map((width) => ({ ...wide, width })),
    ON_ITS_SIDE,
  ];
}

/**
 * Pixels by which letters may come near each other, or the edge: the em box is larger than what is
 * drawn.
 */
const SLACK = 1.5;

const overlap = (a: TextBox, b: TextBox) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > SLACK &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > SLACK;

type Size = ReturnType<typeof viewsOf>[number];

/** What is wrong with the words of a drawing of this size. */
function faultsOf(boxes: readonly TextBox[], { width, height }: Size): string[] {
  const out = boxes
    .filter(({ left, right }) => left < -SLACK || right > width + SLACK)
    .map(({ text, left, right }) => `cut: “${text}” ${Math.round(left)}…${Math.round(right)}`);
  const beyond = boxes
    .filter(({ top, bottom }) => top < -SLACK || bottom > height + SLACK)
    .map(
      ({ text, top, bottom }) => `cut: “${text}” ${Math.round(top)}…${Math.round(bottom)}, upright`,
    );
  const over = boxes.flatMap((a, i) =>
    boxes.slice(i + 1).flatMap((b) => (overlap(a, b) ? [`“${a.text}” over “${b.text}”`] : [])),
  );
  return [...out, ...beyond, ...over];
}

describe.each(demos.all)('the words in the pictures of $id', (demo) => {
  const result = shownWith(demo, defaultSettings(demo.fields));
  const last = demo.frames(result) - 1;
  const frames = [...new Set([0, Math.floor(last / 2), demo.openAt(result), last])];

  it.each(demo.figures)('neither overlap nor are cut: $id', (figure) => {
    const views = viewsOf(demo, demo.figures.indexOf(figure));
    const faults = views.flatMap(({ width, height }) =>
      (figure.redraws ? frames : [frames[0]!]).flatMap((frame) => {
        const svg = figure.draw(result, frame, { width, height, document, uid: 'test' }).svg;
        return faultsOf(textBoxes(svg), { width, height }).map(
          (fault) => `${width} × ${height} px, ${frame}: ${fault}`,
        );
      }),
    );
    expect(faults).toEqual([]);
  });
});
