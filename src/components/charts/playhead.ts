import type { Drawing, Frame, View } from './figure.ts';
import { element } from './marks.ts';

/** What is revealed begins so far to the left of the chart: the first mark is as wide as any. */
const OVERHANG = 8;

/**
 * A chart over generations is drawn once: full strength up to the playhead, faint beyond. Playback
 * then moves one clip and one line.
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
    x: frame.left - OVERHANG,
    y: 0,
    width: frame.right - frame.left + 2 * OVERHANG,
    height: frame.height,
  });
  return [
    element(view, 'clipPath', { id }, clip),
    element(view, 'g', { class: 'future' }, ...marks()),
    element(view, 'g', { 'clip-path': `url(#${id})` }, ...marks()),
    playheadLine(view, frame),
  ];
}

/** The line alone, at the right edge, for charts that hide nothing of what lies ahead. */
export function playheadLine(view: View, frame: Frame): SVGElement {
  return element(view, 'path', {
    'data-role': 'playhead',
    class: 'playhead',
    d: `M0,${frame.top - 4}V${frame.bottom}`,
    transform: `translate(${frame.right},0)`,
  });
}

/** Puts the playhead of a drawing at pixel x, and reveals what it hides up to there. */
export function movePlayhead({ svg, left, right }: Drawing, x: number): void {
  const past = svg.querySelector('[data-role=past]');
  svg.querySelector('[data-role=playhead]')?.setAttribute('transform', `translate(${x},0)`);
  if (!past) return;
  past.setAttribute('width', String(Math.max(0, x - (left - OVERHANG) + 0.5)));
  // At the end nothing lies ahead: what is hidden anyway need not be painted.
  const ended = x >= right - 0.5;
  svg.querySelector('.future')?.setAttribute('visibility', ended ? 'hidden' : 'visible');
}
