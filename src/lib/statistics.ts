import { ConfigError } from './configError.ts';
import { entryAt } from './entryAt.ts';
import type { Family, Statistic } from './types.ts';

/**
 * The statistics of a family that runs keep: those with these names, in this order, or where nobody
 * names any those that are not kept on request only. Throws a ConfigError for a name that the
 * family does not have.
 */
export function statisticsOf(
  { id, statistics, statisticNamed }: Family,
  names?: readonly string[],
): readonly Statistic[] {
  if (!names) return statistics.filter(({ onlyAsked }) => !onlyAsked);
  return [...new Set(names)].map((name) => {
    const found = statistics.find((one) => one.name === name) ?? statisticNamed?.(name);
    if (found) return found;
    const known = statistics.map((one) => one.name).join(', ');
    throw new ConfigError(`unknown statistic of ${id}: ${name} (known: ${known})`);
  });
}

/** The numbers of one model, by name. */
export function measured(
  statistics: readonly Statistic[],
  model: unknown,
  original: unknown,
): Record<string, number> {
  return Object.fromEntries(statistics.map(({ name, of }) => [name, of(model, original)]));
}

/**
 * Writes the numbers of one model to place `at` of the columns, one for each statistic; NaN where
 * the model has no finite number of that name.
 */
export function storedIn(
  columns: readonly Float64Array[],
  at: number,
  statistics: readonly Statistic[],
  model: unknown,
  original: unknown,
): void {
  for (const [p, statistic] of statistics.entries()) {
    const value = statistic.of(model, original);
    entryAt(columns, p)[at] = Number.isFinite(value) ? value : NaN;
  }
}
