import { parseHTML } from 'linkedom';
import type { Figure } from '../charts/figure.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

/** One drawing made at build time. */
export interface StaticDrawing {
  readonly kind: 'narrow' | 'wide' | 'any';
  readonly svg: string;
}

/**
 * The figure as SVG text, once if one width does, else for a phone and for a wide screen (a scaled
 * drawing would shrink its text), so that the page is complete before, and without, JavaScript.
 */
export function renderStatic<Result>(
  figure: Figure<Result>,
  result: Result,
  frame: number,
  uid: string,
): StaticDrawing[] {
  const [narrow, wide] = figure.staticWidths;
  const kinds =
    narrow === wide
      ? ([['any', narrow]] as const)
      : ([
          ['narrow', narrow],
          ['wide', wide],
        ] as const);
  return kinds.map(([kind, width]) => {
    const view = { width, document, uid: `${uid}-${kind}`, still: true };
    return { kind, svg: figure.draw(result, frame, view).svg.outerHTML };
  });
}
