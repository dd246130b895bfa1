import type { Family, Params, Values } from './types.ts';

/**
 * The sum of the log-densities (natural log) of the values; -Infinity if one lies outside the
 * support.
 */
export function logLikelihood(family: Family, params: Params, values: Values): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += family.logPdf(values[i]!, params);
  return sum;
}
