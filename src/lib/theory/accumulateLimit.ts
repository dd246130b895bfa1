import { accumulated, type Accumulated, type Accumulating } from './accumulateLaw.ts';
import { cosSin } from '../special/circular.ts';
import { extrapolate } from '../special/extrapolate.ts';
import { quadraticProduct } from '../special/quadraticProduct.ts';

/** The first and the last generation at which the law is looked at: powers of 2. */
const FIRST = 8;
const LAST = 1024;

/**
 * What E s_t^2 / sigma^2 tends to with maximum likelihood: the product of 1 - 1 / (n i^2) over all
 * i = 1, 2, …, which is sin(x) / x with x = pi / sqrt(n) (Euler's product, DLMF 4.22.1). About 1 -
 * 1.645 / n. Throws a RangeError for n < 2.
 */
export function limitUnderMaximumLikelihood(n: number): number {
  const x = Math.PI / Math.sqrt(checked(n));
  return cosSin(x)[1] / x;
}

/**
 * The same with the unbiased variance: the product of 1 - 1 / (i (i n - 1)) over i = 2, 3, …, below
 * 1 still, since values of different generations are correlated. About 1 - 0.645 / n. Throws a
 * RangeError for n < 2.
 */
export function limitUnderUnbiasedVariance(n: number): number {
  const b = 1 / checked(n);
  return quadraticProduct({ sum: b, product: -b }, b);
}

/**
 * The limits of E s_t^2 / sigma^2 and of n Var m_t / sigma^2 for t -> Infinity, for every
 * estimator; relative error below 1e-12. The second is near pi^2 / 6 for large n (dey2024): s
 * hardly moves, and the sum of 1 / i^2 is left. Throws a RangeError for n < 2.
 */
export function limitOfAccumulated(asked: Accumulating): Accumulated {
  const law = accumulated(asked);
  const seen: Accumulated[] = [];
  for (let t = 1; t <= LAST; t++) {
    const { value } = law.next();
    if (t >= FIRST && (t & (t - 1)) === 0) seen.push(value);
  }
  return {
    meanOfVariance: extrapolate(seen.map(({ meanOfVariance }) => meanOfVariance)),
    varianceOfMean: extrapolate(seen.map(({ varianceOfMean }) => varianceOfMean)),
  };
}

function checked(n: number): number {
  if (n >= 2) return n;
  throw new RangeError(`a spread needs n of at least 2, got ${n}`);
}
