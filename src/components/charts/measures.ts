// The list below is made while this file loads: the families have to be there by then.
import '../../lib/withLognormals.ts';
import { families } from '../../lib/families/index.ts';
import { defaultsOf } from '../../lib/parameters.ts';
import type { Family, Params } from '../../lib/types.ts';

/** A number that a fitted model has: one that every model has, or a parameter. */
export interface Measure {
  readonly id: string;
  readonly label: string;
  /** As on axes. */
  readonly symbol: string;
  readonly colour: 'mean' | 'spread';
  readonly scale: 'linear' | 'log';
  /** How it is read off a model of a family; null where the family has no such thing. */
  of(family: Family): ((params: Params) => number) | null;
}

/** The mean and the standard deviation, which models of all families have in the same unit. */
const MEAN: Measure = {
  ...{ id: 'mean', label: 'Mean', symbol: 'mean', colour: 'mean', scale: 'linear' },
  of: (family) => (params) => family.mean(params),
};
export const SPREAD: Measure = {
  ...{ id: 'spread', label: 'Standard deviation', symbol: 'SD', colour: 'spread', scale: 'log' },
  of: (family) => (params) => Math.sqrt(family.variance(params)),
};

/** True if a parameter is the mean or the standard deviation by another name. */
function isEither(family: Family, name: string): boolean {
  const params = defaultsOf(family.parameters);
  return [MEAN, SPREAD].some((measure) => measure.of(family)!(params) === params[name]);
}

/** The parameters of all families that say something else, each name once. */
function parameterMeasures(): Measure[] {
  const found = new Map<string, Measure>();
  for (const family of families.all) {
    for (const { name, label, symbol, domain, scale = 'linear' } of family.parameters) {
      if (found.has(name) || isEither(family, name)) continue;
      const colour = domain.min === 0 ? 'spread' : 'mean';
      found.set(name, {
        ...{ id: name, label, symbol, colour, scale },
        of: ({ parameters }) =>
          parameters.some((one) => one.name === name) ? (params) => params[name]! : null,
      });
    }
  }
  return [...found.values()];
}

/** All that a picture can be of, the spread first. */
export const measures: readonly Measure[] = [SPREAD, MEAN, ...parameterMeasures()];

/** The measure with this id. */
export const measureNamed = (id: string) => measures.find((one) => one.id === id) ?? SPREAD;
