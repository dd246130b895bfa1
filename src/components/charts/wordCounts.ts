import type { TextRun } from '../../lib/jobs/texts.ts';
import { checkedOf } from './statistic.ts';
import { count } from './words.ts';

/** The name of a type; of a run without words its number. */
export const nameOf = ({ names }: Pick<TextRun, 'names'>, type: number): string =>
  names?.[type] ?? `type ${count(type + 1)}`;

/** How often the word of this rank stands in the text itself. */
export const inText = ({ config, shares: [real] }: TextRun, rank: number): number =>
  Math.round((real?.[rank] ?? 0) * (checkedOf(config).real.sequence?.length ?? NaN));

/** The share of the word of this rank in generation t; 0 is the text itself. */
export const shareIn = ({ shares }: TextRun, rank: number, t: number): number =>
  shares[t]?.[rank] ?? 0;

const isAlive = (text: TextRun, type: number, t: number) => shareIn(text, type, t) > 0;

/** Types alive in generation t. */
export const aliveIn = ({ shares }: TextRun, t: number): number =>
  (shares[t] ?? []).filter((share) => share > 0).length;

/** Types that generation t is the first to lack, the commonest of the original first. */
export function diedIn(text: TextRun, t: number): number[] {
  if (t === 0) return [];
  const types = [...(text.shares[0] ?? []).keys()];
  return types.filter((type) => isAlive(text, type, t - 1) && !isAlive(text, type, t));
}

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
  const ranks = [...(text.shares[0] ?? []).keys()];
  const ofOnce = ranks.filter((rank) => inText(text, rank) === 1);
  const lives = (rank: number) => isAlive(text, rank, t);
  return {
    words: ranks.length,
    alive: ranks.filter(lives).length,
    once: ofOnce.length,
    onceAlive: ofOnce.filter(lives).length,
    firstGone: ranks.findIndex((rank) => !lives(rank)),
  };
}
