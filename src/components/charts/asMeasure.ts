import type { RunConfig } from '../../lib/types.ts';
import type { Measure } from './measures.ts';
import { statisticNamed } from './statistic.ts';

/** A statistic of a run's family by its name, as pictures take it. Throws for a name it has not. */
export function asMeasure({ family }: Pick<RunConfig, 'family'>, name: string): Measure {
  return { ...statisticNamed({ config: { family } }, name), id: name };
}
