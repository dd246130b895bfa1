import { describe, expect, it } from 'vitest';
import { shownWith } from '../../src/components/island/finish.ts';
import { demos } from '../../src/components/demos/index.ts';
import { defaultSettings } from '../../src/settings/fields.ts';
import { textBoxes, type TextBox } from './textBoxes.ts';
import { document } from './sound.ts';

/**
 * Widths of pictures, in pixels: phones of 320 and 360, columns of an article in thirds, halves and
 * whole, the lab.
 */
const WIDTHS = [258, 288, 328, 338, 406, 474, 612, 848, 1100];

/**
 * Pixels by which letters may come near each other, or the edge: the em box is larger than what is
 * drawn.
 */
const SLACK = 1.5;

const overlap = (a: TextBox, b: TextBox) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > SLACK &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > SLACK;

/** What is wrong with the words of a drawing so wide. */
function faultsOf(boxes: readonly TextBox[], width: number): string[] {
  const out = boxes
    .filter(({ left, right }) => left < -SLACK || right > width + SLACK)
    .map(({ text, left, right }) => `cut: “${text}” ${Math.round(left)}…${Math.round(right)}`);
  const over = boxes.flatMap((a, i) =>
    boxes.slice(i + 1).flatMap((b) => (overlap(a, b) ? [`“${a.text}” over “${b.text}”`] : [])),
  );
  return [...out, ...over];
}

describe.each(demos.all)('the words in the pictures of $id', (demo) => {
  const result = shownWith(demo, defaultSettings(demo.fields));
  const last = demo.frames(result) - 1;
  const frames = [...new Set([0, Math.floor(last / 2), demo.openAt(result), last])];

  it.each(demo.figures)('neither overlap nor are cut: $id', (figure) => {
    const faults = WIDTHS.flatMap((width) =>
      (figure.redraws ? frames : [frames[0]!]).flatMap((frame) => {
        const svg = figure.draw(result, frame, { width, height: 320, document, uid: 'test' }).svg;
        return faultsOf(textBoxes(svg), width).map((fault) => `${width} px, ${frame}: ${fault}`);
      }),
    );
    expect(faults).toEqual([]);
  });
});
