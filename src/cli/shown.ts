import { measured, statisticsOf } from '../lib/statistics.ts';
import type { Family, Fit, Statistic } from '../lib/types.ts';

/** The option by which a command is asked for more numbers of a model. */
export const STATISTICS_OPTION = {
  name: 'statistics',
  value: 'NAME,…',
  help: 'numbers of each model to print beside its parameters, listed below',
} as const;

/** Which numbers of its models a command prints. */
export interface Shown {
  /** Those that are parameters of the family. */
  readonly parameters: readonly Statistic[];
  /** What `--statistics` asks for; what runs usually keep, where that is no parameter. */
  readonly others: readonly Statistic[];
  /** Both, each once. */
  readonly all: readonly Statistic[];
}

/** Throws a ConfigError for a name that the family does not have. */
export function shownOf(family: Family, asked?: string): Shown {
  const isParameter = ({ name }: Statistic) => family.parameters.some((spec) => spec.name === name);
  const usual = statisticsOf(family);
  const parameters = usual.filter(isParameter);
  const others =
    asked === undefined
      ? usual.filter((one) => !isParameter(one))
      : statisticsOf(
          family,
          asked.split(',').map((name) => name.trim()),
        );
  return { parameters, others, all: [...new Set([...parameters, ...others])] };
}

/** A fit as JSON has it: its parameters, and where there are others these too. */
export const shownFit = (fit: Fit, shown: Shown, original: unknown) =>
  fit.ok ? { ok: true, ...shownNumbers(fit.model, shown, original) } : fit;

/** The same of a model. */
export function shownNumbers(model: unknown, { parameters, others }: Shown, original: unknown) {
  const params = measured(parameters, model, original);
  if (others.length === 0) return { params };
  return { params, statistics: measured(others, model, original) };
}
