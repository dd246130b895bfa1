import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import { standardCdf, standardPdf } from '../special/standardNormal.ts';

const STEP = 0.03;
const REACH = 9;

let lastN = NaN;
let last = NaN;

/**
 * The mean of the smallest of n independent standard normal values, to about 1e-14 up to n = 1,000
 * and 2e-11 at a million; 0 for n = 1. The integral of -x n phi(x) Phi(x)^(n - 1), by the
 * trapezoidal rule, which is exact to rounding for such a function. Throws a RangeError unless n is
 * a whole number from 1.
 */
export function expectedMinimum(n: number): number {
  if (!(Number.isInteger(n) && n >= 1)) throw new RangeError(`not a number of values: ${n}`);
  if (n !== lastN) {
    let sum = 0;
    for (let i = -Math.round(REACH / STEP); i * STEP < REACH; i++) {
      const x = i * STEP;
      const cdf = standardCdf(x);
      if (cdf > 0) sum += x * standardPdf(x) * exp((n - 1) * ln(cdf));
    }
    lastN = n;
    last = -n * sum * STEP;
  }
  return last;
}
