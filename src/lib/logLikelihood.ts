import type { Line, Values } from './types.ts';

/**
 * The sum of the log-densities (natural log) of the values; -Infinity if one lies outside the
 * support.
 */
export function logLikelihood<Model>(line: Line<Model>, model: Model, values: Values): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += line.logPdf(values[i]!, model);
  return sum;
}
