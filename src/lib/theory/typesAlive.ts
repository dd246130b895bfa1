import exp from '@stdlib/math-base-special-exp';

/**
 * How many types are alive in a sample of n, copied k times over: each of the c tokens of a type
 * begins a branching process whose tokens have one child on average, Poisson, so that the type is
 * alive with probability 1 - exp(-c g_k), g_1 = 1, g_(k+1) = 1 - exp(-g_k). Near enough for rare
 * types, and common ones are alive anyway. Source: Wright 1931 and Fisher 1930 for the copying,
 * Harris 1963, The theory of branching processes, for the process.
 */
export interface Copied {
  /** The chance of each type in the real distribution. */
  readonly shares: Float64Array;
  /** Tokens in every sample. */
  readonly n: number;
  /** Samples drawn: 1 is the first one. */
  readonly k: number;
}

/** The expected number of types alive. */
export function typesAlive({ shares, n, k }: Copied): number {
  const g = chanceOfALine(k);
  let types = 0;
  for (const share of shares) types += 1 - exp(-n * share * g);
  return types;
}

/** The chance that a type of which there are c tokens is gone after k copies. */
export const chanceGone = (c: number, k: number): number => exp(-c * chanceOfALine(k));

/** g_k, about 2 / k for large k; 1 for no copy at all, where every token is there. */
export function chanceOfALine(k: number): number {
  let g = 1;
  for (let copy = 2; copy <= k; copy++) g = 1 - exp(-g);
  return g;
}
