import { checkConfig } from './config.ts';
import type { RunConfig } from './types.ts';

/**
 * A statistic of the real distribution of a run; NaN where its family has none of that name, or it
 * is not known of this distribution. Throws a ConfigError if the run cannot be made.
 */
export function originalStatistic(config: RunConfig, name: string): number {
  const { family, original, real } = checkConfig(config);
  const statistic = family.statistics.find((one) => one.name === name);
  if (!statistic) return NaN;
  return original === null ? (statistic.ofReal?.(real) ?? NaN) : statistic.of(original, original);
}
