import { checkConfig } from './config.ts';
import type { RunConfig } from './types.ts';

/**
 * A statistic of the real distribution of a run; NaN where its family has none of that name, or the
 * real distribution is no model of the family. Throws a ConfigError if the run cannot be made.
 */
export function originalStatistic(config: RunConfig, name: string): number {
  const { family, original } = checkConfig(config);
  const statistic = family.statistics.find((one) => one.name === name);
  return statistic ? statistic.of(original, original) : NaN;
}
