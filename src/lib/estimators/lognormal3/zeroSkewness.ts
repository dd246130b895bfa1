import { log1p } from '../../special/log1pExpm1.ts';
import { lognormal3Estimator } from './estimator.ts';
import { fromThreshold, onlyTheLimit } from './fromThreshold.ts';

/** Steps from the largest e inwards until the logarithms are skewed to the left. */
const CLOSEST = 1e-12;

/**
 * The threshold above which the logarithms have skewness 0 (Griffiths 1980; Stata's lnskew0);
 * divisor n - 1.
 */
export const zeroSkewness = lognormal3Estimator({
  id: 'zero-skewness',
  work: 23,
  label: 'Zero skewness of the logarithm',
  summary: 'Takes the threshold above which the logarithms are not skewed.',
  fit(sample) {
    if (!(sample.skewness > 0)) return onlyTheLimit(sample, 'not-right-skewed');
    const e = rootOfSkewness(sample.z, -1 / sample.lowest);
    return e === null ? { ok: false, reason: 'no-solution' } : fromThreshold(sample, e, 'n - 1');
  },
});

/** Sum of cubes of log(1 + e z) about its mean: of the sign of the skewness. */
function cubesAt(z: Float64Array, e: number): number {
  const n = z.length;
  const logs = new Float64Array(n);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const log = log1p(e * z[i]!);
    logs[i] = log;
    sum += log;
  }
  const mean = sum / n;
  let cubes = 0;
  let squares = 0;
  for (const log of logs) {
    const d = log - mean;
    squares += d * d;
    cubes += d * d * d;
  }
  return cubes / (squares * Math.sqrt(squares));
}

/**
 * The e in (0, end) at which the skewness falls through 0, by the Illinois rule; null if it does
 * not.
 */
function rootOfSkewness(z: Float64Array, end: number): number | null {
  let low = 0;
  let atLow = 1;
  let gap = 0.5;
  let high = end * (1 - gap);
  let atHigh = cubesAt(z, high);
  while (atHigh > 0) {
    [low, atLow] = [high, atHigh];
    gap /= 16;
    if (gap < CLOSEST) return null;
    high = end * (1 - gap);
    atHigh = cubesAt(z, high);
  }
  for (let i = 0, side = 0; i < 200 && high - low > 1e-14 * high; i++) {
    // While the lower end is the normal limit itself, its value is not known: halve.
    const middle = low === 0 ? high / 2 : (low * atHigh - high * atLow) / (atHigh - atLow);
    // The straight line has met one of the ends: that is the root, though the other end may be far.
    if (!(middle > low && middle < high)) return middle;
    const value = cubesAt(z, middle);
    if (value === 0) return middle;
    if (value > 0) {
      [low, atLow] = [middle, value];
      if (side === 1) atHigh /= 2;
      side = 1;
    } else {
      [high, atHigh] = [middle, value];
      if (side === -1) atLow /= 2;
      side = -1;
    }
  }
  return (low + high) / 2;
}
