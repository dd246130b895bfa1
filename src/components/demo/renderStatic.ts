import { parseHTML } from 'linkedom';
import type { Figure } from './definition.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

/** One drawing made at build time. */
export interface StaticDrawing {
  readonly kind: 'narrow' | 'wide';
  readonly svg: string;
}

/**
 * The figure as SVG text for a phone and for a wide screen (a scaled drawing would shrink its text), so
 * that the page is complete before, and without, JavaScript.
 */
export function renderStatic<Result>(
  figure: Figure<Result>,
  result: Result,
  frame: number,
  uid: string,
): StaticDrawing[] {
  return (['narrow', 'wide'] as const).map((kind, index) => {
    const width = figure.staticWidths[index]!;
    const view = { width, document, uid: `${uid}-${kind}`, still: true };
    return { kind, svg: figure.draw(result, frame, view).outerHTML };
  });
}
