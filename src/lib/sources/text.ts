import { ConfigError } from '../configError.ts';
import { distributionOf } from '../distribution.ts';
import { categorical } from '../families/categorical/family.ts';
import { tableOf } from '../families/categorical/model.ts';
import type { Distribution, Source } from '../types.ts';
import { wordsOf } from './tokens.ts';

/** Words that a text may hold: some 5 MB of English. */
const MOST_WORDS = 1_000_000;

/** A text as numbers. */
export interface ReadText {
  /** Its words one after the other, by their numbers. */
  readonly sequence: Int32Array;
  /**
   * The words, the commonest first; of equally common ones the one that comes first in the text.
   */
  readonly names: readonly string[];
  /** How often each occurs. */
  readonly counts: Float64Array;
}

/** Reads a text; words beyond the first `most` are left out. */
export function readText(text: string, most = MOST_WORDS): ReadText {
  const numbers = new Map<string, number>();
  const found: number[] = [];
  const met: number[] = [];
  for (const word of wordsOf(text)) {
    if (found.length === most) break;
    const known = numbers.get(word) ?? numbers.size;
    if (known === numbers.size) numbers.set(word, known);
    met[known] = (met[known] ?? 0) + 1;
    found.push(known);
  }
  const byFirst = [...numbers.keys()];
  const order = byFirst.map((_, i) => i).sort((a, b) => (met[b] ?? 0) - (met[a] ?? 0) || a - b);
  const rank = new Int32Array(order.length);
  for (const [place, number] of order.entries()) rank[number] = place;
  return {
    sequence: Int32Array.from(found, (number) => rank[number] ?? 0),
    names: order.map((number) => byFirst[number] ?? ''),
    counts: Float64Array.from(order, (number) => met[number] ?? 0),
  };
}

/** Runs with the same text are checked one after the other: it is read once. */
let last: { readonly text: string; readonly read: Distribution } | null = null;

function opened(text: string): Distribution {
  const { sequence, names, counts } = readText(text, MOST_WORDS + 1);
  if (sequence.length < 2)
    throw new ConfigError(`a text must hold at least 2 words, got ${sequence.length}`);
  if (sequence.length > MOST_WORDS)
    throw new ConfigError(`a text must hold at most ${MOST_WORDS} words, got more`);
  return { ...distributionOf(categorical, tableOf(counts)), sequence, names };
}

/**
 * A text as the real distribution, its words being types: generation 0. A table of words draws them
 * one by one, each as likely as it is in the text; a model of sequences learns from what the model
 * of its order of this text writes, so that generation 1 is the first copy for either.
 */
export const text: Source = {
  id: 'text',
  label: 'A text',
  summary: 'The words of a text: real data are drawn from it, each as often as it stands there.',
  kind: 'categories',
  options: [],
  takes: 'text',
  open(_, { text: given = '' } = {}) {
    if (last?.text !== given) last = { text: given, read: opened(given) };
    return last.read;
  },
};
