import type { ParameterSpec, Params } from '../types.ts';

/** The share of real values in a training set: one description for every regime that mixes. */
export const share: ParameterSpec = {
  name: 'share',
  symbol: 'α',
  label: 'Share of real values',
  domain: { min: 0, max: 1 },
  typical: { min: 0.001, max: 1 },
  default: 0.1,
  scale: 'log',
};

/**
 * How many of n values are real: the nearest whole number, but one at least where the share is
 * above 0.
 */
export function realCount(n: number, shareOfReal: number): number {
  return shareOfReal > 0 ? Math.max(1, Math.round(shareOfReal * n)) : 0;
}

/** A sample size that has grown: whole, and no larger than counts can be told apart, 2^53 - 1. */
export const grown = (size: number) => Math.min(Number.MAX_SAFE_INTEGER, Math.round(size));

/** The value of an option; options are complete. Throws a RangeError if they are not. */
export function optionOf(options: Params | undefined, { name }: ParameterSpec): number {
  const value = options?.[name];
  if (value === undefined) throw new RangeError(`no value of the option ${name}`);
  return value;
}
