import type { Fit, Statistic } from '../lib/types.ts';

/** What stands between two commas. */
type Cell = string | number | boolean;

/** One line of comma-separated values. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.join(',')}\n`;
}

/** The cells of a fit: these numbers of its model, true or false, and why if false. */
export function fitCells(fit: Fit, statistics: readonly Statistic[], original: unknown): Cell[] {
  if (fit.ok) return [...statistics.map(({ of }) => of(fit.model, original)), true, ''];
  return [...statistics.map(() => ''), false, fit.reason];
}
