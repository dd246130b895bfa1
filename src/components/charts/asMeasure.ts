import { families } from '../../lib/families/index.ts';
import { statisticsOf } from '../../lib/statistics.ts';
import type { RunConfig } from '../../lib/types.ts';
import type { Measure } from './measures.ts';

/** A statistic of a run's family by its name, as pictures take it. Throws for a name it has not. */
export function asMeasure({ family }: Pick<RunConfig, 'family'>, name: string): Measure {
  const [statistic] = statisticsOf(families.get(family), [name]);
  return { ...statistic!, id: name };
}
