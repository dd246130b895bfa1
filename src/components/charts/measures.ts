// The list below is made while this file loads: the families have to be there by then.
import '../../lib/withLognormals.ts';
import '../../lib/withModels.ts';
import '../../lib/withWords.ts';
import { entryAt } from '../../lib/entryAt.ts';
import { families } from '../../lib/families/index.ts';
import { defaultsOf } from '../../lib/parameters.ts';
import type { Family, Statistic } from '../../lib/types.ts';

/** A statistic that pictures of several families can be of. */
export interface Measure extends Pick<Statistic, 'name' | 'label' | 'symbol' | 'role' | 'scale'> {
  /** As in links. */
  readonly id: string;
}

/** Names that links have for two statistics of all families of one variable. */
const LINKED: Readonly<Record<string, string>> = { mean: 'mean', sd: 'spread' };

/** True if a family's models have this number. */
export const has = ({ statistics }: Family, { name }: Pick<Measure, 'name'>) =>
  statistics.some((one) => one.name === name);

/** True if a statistic is the mean or the standard deviation by another name. */
function isEither({ model, parameters, statistics }: Family, { name, of }: Statistic): boolean {
  const usual = model(defaultsOf(parameters));
  return statistics.some(
    (one) => one.name in LINKED && one.name !== name && one.of(usual, usual) === of(usual, usual),
  );
}

/** The statistics of all families that say something else, each name once. */
function everyMeasure(): Measure[] {
  const found = new Map<string, Measure>();
  for (const family of families.all) {
    for (const statistic of family.statistics) {
      const { name, label, symbol, role, scale, inSeries } = statistic;
      if (found.has(name) || inSeries || isEither(family, statistic)) continue;
      found.set(name, { id: LINKED[name] ?? name, name, label, symbol, role, scale });
    }
  }
  const place = ({ name }: Measure) => ['sd', 'mean', name].indexOf(name);
  return [...found.values()].sort((a, b) => place(a) - place(b));
}

/** All that a picture can be of, the spread first. */
export const measures: readonly Measure[] = everyMeasure();

/** The measure with this id; the first where there is none. */
export const measureNamed = (id: string): Measure =>
  measures.find((one) => one.id === id) ?? entryAt(measures, 0);
