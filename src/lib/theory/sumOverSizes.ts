import { logBias, logVariance } from '../special/logSd.ts';

/**
 * What is left of a normal model for t -> Infinity, with the unbiased variance and sigma = 1;
 * natural logarithms.
 */
export interface Left {
  /** E log s, Var log s and Var m in the limit. */
  readonly meanOfLogSd: number;
  readonly varianceOfLogSd: number;
  readonly varianceOfMean: number;
  /** None of them is further off than this. */
  readonly error: number;
}

/**
 * Generations whose terms are added one by one, at most; fewer if the sizes reach the second
 * number.
 */
const ONE_BY_ONE = 20_000;
const LARGE = 1e9;

/**
 * What is left after sizes n_t that grow fast enough: E log s is minus the sum of the biases of log
 * s, Var log s that of its variances, Var m that of 1 / n_t (E s^2 stays 1). The first terms are
 * those of `sizeOf`, rounding and all. `tail(T, times)` is the sum of x_t^-times over t > T, x_t
 * being n_t before it is rounded: with nu = n - 1 a bias is 1 / (2 nu) to 1 / (2 nu) + 1 / (6 nu^2)
 * and a variance 1 / (2 nu) + 1 / (2 nu^2) + … (DLMF 5.11.2, 5.15.8), so that either is 1 / (2 x)
 * up to 2 / x^2 from x = 10 on, and 1 / n is 1 / x up to 1 / x^2.
 */
export function sumOverSizes(
  sizeOf: (t: number) => number,
  tail: (T: number, times: 1 | 2) => number,
): Left {
  let [bias, variance, mean] = [0, 0, 0];
  let T = 0;
  for (let size = 0; T < ONE_BY_ONE && size < LARGE;) {
    T++;
    size = sizeOf(T);
    bias += logBias(size);
    variance += logVariance(size);
    mean += 1 / size;
  }
  const rest = tail(T, 1);
  return {
    meanOfLogSd: -bias - rest / 2,
    varianceOfLogSd: variance + rest / 2,
    varianceOfMean: mean + rest,
    // What the rounding of the sums may add is the last part.
    error: 2 * tail(T, 2) + 1e-12 * (mean + variance + rest),
  };
}
