import type { EnsembleSoFar } from '../../lib/jobs/ensembles.ts';
import type { RunResult } from '../../lib/jobs/run.ts';

const MOST_MARKS = 600;

/** Every how manieth generation is drawn, so that a long run stays a light drawing. */
export const stride = ({ asked }: RunResult) => Math.ceil(asked / MOST_MARKS);

/** Still pictures of longer runs show every second generation of those: half the weight, and nobody can zoom in. */
const MANY = 300;

/** Indices (t - 1) of the generations that are drawn; the last one always is. */
export function thinned(result: RunResult, still = false): number[] {
  const { reached, asked } = result;
  const indices: number[] = [];
  const step = stride(result) * (still && asked > MANY ? 2 : 1);
  for (let i = 0; i < reached; i += step) indices.push(i);
  if (reached > 0 && indices.at(-1) !== reached - 1) indices.push(reached - 1);
  return indices;
}

/** Pixel of frame's generation (frame 0 is generation 1) in a chart over 1 … asked generations. */
export function generationX(svg: SVGSVGElement, { asked }: RunResult, frame: number): number {
  return pixelOf(svg, frame + 1, asked);
}

/** The same for a chart over the generations that an ensemble keeps: its frames are those. */
export function keptX(svg: SVGSVGElement, { config }: EnsembleSoFar, frame: number): number {
  return pixelOf(svg, config.at[frame]!, config.generations);
}

function pixelOf(svg: SVGSVGElement, t: number, generations: number): number {
  const { left, right } = plotEdges(svg);
  return left + ((right - left) * (t - 1)) / Math.max(1, generations - 1);
}

/** The frame under a pixel: the inverse of generationX, rounded. */
export function generationAt(svg: SVGSVGElement, { asked }: RunResult, x: number): number {
  return Math.round(elapsedAt(svg, x, asked));
}

/** The frame whose generation is nearest to a pixel. */
export function keptAt(svg: SVGSVGElement, { config }: EnsembleSoFar, x: number): number {
  const t = 1 + elapsedAt(svg, x, config.generations);
  const distance = (row: number) => Math.abs(config.at[row]! - t);
  return config.at.reduce((best, _, row) => (distance(row) < distance(best) ? row : best), 0);
}

function elapsedAt(svg: SVGSVGElement, x: number, generations: number): number {
  const { left, right } = plotEdges(svg);
  return ((x - left) / (right - left)) * Math.max(1, generations - 1);
}

function plotEdges(svg: SVGSVGElement) {
  const playhead = svg.querySelector('[data-role=playhead]');
  return {
    left: Number(playhead?.getAttribute('data-left')),
    right: Number(playhead?.getAttribute('data-right')),
  };
}
