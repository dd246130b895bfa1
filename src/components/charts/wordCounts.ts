import { checkConfig } from '../../lib/config.ts';
import type { TextRun } from '../../lib/jobs/texts.ts';
import type { RunConfig } from '../../lib/types.ts';

const known = new WeakMap<RunConfig, number>();

/** How many words the text of a run has. */
function lengthOf(config: RunConfig): number {
  const length = known.get(config) ?? checkConfig(config).real.sequence?.length ?? NaN;
  known.set(config, length);
  return length;
}

/** How often the word of this rank stands in the text itself. */
export const inText = ({ config, shares: [real] }: TextRun, rank: number): number =>
  Math.round((real?.[rank] ?? 0) * lengthOf(config));

/** The share of the word of this rank in generation t; 0 is the text itself. */
export const shareIn = ({ shares }: TextRun, rank: number, t: number): number =>
  shares[t]?.[rank] ?? 0;

/** What is left of the words that the text has, in generation t. */
export interface Left {
  readonly words: number;
  readonly alive: number;
  /** Words that stand once in the text, and how many of them are alive. */
  readonly once: number;
  readonly onceAlive: number;
  /** The commonest word that is gone, by its rank; -1 where all are alive. */
  readonly firstGone: number;
}

export function leftIn(text: TextRun, t: number): Left {
  const words = text.shares[0]?.length ?? 0;
  let [alive, once, onceAlive, firstGone] = [0, 0, 0, -1];
  for (let rank = 0; rank < words; rank++) {
    const isAlive = shareIn(text, rank, t) > 0;
    const isOnce = inText(text, rank) === 1;
    if (isOnce) once++;
    if (isAlive) alive++;
    if (isAlive && isOnce) onceAlive++;
    if (!isAlive && firstGone < 0) firstGone = rank;
  }
  return { words, alive, once, onceAlive, firstGone };
}
