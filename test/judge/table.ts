import type { Verdict } from './dieharder.ts';
import type { Feed } from './feeds.ts';
import type { Row } from './rows.ts';

const MARKS: Readonly<Record<string, string>> = { WEAK: ' W', FAILED: ' F' };

/** A p-value with the mark of its verdict. */
export const shown = ({ p, word }: Verdict) => `${p.toFixed(6)}${MARKS[word] ?? ''}`;

const line = (label: string, cells: readonly string[]) =>
  [label.padEnd(28), ...cells.map((cell) => cell.padEnd(13))].join('').trimEnd();

/** p-values: a row for each verdict, a column for each feed. */
export function table(judged: ReadonlyMap<Feed, readonly Row[]>): string[] {
  const columns = [...judged.values()];
  const head = line(
    '',
    [...judged.keys()].map(({ name }) => name),
  );
  const rows = columns[0]!.map(({ first: { test, ntuple } }, i) =>
    line(
      `${test} ${ntuple}`,
      columns.map((rows) => shown(rows[i]!.first)),
    ),
  );
  return [head, ...rows];
}

/** What was WEAK, and what other parts of the feed say to it. */
export const askedAgain = (judged: ReadonlyMap<Feed, readonly Row[]>): string[] =>
  [...judged].flatMap(([feed, rows]) =>
    rows
      .filter(({ again }) => again.length > 0)
      .map(({ first: { test, ntuple }, again }) => {
        const others = again.map(({ p, word }) => `${p.toFixed(6)} ${word}`).join(', ');
        return `${feed.name}, ${test} ${ntuple}: WEAK, in other parts of the feed ${others}`;
      }),
  );
