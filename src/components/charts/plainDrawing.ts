import type { Drawing, Scale, View } from './figure.ts';
import { element, SVG } from './marks.ts';

/** A scale from pixel to pixel. */
function pixels(): Scale {
  const same = (value: number) => value;
  return Object.assign(same, { invert: same });
}

/** A picture without axes, in the style of a chart; its scales are its pixels. */
export function plainDrawing(
  view: View,
  name: string,
  marks: readonly (SVGElement | null)[],
): Drawing {
  const { width, height } = view;
  const svg = view.document.createElementNS(SVG, 'svg');
  const attributes = { class: 'plot', width, height, viewBox: `0 0 ${width} ${height}` };
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, String(value));
  svg.setAttribute('fill', 'currentColor');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', name);
  svg.append(element(view, 'g', {}, ...marks.filter((mark) => mark !== null)));
  const [x, y] = [pixels(), pixels()];
  return { svg, x, y, left: 0, right: width, top: 0, bottom: height, width, height };
}
