import { parseHTML } from 'linkedom';
import { expect } from 'vitest';
import type { Drawing, Figure } from '../../src/components/charts/figure.ts';
import { captionText } from '../../src/components/island/caption.ts';
import type { Demo } from '../../src/components/demos/shared/demo.ts';
import type { JobName, JobResult } from '../../src/lib/jobs/index.ts';

export const { document } = parseHTML('<!doctype html><html><body></body></html>');

/** What stands in pictures, tables and sentences only by mistake. */
export const NO_NUMBER = /NaN|Infinity|undefined|null|∞|—/;

/** A number that a line may end after, and its sign begin the next. */
export const LOOSE_PERCENT = /\d %/;

/** Widths, and whether the picture is a still one. */
const VIEWS = [
  [240, false],
  [600, true],
  [1100, false],
] as const;

/** Fails if an attribute or a text of the drawing holds what is no number. */
function expectNumbers(svg: SVGSVGElement, about: string): void {
  // Looked at in one piece, since there are thousands; element by element only to say where.
  if (!NO_NUMBER.test(svg.outerHTML)) return;
  for (const element of [svg, ...svg.querySelectorAll('*')]) {
    for (const { name, value } of element.attributes)
      expect(value, `${about} <${element.tagName} ${name}>`).not.toMatch(NO_NUMBER);
  }
  expect(svg.textContent, about).not.toMatch(NO_NUMBER);
}

/**
 * Fails if a figure draws what is no number, at any width, or says what it is not. Returns the last
 * live drawing.
 */
export function expectSoundDrawings(
  figure: Figure<JobResult<JobName>>,
  result: JobResult<JobName>,
  frames: readonly number[],
  views: 'all' | 'one' = 'all',
): Drawing {
  let live: Drawing | undefined;
  for (const [width, still] of views === 'all' ? VIEWS : VIEWS.slice(0, 1)) {
    let drawing: Drawing | undefined;
    for (const frame of frames) {
      // As on the page: what only moves is drawn once.
      if (!drawing || figure.redraws)
        drawing = figure.draw(result, frame, { width, height: 320, document, uid: 'test', still });
      else figure.move?.(drawing, result, frame);
      expectNumbers(drawing.svg, figure.id);
    }
    // A drawing with links in it is no image.
    const { svg } = drawing!;
    expect(svg.getAttribute('role')).toBe(svg.querySelector('a') ? 'group' : 'img');
    expect(svg.querySelector('[style], style, script')).toBeNull();
    if (!still) live = drawing;
  }
  return live!;
}

/** Fails if a demo says what is no number, in sentences, captions and tables. */
export function expectSoundWords(
  demo: Demo,
  result: JobResult<JobName>,
  frames: readonly number[],
): void {
  for (const frame of frames) {
    const said = [
      demo.sentence(result, frame),
      demo.frameLabel(result, frame),
      captionText(demo, result),
    ];
    for (const figure of demo.figures) {
      said.push(figure.title(result), figure.name(result), figure.takeaway(result, frame));
      if (figure.reading) said.push(figure.reading(result, frame));
      const { columns, rows } = figure.table(result, frame);
      for (const row of rows) {
        if (row.length !== columns.length || NO_NUMBER.test(row.join()))
          expect(row.map(String), figure.id).toEqual(
            columns.map(() => expect.not.stringMatching(NO_NUMBER)),
          );
      }
    }
    for (const sentence of said) {
      expect(sentence).toMatch(/\S/);
      expect(sentence).not.toMatch(NO_NUMBER);
      expect(sentence, 'a line may end before the sign').not.toMatch(LOOSE_PERCENT);
    }
  }
}
