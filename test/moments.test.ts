import { describe, expect, it } from 'vitest';
import { moments, standardDeviation } from '../src/lib/moments.ts';
import { exactMoments, relativeError } from './support/exact.ts';

/** Whole numbers 0, 1, 2, … scrambled by a multiplicative generator: fixed, with no library. */
function scrambled(n: number): Float64Array {
  let state = 1n;
  return Float64Array.from({ length: n }, () => {
    state = (state * 16807n) % 2147483647n;
    return Number(state) / 2147483647;
  });
}

/** As NIST's NumAcc series: one `first`, then the other two in turn. */
const alternating = (n: number, first: number, second: number, third: number) =>
  Float64Array.from({ length: n }, (_, i) => (i === 0 ? first : i % 2 ? second : third));

const hardData: readonly (readonly [string, Float64Array])[] = [
  ['10000000.2, 10000000.1, 10000000.3, …', alternating(1001, 10000000.2, 10000000.1, 10000000.3)],
  ['1000000.2, 1000000.1, 1000000.3, …', alternating(1001, 1000000.2, 1000000.1, 1000000.3)],
  ['1.2, 1.1, 1.3, …', alternating(1001, 1.2, 1.1, 1.3)],
  ['10000001, 10000003, 10000002', Float64Array.of(10000001, 10000003, 10000002)],
  ['a spread of one unit in the last place', alternating(999, 1, 1 + 2 ** -52, 1)],
  ['one value among 20,000 that differs in its last place', lastDiffers(20_000)],
  ['an outlier in the first place', Float64Array.of(1e15, ...scrambled(199))],
  ['an outlier in the last place', Float64Array.of(...scrambled(199), -1e15)],
  ['200 ordinary values', scrambled(200).map((u) => 125 + 100 * u)],
  ['20,000 ordinary values', scrambled(20_000).map((u) => 125 + 100 * u)],
  ['201 values near 1e300', scrambled(201).map((u) => 1e300 * (1 + u))],
  [
    'values of both signs near the largest double',
    scrambled(101).map((u) => 1.7e308 * (2 * u - 1)),
  ],
  ['202 values near 1e-300', scrambled(202).map((u) => 1e-300 * (1 + u))],
  ['values below full precision', scrambled(50).map((u) => 1e-312 * u)],
  ['values at 1e-158, whose squares lose digits', scrambled(203).map((u) => 1e-158 * u)],
  ['values at 1e153, whose squares sum to nearly infinity', scrambled(200).map((u) => 1e153 * u)],
];

function lastDiffers(n: number): Float64Array {
  const values = new Float64Array(n).fill(3);
  values[n - 1] = 3 + 2 ** -51;
  return values;
}

describe('moments', () => {
  it.each(hardData)('keeps 13 digits of the sum of squares of %s', (_, values) => {
    const { sumOfSquares, scale } = moments(values);
    expect(relativeError(sumOfSquares, exactMoments(values).sumOfSquares, scale)).toBeLessThan(
      1e-13,
    );
  });

  it.each(hardData.filter(([name]) => !name.includes('sign') && !name.includes('below')))(
    'keeps 15 digits of the mean of %s',
    (_, values) => {
      expect(relativeError(moments(values).mean, exactMoments(values).mean)).toBeLessThan(1e-15);
    },
  );

  it('agrees for every container and for every remainder of n by four', () => {
    for (let n = 2; n < 12; n++) {
      const values = scrambled(n);
      const found = moments(values);
      expect(moments([...values])).toEqual(found);
      const exact = exactMoments(values).sumOfSquares;
      expect(relativeError(found.sumOfSquares, exact)).toBeLessThan(1e-15);
    }
  });

  it('gives a sum of squares of exactly 0 if and only if all values are equal', () => {
    for (const value of [0, -0, 3, 0.1, -1e300, 1e-300, 5e-324, Number.MAX_VALUE]) {
      const equal = moments(new Float64Array(1001).fill(value));
      expect(equal.sumOfSquares).toBe(0);
      expect(equal.mean).toBe(value + 0);
    }
    expect(moments([0, 5e-324]).sumOfSquares).toBeGreaterThan(0);
    expect(moments([1e300, 1e300 * (1 + 2 ** -52)]).sumOfSquares).toBeGreaterThan(0);
  });

  it('has no mean for no values, and the value itself for one', () => {
    expect(moments([])).toEqual({ n: 0, mean: NaN, sumOfSquares: NaN, scale: 1 });
    expect(moments([7])).toMatchObject({ n: 1, mean: 7, sumOfSquares: 0 });
  });

  it.each([NaN, Infinity, -Infinity])('reports %s among the values as NaN', (bad) => {
    for (const at of [0, 3, 6]) {
      const values = [1, 2, 3, 4, 5, 6, 7];
      values[at] = bad;
      expect(moments(values)).toMatchObject({ mean: NaN, sumOfSquares: NaN });
    }
    expect(moments([bad, bad, bad])).toMatchObject({ mean: NaN, sumOfSquares: NaN });
  });
});

describe('standardDeviation', () => {
  it('is the root of the mean square in the units of the data', () => {
    expect(standardDeviation(moments([1, 2, 3, 4, 5]), 4)).toBe(Math.sqrt(2.5));
    const huge = standardDeviation(moments([1e300, 2e300, 3e300]), 2);
    expect(Math.abs(huge / 1e300 - 1)).toBeLessThan(1e-15);
    const small = standardDeviation(moments([1e-300, 2e-300, 3e-300]), 2);
    expect(Math.abs(small / 1e-300 - 1)).toBeLessThan(1e-15);
  });
});
