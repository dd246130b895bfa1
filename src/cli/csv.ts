import type { Fit } from '../lib/types.ts';

/** One line of comma-separated values. */
export function csvLine(cells: readonly (string | number | boolean)[]): string {
  return `${cells.join(',')}\n`;
}

/** The cells of a fit: its parameters in this order, true or false, and why if false. */
export function fitCells(fit: Fit, names: readonly string[]): (string | number | boolean)[] {
  if (fit.ok) return [...names.map((name) => fit.params[name]!), true, ''];
  return [...names.map(() => ''), false, fit.reason];
}
