import { parseHTML } from 'linkedom';
import type { Figure } from '../charts/figure.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

/** One drawing made at build time. */
export interface StaticDrawing {
  readonly kind: string;
  readonly svg: string;
}

/**
 * The figure as SVG text in each size (a scaled drawing would shrink its text), so that the page is
 * complete before, and without, JavaScript.
 */
export function renderStatic<Result>(
  figure: Figure<Result>,
  result: Result,
  frame: number,
  uid: string,
  sizes: Readonly<Record<string, { readonly width: number; readonly height: number }>>,
): StaticDrawing[] {
  return Object.entries(sizes).map(([kind, size]) => {
    const view = { ...size, document, uid: `${uid}-${kind}`, still: true };
    return { kind, svg: figure.draw(result, frame, view).svg.outerHTML };
  });
}
