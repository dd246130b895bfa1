import type { RunResult } from '../../lib/jobs/run.ts';

const MOST_MARKS = 600;

/** Of how many generations one is drawn, so that a long run stays a light drawing. */
export const stride = ({ asked }: RunResult) => Math.ceil(asked / MOST_MARKS);

/**
 * Still pictures of longer runs show every second generation of those: half the weight, and nobody
 * can zoom in.
 */
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
