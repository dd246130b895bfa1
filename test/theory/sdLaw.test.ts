import { describe, expect, it } from 'vitest';
import { chiSquare } from '../../src/lib/random/gamma.ts';
import { keyed } from '../../src/lib/random/keyed.ts';
import { largestDiscrepancy } from '../../src/lib/theory/discrepancy.ts';
import { upperGamma } from '../../src/lib/special/incompleteGamma.ts';
import { scaleOf } from '../../src/lib/theory/scale.ts';
import {
  cdfOfSd,
  densityOfSd,
  exactChanceOfSdAbove,
  exactMedianOfSd,
  exactQuantileOfSd,
} from '../../src/lib/theory/sdLaw.ts';
import { chanceOfSdAbove, quantileOfSd } from '../../src/lib/theory/sdQuantiles.ts';
import { theoryReference } from '../reference/theoryValues.ts';
import { expectRelative } from '../support/relative.ts';

const source = { n: 200, k: 500, sigma: 30 };
const LEVELS = [1e-6, 1e-4, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1 - 1e-4, 1 - 1e-6];

describe('the exact law of s', () => {
  it('is that of R to 3e-13 in probability: n from 2 to 100,000, k from 1 to 500', () => {
    const rows = theoryReference('cdfOfSd');
    expect(rows.length).toBeGreaterThan(400);
    for (const { n, k, x, value } of rows) {
      const found = cdfOfSd({ n: n!, k: k!, sigma: 1, x: x! });
      expect(Math.abs(found - value!), `n = ${n}, k = ${k}, x = ${x}`).toBeLessThan(3e-13);
    }
  });

  it('is the chi law in the first generation, to 1e-12', () => {
    for (const n of [2, 3, 4, 10, 31, 32, 33, 34, 200, 5000]) {
      for (const p of LEVELS) {
        const x = exactQuantileOfSd({ n, k: 1, sigma: 3, p });
        const tail = upperGamma((n - 1) / 2, ((n - 1) / 2) * (x / 3) ** 2);
        expect(Math.abs(tail - (1 - p)), `n = ${n}, p = ${p}`).toBeLessThan(1e-12);
        const found = exactChanceOfSdAbove({ n, k: 1, sigma: 3, x });
        expect(Math.abs(found - tail), `n = ${n}, p = ${p}`).toBeLessThan(1e-12);
      }
    }
    // With three values s^2 is exponential.
    for (const x of [0.01, 0.3, 1, 2.5]) {
      expect(Math.abs(cdfOfSd({ n: 3, k: 1, sigma: 1, x }) + Math.expm1(-x * x))).toBeLessThan(
        1e-15,
      );
    }
  });

  it('undoes its quantiles, for every estimator', () => {
    for (const estimator of ['unbiased-variance', 'mle', 'c4', 'unbiased-log']) {
      for (const [n, k] of [
        [2, 1],
        [2, 40],
        [10, 7],
        [200, 500],
        [1000, 5000],
      ] as const) {
        for (const p of LEVELS) {
          const x = exactQuantileOfSd({ n, k, sigma: 30, p, estimator });
          const found = cdfOfSd({ n, k, sigma: 30, x, estimator });
          expect(Math.abs(found - p), `${estimator} ${n} ${k} ${p}`).toBeLessThan(1e-12);
        }
      }
    }
  });

  it('is that of the source times the factor of the estimator to the power k', () => {
    const x = exactQuantileOfSd({ ...source, k: 7, p: 0.3 });
    for (const estimator of ['mle', 'c4', 'unbiased-log']) {
      const scaled = x * scaleOf(estimator, 200) ** 7;
      expectRelative(exactQuantileOfSd({ ...source, k: 7, p: 0.3, estimator }), scaled, 1e-12);
    }
  });

  it('has a density that is the slope of its cdf and has all its area', () => {
    const at = { n: 10, k: 5, sigma: 2 };
    let area = 0;
    for (let x = 0.0005; x < 12; x += 0.001) {
      area += densityOfSd({ ...at, x }) * 0.001;
    }
    expect(Math.abs(area - cdfOfSd({ ...at, x: 12 }))).toBeLessThan(1e-6);
    for (const x of [0.2, 0.9, 1.6, 4]) {
      const slope = (cdfOfSd({ ...at, x: x + 1e-4 }) - cdfOfSd({ ...at, x: x - 1e-4 })) / 2e-4;
      expectRelative(densityOfSd({ ...at, x }), slope, 1e-6, `x = ${x}`);
    }
  });

  it('is the first published run of 500 generations: median 8.53, quartiles 4.00 and 18.2', () => {
    const found = [0.05, 0.25, 0.5, 0.75, 0.95].map((p) => exactQuantileOfSd({ ...source, p }));
    // 400,000 simulated runs had 1.35, 4.01, 8.55, 18.21 and 53.85: the standard errors of those
    // are up to 0.4 %.
    [1.35, 4.01, 8.55, 18.21, 53.85].forEach((value, i) => expectRelative(found[i]!, value, 0.01));
    expect(exactMedianOfSd(source)).toBe(found[2]);
    expect(found.map((value) => value.toPrecision(3))).toEqual([
      '1.34',
      '4.00',
      '8.53',
      '18.2',
      '54.0',
    ]);
  });

  it('leaves 31, 13 and 6 % of runs wider than the original at k = 100, 500 and 1000', () => {
    const wider = (k: number) => exactChanceOfSdAbove({ ...source, k, x: 30 });
    expect([100, 500, 1000].map((k) => wider(k).toFixed(3))).toEqual(['0.309', '0.131', '0.057']);
  });

  it('puts the two published runs at 25.3 and 55.3 per cent of all runs', () => {
    expect(cdfOfSd({ ...source, x: 4.037178 }).toFixed(3)).toBe('0.253');
    expect(cdfOfSd({ ...source, x: 9.910623 }).toFixed(3)).toBe('0.553');
  });

  it('is within 0.076 sqrt(2 / ((n - 1) k)) of the log-normal approximation', () => {
    for (const n of [2, 3, 10, 50, 200, 1000]) {
      for (const k of [1, 2, 10, 100, 500]) {
        let worst = 0;
        for (let i = 1; i < 200; i++) {
          const x = quantileOfSd({ n, k, sigma: 1, p: i / 200 });
          const found = exactChanceOfSdAbove({ n, k, sigma: 1, x });
          worst = Math.max(worst, Math.abs(found - chanceOfSdAbove({ n, k, sigma: 1, x })));
        }
        const ratio = worst / Math.sqrt(2 / ((n - 1) * k));
        expect(ratio, `n = ${n}, k = ${k}`).toBeLessThan(n >= 200 ? 0.0668 : 0.0759);
        expect(ratio, `n = ${n}, k = ${k}`).toBeGreaterThan(0.066);
      }
    }
  });

  it('ends at 0 and infinity', () => {
    for (const x of [-1, 0]) {
      expect(cdfOfSd({ ...source, x })).toBe(0);
      expect(exactChanceOfSdAbove({ ...source, x })).toBe(1);
      expect(densityOfSd({ ...source, x })).toBe(0);
    }
    expect(cdfOfSd({ ...source, x: 1e300 })).toBe(1);
    expect(cdfOfSd({ ...source, x: Infinity })).toBe(1);
    expect(densityOfSd({ ...source, x: Infinity })).toBe(0);
    expect(cdfOfSd({ ...source, x: NaN })).toBeNaN();
    expect(densityOfSd({ ...source, x: NaN })).toBeNaN();
    expect(exactQuantileOfSd({ ...source, p: 0 })).toBe(0);
    expect(exactQuantileOfSd({ ...source, p: 1 })).toBe(Infinity);
    for (const p of [NaN, -0.1, 1.1]) expect(exactQuantileOfSd({ ...source, p })).toBeNaN();
  });

  it('has no generation 0 or 1.5, and no spread of one value', () => {
    for (const k of [0, 1.5, NaN]) {
      expect(() => cdfOfSd({ ...source, k, x: 1 })).toThrow(`whole numbers from 1, got ${k}`);
    }
    for (const n of [1, NaN, Infinity]) {
      expect(() => exactMedianOfSd({ ...source, n })).toThrow(`at least 2, got ${n}`);
    }
  });
});

describe('simulated standard deviations', () => {
  const RUNS = 4000;
  it.each([10, 50, 200, 1000])('follow the exact law at k = 1, 10, 100 and 500, n = %i', (n) => {
    const rng = keyed.open('exact law')(n);
    const squares = new Float64Array(RUNS).fill(1);
    for (let k = 1; k <= 500; k++) {
      for (let i = 0; i < RUNS; i++) squares[i]! *= chiSquare(rng, n - 1) / (n - 1);
      if (![1, 10, 100, 500].includes(k)) continue;
      const { standardErrors, level } = largestDiscrepancy({
        values: squares.map(Math.sqrt),
        cdf: (x) => cdfOfSd({ n, k, sigma: 1, x }),
        levels: [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99],
      });
      // 112 comparisons in all; 4 standard errors are exceeded by one in 16,000.
      expect(Math.abs(standardErrors), `k = ${k}, level ${level}`).toBeLessThan(4);
    }
  });
});
