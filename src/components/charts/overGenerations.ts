import type { EnsembleSoFar } from '../../lib/jobs/ensembles.ts';
import type { RunResult } from '../../lib/jobs/run.ts';
import type { Drawing } from './figure.ts';

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

/** Pixel of frame's generation: frame 0 is generation 1. */
export const generationX = ({ x }: Drawing, _result: RunResult, frame: number) => x(frame + 1);

/** The same for a chart over the generations that an ensemble keeps: its frames are those. */
export const keptX = ({ x }: Drawing, { config }: EnsembleSoFar, frame: number) =>
  x(config.at[frame]!);

/** The frame under a pixel. */
export const generationAt = ({ x }: Drawing, _result: RunResult, pixel: number) =>
  Math.round(x.invert(pixel)) - 1;

/** The frame whose generation is nearest to a pixel. */
export function keptAt({ x }: Drawing, { config }: EnsembleSoFar, pixel: number): number {
  const t = x.invert(pixel);
  const distance = (row: number) => Math.abs(config.at[row]! - t);
  return config.at.reduce((best, _, row) => (distance(row) < distance(best) ? row : best), 0);
}
