import type { View } from '../demo/definition.ts';
import { element, type Frame } from './chart.ts';

/**
 * A chart over generations is drawn once: full strength up to the playhead, faint beyond. Playback then
 * moves one clip and one line.
 */
export function revealed(
  view: View,
  frame: Frame,
  marks: () => readonly SVGElement[],
): readonly SVGElement[] {
  if (view.still) return marks();
  const id = `${view.uid}-past`;
  const clip = element(view, 'rect', {
    'data-role': 'past',
    x: frame.left - 8,
    y: 0,
    width: frame.right - frame.left + 16,
    height: frame.height,
  });
  return [
    element(view, 'clipPath', { id }, clip),
    element(view, 'g', { class: 'future' }, ...marks()),
    element(view, 'g', { 'clip-path': `url(#${id})` }, ...marks()),
    element(view, 'path', {
      'data-role': 'playhead',
      'data-left': frame.left,
      'data-right': frame.right,
      class: 'playhead',
      d: `M0,${frame.top - 4}V${frame.bottom}`,
      transform: `translate(${frame.right},0)`,
    }),
  ];
}

/** Puts the playhead of a drawing made with `revealed` at pixel x. */
export function movePlayhead(svg: SVGSVGElement, x: number): void {
  const line = svg.querySelector('[data-role=playhead]');
  const past = svg.querySelector('[data-role=past]');
  if (!line || !past) return;
  line.setAttribute('transform', `translate(${x},0)`);
  past.setAttribute('width', String(Math.max(0, x - Number(past.getAttribute('x')) + 0.5)));
  // At the end nothing lies ahead: what is hidden anyway need not be painted.
  const ended = x >= Number(line.getAttribute('data-right')) - 0.5;
  svg.querySelector('.future')?.setAttribute('visibility', ended ? 'hidden' : 'visible');
}
