import { entryAt } from '../lib/entryAt.ts';
import { spreadGenerations } from '../lib/ensemble/config.ts';

/** Generations that a program prints, at most: what stands in one line of it. */
const MOST_PRINTED = 11;

/**
 * The generations that a program of an ensemble prints: all of `at` or, of more than eleven, eleven
 * that are spread evenly over its entries, with the first and the last; where none are asked for,
 * eleven of all.
 */
export function printedOf(at: readonly number[] | undefined, generations: number): number[] {
  if (!at) return spreadGenerations(generations, MOST_PRINTED);
  if (at.length <= MOST_PRINTED) return [...at];
  const step = (at.length - 1) / (MOST_PRINTED - 1);
  return Array.from({ length: MOST_PRINTED }, (_, i) => entryAt(at, Math.round(i * step)));
}
