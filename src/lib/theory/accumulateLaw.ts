import { SOURCE_ESTIMATOR, scaleOf } from './scale.ts';

/**
 * A normal model fitted to all values that there have ever been, n more each generation (the regime
 * accumulate).
 */
export interface Accumulating {
  /** New values in each generation, at least 2. */
  readonly n: number;
  /** Id or alias of the estimator; the source article's if absent. */
  readonly estimator?: string;
}

/**
 * Second moments of generation t, as shares: E s_t^2 of sigma^2, Var m_t of sigma^2 / n, which one
 * fit has.
 */
export interface Accumulated {
  readonly meanOfVariance: number;
  readonly varianceOfMean: number;
}

/**
 * Exact second moments of the generations 1, 2, …, one after the other, without end: n Var m_t =
 * sum of E s_(i-1)^2 / i^2 over i = 1, …, t (sigma = 1, s_0 = 1), and E s_t^2 is the product of 1 -
 * 1 / (n i^2) with maximum likelihood and of 1 - 1 / (i (i n - 1)), i > 1, with the unbiased
 * variance. Throws a RangeError for n < 2.
 *
 * The mean moves from m to m + (M - m) / t, M being that of the n new values, whose sum of squares
 * about M is (n - 1) s^2 on average; they add it and (t - 1) n / t times E (M - m)^2 = s^2 / n to
 * the sum of squares: n - 1 / t in all.
 */
export function* accumulated({
  n,
  estimator = SOURCE_ESTIMATOR,
}: Accumulating): Generator<Accumulated, never> {
  if (!(n >= 2)) throw new RangeError(`a spread needs n of at least 2, got ${n}`);
  let meanOfVariance = 1;
  let varianceOfMean = 0;
  let squaresBefore = 0;
  for (let t = 1; ; t++) {
    varianceOfMean += meanOfVariance / (t * t);
    const scale = scaleOf(estimator, t * n);
    const perSquare = (scale * scale) / (t * n - 1);
    meanOfVariance *= perSquare * (squaresBefore + n - 1 / t);
    // What the sum of squares is, as a multiple of s^2.
    squaresBefore = 1 / perSquare;
    yield { meanOfVariance, varianceOfMean };
  }
}

/**
 * Generation t of these. Throws a RangeError unless t is a whole number from 1 and n at least 2.
 */
export function accumulatedBy({ t, ...rest }: Accumulating & { readonly t: number }): Accumulated {
  if (!(Number.isInteger(t) && t >= 1)) {
    throw new RangeError(`generations are whole numbers from 1, got ${t}`);
  }
  const law = accumulated(rest);
  for (let before = 1; before < t; before++) law.next();
  return law.next().value;
}
