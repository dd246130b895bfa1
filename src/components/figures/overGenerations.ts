import type { RunResult } from '../../lib/jobs/run.ts';

const MOST_MARKS = 600;

/** Every how manieth generation is drawn, so that a long run stays a light drawing. */
export const stride = ({ asked }: RunResult) => Math.ceil(asked / MOST_MARKS);

/** Indices (t - 1) of the generations that are drawn; the last one always is. */
export function thinned(result: RunResult): number[] {
  const { reached } = result;
  const indices: number[] = [];
  for (let i = 0; i < reached; i += stride(result)) indices.push(i);
  if (reached > 0 && indices.at(-1) !== reached - 1) indices.push(reached - 1);
  return indices;
}

/** Pixel of frame's generation (frame 0 is generation 1) in a chart over 1 … asked generations. */
export function generationX(svg: SVGSVGElement, { asked }: RunResult, frame: number): number {
  const { left, right } = plotEdges(svg);
  return left + ((right - left) * frame) / Math.max(1, asked - 1);
}

/** The frame under a pixel: the inverse of generationX, rounded. */
export function generationAt(svg: SVGSVGElement, { asked }: RunResult, x: number): number {
  const { left, right } = plotEdges(svg);
  return Math.round(((x - left) / (right - left)) * Math.max(1, asked - 1));
}

function plotEdges(svg: SVGSVGElement) {
  const playhead = svg.querySelector('[data-role=playhead]');
  return {
    left: Number(playhead?.getAttribute('data-left')),
    right: Number(playhead?.getAttribute('data-right')),
  };
}
