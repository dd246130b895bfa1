import type { EnsembleBand, Spread } from './types.ts';

/** One statistic in a band. Throws a RangeError if it was not kept. */
export function spreadIn({ t, statistics }: EnsembleBand, name: string): Spread {
  const spread = statistics[name];
  if (!spread) throw new RangeError(`the band of generation ${t} does not hold ${name}`);
  return spread;
}

/** A quantile that was asked for, by its level. Throws a RangeError if it was not. */
export function quantileAt({ quantiles }: Spread, level: number): number {
  const quantile = quantiles[String(level)];
  if (quantile === undefined) throw new RangeError(`no quantile was asked for at ${level}`);
  return quantile;
}
