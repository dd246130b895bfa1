import type { Verdict } from './dieharder.ts';

/** The first verdict, and those of other parts of the feed if it was WEAK. */
export interface Row {
  readonly first: Verdict;
  readonly again: readonly Verdict[];
}

/** By chance a verdict is WEAK once in a hundred, so in three parts of a feed once in a million. */
const PARTS = 3;
export const WEAK_SHARE = 0.01;

/**
 * A row for each verdict that `ask` gives of a part of a feed. What is WEAK in part 0 is asked for
 * in part 1, and what is so again in part 2.
 */
export async function rowsOf(ask: (part: number) => Promise<readonly Verdict[]>): Promise<Row[]> {
  const first = await ask(0);
  const again: Verdict[][] = first.map(() => []);
  for (let part = 1; part < PARTS; part++) {
    const weak = [...first.keys()].filter((i) =>
      [first[i]!, ...again[i]!].every(({ word }) => word === 'WEAK'),
    );
    if (weak.length === 0) break;
    const other = await ask(part);
    for (const i of weak) again[i]!.push(other[i]!);
  }
  return first.map((verdict, i) => ({ first: verdict, again: again[i]! }));
}

/** FAILED in any part, or WEAK in all three: each has a chance of about one in a million. */
export function condemned({ first, again }: Row): boolean {
  const words = [first, ...again].map(({ word }) => word);
  return (
    words.includes('FAILED') || (words.length === PARTS && words.every((word) => word === 'WEAK'))
  );
}
