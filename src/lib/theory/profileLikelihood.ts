import ln from '@stdlib/math-base-special-ln';
import { maximumLikelihood as mle } from '../estimators/lognormal3/maximumLikelihood.ts';
import type { Lognormal3 } from '../families/lognormal3.ts';
import { onLogScale } from '../../lib/special/logScale.ts';
import { moments, standardDeviation } from '../moments.ts';
import { lognormal3StandardErrors } from './lognormal3Information.ts';
import { log1p } from '../special/log1pExpm1.ts';
import type { FitFailure } from '../types.ts';

/**
 * Log-likelihood lost at the ends of a 95 % interval: half the 95 % quantile of chi-square with one
 * degree of freedom.
 */
export const CUT = 1.920729410347062;

const POINTS = 160;

/** The profile likelihood of the threshold for one sample. */
export interface Profile {
  readonly values: Float64Array;
  readonly mean: number;
  readonly sd: number;
  /** The smallest value: no threshold lies above it. */
  readonly lowest: number;
  /** The fit at the interior maximum, and its standard errors; null if there is none. */
  readonly fit: Lognormal3 | null;
  readonly errors: Lognormal3 | null;
  /** The threshold there, and its standard error; null if there is none. */
  readonly estimate: { readonly value: number; readonly error: number } | null;
  /** Why there is no fit. */
  readonly reason: FitFailure | null;
  /** Points (theta, log-likelihood less that of the normal limit), from left to right. */
  readonly points: readonly (readonly [number, number])[];
  /** The same at the maximum; 0, the normal limit, if there is none. */
  readonly highest: number;
}

/**
 * The log-likelihood of all values, maximised over the other two parameters, less that of the
 * normal limit.
 */
function logLikelihoodAt(values: Float64Array, theta: number, mean: number, sd: number) {
  const n = values.length;
  const e = sd / (mean - theta);
  let sum = 0;
  let squares = 0;
  for (const x of values) {
    const log = log1p((e * (x - mean)) / sd);
    sum += log;
    squares += log * log;
  }
  const centre = sum / n;
  return n * (ln(e) - centre - 0.5 * ln(squares / n - centre * centre));
}

/**
 * The profile of a sample of three values or more, not all equal; resumable, with a yield after
 * each point of the curve.
 */
export function* profileOf(values: Float64Array): Generator<undefined, Profile> {
  const n = values.length;
  const found = moments(values);
  const { mean } = found;
  const sd = standardDeviation(found, n);
  const lowest = values.reduce((a, b) => Math.min(a, b));
  const answer = mle.fit(values);
  const fit = answer.ok ? answer.model : null;
  const at = (theta: number) => logLikelihoodAt(values, theta, mean, sd);
  const highest = fit ? at(fit.threshold) : 0;
  // Even steps of the logarithm of the distance to the smallest value: the curve is steep there and
  // flat far off.
  const nearest = 1e-5 * (mean - lowest);
  const farthest = 12 * sd;
  const points: [number, number][] = [];
  for (let i = 0; i <= POINTS; i++) {
    const theta = lowest - onLogScale(farthest, nearest, i / POINTS);
    points.push([theta, at(theta)]);
    yield;
  }
  const errors = fit && lognormal3StandardErrors(fit, n);
  const estimate = fit && errors && { value: fit.threshold, error: errors.threshold };
  const reason = answer.ok ? null : answer.reason;
  return { values, mean, sd, lowest, fit, errors, estimate, reason, points, highest };
}

/** Where the profile falls `CUT` below its maximum. */
export interface LikelyInterval {
  /** Null if it does not fall so far on that side. */
  readonly left: number | null;
  readonly right: number | null;
}

/**
 * The interval of a profile, null if it has no maximum; resumable, with a yield after each end that
 * was tried.
 */
export function* intervalOf({
  values,
  mean,
  sd,
  fit,
  highest,
  lowest,
}: Profile): Generator<undefined, LikelyInterval | null> {
  if (!fit) return null;
  const falls = (theta: number) => logLikelihoodAt(values, theta, mean, sd) < highest - CUT;
  const theta = fit.threshold;
  function* end(far: number): Generator<undefined, number | null> {
    let [inside, outside] = [theta, far];
    if (!falls(outside)) return null;
    for (let i = 0; i < 50; i++) {
      const middle = (inside + outside) / 2;
      if (falls(middle)) outside = middle;
      else inside = middle;
      yield;
    }
    return inside;
  }
  // To the right there is a fall before the likelihood rises to infinity, if it is deep enough.
  let right: number | null = null;
  for (let gap = (lowest - theta) / 2; gap > 1e-12 * sd && right === null; gap /= 2) {
    if (falls(lowest - gap)) right = yield* end(lowest - gap);
    yield;
  }
  return { left: yield* end(mean - 1e4 * sd), right };
}
