import type { Line, ParameterSpec, Params, Role, Statistic } from '../types.ts';

/** A parameter as a statistic, of models that hold their parameters by name. */
export const parameterStatistic = (spec: ParameterSpec, role: Role): Statistic<Params> => ({
  name: spec.name,
  symbol: spec.symbol,
  label: spec.label,
  ...(spec.unit !== undefined && { unit: spec.unit }),
  role,
  scale: spec.scale ?? 'linear',
  of: (model) => model[spec.name] ?? NaN,
});

/**
 * Mean and standard deviation of a model of one variable, for where models of several families are
 * compared.
 */
export const lineStatistics = <Model>(line: Line<Model>): readonly Statistic<Model>[] => [
  {
    name: 'mean',
    symbol: 'mean',
    label: 'Mean',
    role: 'mean',
    scale: 'linear',
    onlyAsked: true,
    of: (model) => line.mean(model),
    ofReal: (real) => real.line?.mean ?? NaN,
  },
  {
    name: 'sd',
    symbol: 'SD',
    label: 'Standard deviation',
    role: 'spread',
    scale: 'log',
    onlyAsked: true,
    of: (model) => Math.sqrt(line.variance(model)),
    ofReal: (real) => Math.sqrt(real.line?.variance ?? NaN),
  },
];
