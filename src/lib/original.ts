import type { CheckedConfig } from './config.ts';

/**
 * A statistic of the real distribution of a run; NaN where its family has none of that name, or it
 * is not known of this distribution.
 */
export function originalStatistic({ family, original, real }: CheckedConfig, name: string): number {
  const statistic =
    family.statistics.find((one) => one.name === name) ?? family.statisticNamed?.(name);
  if (!statistic) return NaN;
  return original === null ? (statistic.ofReal?.(real) ?? NaN) : statistic.of(original, original);
}
