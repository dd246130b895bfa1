import ln from '@stdlib/math-base-special-ln';
import '../../lib/withLognormals.ts';
import { estimatorFor } from '../../lib/estimators/index.ts';
import { onLogScale } from '../../lib/logScale.ts';
import { moments, standardDeviation } from '../../lib/moments.ts';
import { lognormal3StandardErrors } from '../../lib/theory/lognormal3Information.ts';
import { logOnePlus } from '../../lib/theory/nearOne.ts';
import type { FitFailure, Params } from '../../lib/types.ts';

const mle = estimatorFor('lognormal3', 'mle');

/** Log-likelihood lost at the ends of a 95 % interval: half the 95 % quantile of chi-square with one degree of freedom. */
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
  readonly fit: Params | null;
  readonly errors: Params | null;
  /** Why there is no fit. */
  readonly reason: FitFailure | null;
  /** Points (theta, log-likelihood less that of the normal limit), from left to right. */
  readonly points: readonly (readonly [number, number])[];
  /** The same at the maximum; 0, the normal limit, if there is none. */
  readonly highest: number;
}

/** The log-likelihood of all values, maximised over the other two parameters, less that of the normal limit. */
export function logLikelihoodAt(values: Float64Array, theta: number, mean: number, sd: number) {
  const n = values.length;
  const e = sd / (mean - theta);
  let sum = 0;
  let squares = 0;
  for (const x of values) {
    const log = logOnePlus((e * (x - mean)) / sd);
    sum += log;
    squares += log * log;
  }
  const centre = sum / n;
  return n * (ln(e) - centre - 0.5 * ln(squares / n - centre * centre));
}

/** The profile of a sample of three values or more, not all equal. */
export function profileOf(values: Float64Array): Profile {
  const n = values.length;
  const found = moments(values);
  const { mean } = found;
  const sd = standardDeviation(found, n);
  const lowest = values.reduce((a, b) => Math.min(a, b));
  const answer = mle.fit(values);
  const fit = answer.ok ? answer.params : null;
  const at = (theta: number) => logLikelihoodAt(values, theta, mean, sd);
  const highest = fit ? at(fit.threshold!) : 0;
  // Even steps of the logarithm of the distance to the smallest value: the curve is steep there and flat far off.
  const nearest = 1e-5 * (mean - lowest);
  const farthest = 12 * sd;
  const points = Array.from({ length: POINTS + 1 }, (_, i) => {
    const theta = lowest - onLogScale(farthest, nearest, i / POINTS);
    return [theta, at(theta)] as const;
  });
  const errors = fit && lognormal3StandardErrors(fit, n);
  const reason = answer.ok ? null : answer.reason;
  return { values, mean, sd, lowest, fit, errors, reason, points, highest };
}

/** Where the profile falls `CUT` below its maximum, to either side; an end is null if it does not fall so far. */
export function intervalOf({ values, mean, sd, fit, highest, lowest }: Profile) {
  if (!fit) return null;
  const falls = (theta: number) => logLikelihoodAt(values, theta, mean, sd) < highest - CUT;
  const theta = fit.threshold!;
  const end = (far: number): number | null => {
    let [inside, outside] = [theta, far];
    if (!falls(outside)) return null;
    for (let i = 0; i < 50; i++) {
      const middle = (inside + outside) / 2;
      if (falls(middle)) outside = middle;
      else inside = middle;
    }
    return inside;
  };
  // To the right there is a fall before the likelihood rises to infinity, if it is deep enough.
  let right: number | null = null;
  for (let gap = (lowest - theta) / 2; gap > 1e-12 * sd && right === null; gap /= 2) {
    if (falls(lowest - gap)) right = end(lowest - gap);
  }
  return { left: end(mean - 1e4 * sd), right };
}
