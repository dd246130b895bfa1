import { expect } from 'vitest';
import { drain } from '../../src/lib/drain.ts';
import { valuesAt } from '../../src/lib/ensemble/pick.ts';
import { ensembleSlice } from '../../src/lib/ensemble/slice.ts';
import type { EnsembleConfig } from '../../src/lib/ensemble/types.ts';
import { regimeMoments, type RegimeMoments } from '../../src/lib/theory/regimeMoments.ts';
import type { Params, Regime, RunConfig } from '../../src/lib/types.ts';

/** Runs from N(0, 1), so that what comes out is a share of sigma or of sigma². */
export const standard = {
  family: 'normal',
  truth: { mu: 0, sigma: 1 },
  estimator: 'unbiased-variance',
  seed: '2468',
  stream: 'keyed',
} as const;

/** What a test asks for; the rest is standard. */
export interface Asked extends Partial<EnsembleConfig> {
  readonly regime: string;
  readonly n: number;
  /** The generations looked at; the last one is the last made. */
  readonly at: readonly number[];
}

/** The fits of an ensemble, by generation. */
export interface Fits {
  mu(t: number): Float64Array;
  sigma(t: number): Float64Array;
}

/** An ensemble of `replicates` runs, 20,000 if nothing is said. */
export function fitsOf(asked: Asked): Fits {
  const replicates = asked.replicates ?? 20_000;
  const generations = Math.max(...asked.at);
  const config: EnsembleConfig = { ...standard, ...asked, replicates, generations };
  const slices = [drain(ensembleSlice(config, 0, replicates))];
  return {
    mu: (t) => valuesAt(slices, t, 'mu'),
    sigma: (t) => valuesAt(slices, t, 'sigma'),
  };
}

/** The exact moments of such a run; throws where there are none. */
export function momentsOf(asked: Partial<RunConfig> & Pick<RunConfig, 'regime' | 'n'>) {
  const moments = regimeMoments({ ...standard, generations: 100, ...asked });
  if (!moments) throw new Error(`no moments: ${asked.regime}`);
  return moments;
}

/** Var m_t and E s_t^2. */
export function at({ varianceOfMean, meanOfVariance }: RegimeMoments, t: number) {
  return { varianceOfMean: varianceOfMean[t - 1]!, meanOfVariance: meanOfVariance[t - 1]! };
}

/** Average and its standard error, from the values themselves. */
export function average(values: Float64Array) {
  const { length } = values;
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / length;
  let square = 0;
  for (const value of values) square += (value - mean) ** 2;
  const sd = Math.sqrt(square / (length - 1));
  return { mean, sd, error: sd / Math.sqrt(length) };
}

export const squares = (values: Float64Array) => values.map((value) => value * value);

/** Fails unless the average of these values is within 4 of its standard errors of `wanted`. */
export function expectAverage(values: Float64Array, wanted: number, about: string): void {
  const { mean, error } = average(values);
  const off = Math.abs(mean - wanted) / error;
  expect(off, `${about}: ${mean} ± ${error} for ${wanted}`).toBeLessThan(4);
}

/**
 * Fails unless Var m_t and E s_t² of an ensemble from N(0, 1) are the exact ones, to 4 standard
 * errors.
 */
export function expectMoments(fits: Fits, t: number, exact: ReturnType<typeof at>, about = '') {
  expectAverage(squares(fits.mu(t)), exact.varianceOfMean, `${about} Var m, t = ${t}`);
  expectAverage(squares(fits.sigma(t)), exact.meanOfVariance, `${about} E s², t = ${t}`);
}

/**
 * Fails unless `printed`, a median rounded to 10^-digits, is theirs: the shares of values below the
 * ends of the rounding interval lie on either side of 1/2, up to 4 standard errors of a share, 2 /
 * √(number of values).
 */
export function expectMedian(values: Float64Array, printed: number, digits: number): void {
  const share = (x: number) => values.filter((value) => value < x).length / values.length;
  const tolerance = 2 / Math.sqrt(values.length);
  const half = 0.5 * 10 ** -digits;
  expect(share(printed - half), `below ${printed}`).toBeLessThan(0.5 + tolerance);
  expect(share(printed + half), `below ${printed}`).toBeGreaterThan(0.5 - tolerance);
}

/** Fails unless `value` is `printed` once it is rounded to the digits that are printed. */
export function expectPrinted(value: number, printed: string): void {
  const digits = printed.split('.')[1]?.length ?? 0;
  expect(value.toFixed(digits)).toBe(Number(printed).toFixed(digits));
}

/**
 * Values of the options that tests visit besides the defaults, where a place within the typical
 * range would not do.
 */
const OTHER_OPTIONS: Readonly<Record<string, Params>> = {
  'fresh-real': { share: 0.37 },
  'fixed-real': { share: 0.37 },
  'accumulate-fresh': { share: 0.37 },
  weighted: { share: 0.3, weight: 0.85 },
  growing: { power: 0.7 },
  'growing-geometric': { ratio: 1.4 },
  truncated: { cut: 1.2 },
  'soft-selection': { target: -1.5, width: 0.9 },
  sharpened: { lambda: 0.6 },
};

/** Other options than the defaults for a regime; null if it has none. */
export function otherOptions({ id, options }: Regime): Params | null {
  if (options.length === 0) return null;
  const between = options.map(({ name, typical: { min, max } }) => [
    name,
    min + 0.37 * (max - min),
  ]);
  return { ...(Object.fromEntries(between) as Params), ...OTHER_OPTIONS[id] };
}
