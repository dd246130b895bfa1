import { describe, expect, it } from 'vitest';
import { chiSquare } from '../../src/lib/random/gamma.ts';
import { keyed } from '../../src/lib/random/keyed.ts';
import { c4 } from '../../src/lib/special/c4.ts';
import { driftTable } from '../../src/lib/theory/driftTable.ts';
import { logVariance } from '../../src/lib/special/logSd.ts';
import {
  meanVarianceOfPosteriorDraws,
  posteriorDrawRow,
} from '../../src/lib/theory/posteriorDraw.ts';
import { scaleOf } from '../../src/lib/theory/scale.ts';
import { meanOfSd, meanOfVariance } from '../../src/lib/theory/sdMoments.ts';
import { momentOfSd, varianceOfVariance } from '../../src/lib/theory/sdPowers.ts';
import { generationsInSight, standardErrorOfMeanVariance } from '../../src/lib/theory/sight.ts';
import {
  earlySquaredWasserstein,
  expectedSquaredWasserstein,
} from '../../src/lib/theory/wasserstein.ts';
import { expectRelative } from '../support/relative.ts';

const ESTIMATORS = ['unbiased-variance', 'mle', 'c4', 'unbiased-log'] as const;

/** m_k (with mu = 0) and s_k of one run from N(0, 1), by sufficient statistics. */
function simulate(seed: string, n: number, k: number, estimator: string, runs: number) {
  const rng = keyed.open(seed)(n);
  const scale = scaleOf(estimator, n);
  return Array.from({ length: runs }, () => {
    let [m, s] = [0, 1];
    for (let t = 0; t < k; t++) {
      m += (s / Math.sqrt(n)) * rng.normal();
      s *= scale * Math.sqrt(chiSquare(rng, n - 1) / (n - 1));
    }
    return { m, s };
  });
}

/**
 * Distance of the average of these values from `wanted`, in standard errors estimated from the
 * values.
 */
function errors(values: readonly number[], wanted: number): number {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const square = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length;
  return Math.abs(mean - wanted) / Math.sqrt(square / values.length);
}

describe('the powers of s', () => {
  it('have the means that are known otherwise for powers 1 and 2', () => {
    for (const estimator of ESTIMATORS) {
      for (const n of [2, 3, 10, 200, 5000]) {
        for (const k of [1, 7, 500]) {
          const at = { n, k, sigma: 30, estimator };
          expectRelative(momentOfSd({ ...at, power: 1 }), meanOfSd(at), 1e-11);
          expectRelative(momentOfSd({ ...at, power: 2 }), meanOfVariance(at), 1e-11);
          expectRelative(momentOfSd({ ...at, power: 0 }), 1, 1e-11);
        }
      }
    }
  });

  it('have E s^4 = ((n + 1) / (n - 1))^k sigma^4: 148 sigma^4 after 500 generations of 200', () => {
    const fourth = momentOfSd({ n: 200, k: 500, sigma: 1, power: 4 });
    expectRelative(fourth, (201 / 199) ** 500, 1e-11);
    expect(fourth.toFixed(0)).toBe('148');
    const sixth = momentOfSd({ n: 10, k: 3, sigma: 2, power: 6 });
    expectRelative(sixth, 64 * ((9 * 11 * 13) / 9 ** 3) ** 3, 1e-12);
  });

  it('have the means of simulated runs for broken and for negative powers', () => {
    for (const estimator of ESTIMATORS) {
      const runs = simulate('powers', 20, 4, estimator, 20_000);
      for (const power of [-3, -0.5, 0.7, 2.5]) {
        const wanted = momentOfSd({ n: 20, k: 4, sigma: 1, power, estimator });
        const values = runs.map(({ s }) => s ** power);
        expect(errors(values, wanted), `${estimator} ${power}`).toBeLessThan(4);
      }
    }
  });

  it('have no mean from -(n - 1) downwards', () => {
    expect(() => momentOfSd({ n: 5, k: 1, sigma: 1, power: -4 })).toThrow(RangeError);
    expect(momentOfSd({ n: 5, k: 1, sigma: 1, power: -3.9 })).toBeGreaterThan(1);
  });

  it('make Var s^2 the difference of two of them', () => {
    for (const estimator of ESTIMATORS) {
      for (const [n, k] of [
        [2, 1],
        [10, 5],
        [200, 500],
      ] as const) {
        const at = { n, k, sigma: 3, estimator };
        const wanted = momentOfSd({ ...at, power: 4 }) - momentOfSd({ ...at, power: 2 }) ** 2;
        expectRelative(varianceOfVariance(at), wanted, 1e-10, `${estimator} ${n} ${k}`);
      }
    }
    // One fit: 2 sigma^4 / (n - 1), also where that is small.
    expectRelative(varianceOfVariance({ n: 1e7 + 1, k: 1, sigma: 1 }), 2e-7, 1e-14);
  });
});

describe('the expected squared Wasserstein distance', () => {
  it('is k/n + 2 - 2 c4^k for the unbiased variance: .0150, .1499 and 1.4463 for n = 100', () => {
    for (const n of [2, 10, 100, 3000]) {
      for (const k of [1, 10, 400]) {
        const wanted = 9 * (k / n + 2 - 2 * c4(n) ** k);
        expectRelative(expectedSquaredWasserstein({ n, k, sigma: 3 }), wanted, 1e-10);
      }
    }
    const found = [1, 10, 100].map((k) => expectedSquaredWasserstein({ n: 100, k, sigma: 1 }));
    expect(found.map((value) => value.toFixed(4))).toEqual(['0.0150', '0.1499', '1.4463']);
  });

  it('is the mean of (m - mu)^2 + (s - sigma)^2 over simulated runs', () => {
    for (const estimator of ESTIMATORS) {
      for (const [n, k] of [
        [5, 2],
        [100, 10],
      ] as const) {
        const runs = simulate('distance', n, k, estimator, 40_000);
        const wanted = expectedSquaredWasserstein({ n, k, sigma: 1, estimator });
        const values = runs.map(({ m, s }) => m * m + (s - 1) ** 2);
        expect(errors(values, wanted), `${estimator} ${n} ${k}`).toBeLessThan(4);
      }
    }
  });

  it('is (3/2) sigma^2 k / n to first order in k / n, whatever the estimator', () => {
    expect(earlySquaredWasserstein({ n: 100, k: 10, sigma: 2 })).toBeCloseTo(0.6, 14);
    for (const estimator of ESTIMATORS) {
      for (const [n, k] of [
        [1e6, 1],
        [1e6, 100],
        [1e5, 100],
      ] as const) {
        const at = { n, k, sigma: 2, estimator };
        // Next to it stand terms of order k / n and 1 / n of it.
        expectRelative(expectedSquaredWasserstein(at), earlySquaredWasserstein(at), 3 * (k / n));
      }
    }
  });

  it('grows without end for the unbiased variance and settles for maximum likelihood', () => {
    const late = { n: 10, k: 10_000, sigma: 1 };
    expectRelative(expectedSquaredWasserstein(late), 1002, 1e-12);
    // (sigma^2 / n) / (1 - (n - 1) / n) for the mean, and sigma^2 for the spread.
    expectRelative(expectedSquaredWasserstein({ ...late, estimator: 'mle' }), 2, 1e-12);
  });
});

describe("the estimators' table", () => {
  // Drifts and standard deviations were computed independently; half-lives are log 2 over the
  // drift.
  it.each([
    [10, '.057603 .110283 .029882', 0.24936, '12.0 6.3 23.2'],
    [20, '.026777 .052424 .013625', 0.16658, '25.9 13.2 50.9'],
    [50, '.0102735 .0203748 .0051718', 0.102055, '67.5 34.0 134.0'],
    [100, '.0050675 .0100927 .0025423', 0.071427, '136.8 68.7 272.6'],
    [200, '.0025168 .0050230 .0012605', 0.050252, '275.4 138.0 549.9'],
    [500, '.0010027 .0020037 .0005017', 0.031686, '691.3 345.9 1381.7'],
    [1000, '.00050067 .0010009 .00025042', 0.022383, '1384.4 692.5 2768.0'],
  ])('has the known drifts and half-lives for n = %i', (n, drifts, spread, halfLives) => {
    const rows = driftTable(n).slice(0, 3);
    drifts.split(' ').forEach((drift, i) => {
      // Half a unit in the last digit given.
      const digit = 10 ** -(drift.length - 1);
      expect(Math.abs(rows[i]!.drift + Number(drift))).toBeLessThan(0.51 * digit);
    });
    for (const row of driftTable(n)) expectRelative(row.spread, spread, 2e-5);
    expect(rows.map(({ halfLife }) => halfLife.toFixed(1))).toEqual(halfLives.split(' '));
  });

  it.each([2, 3, 10, 200, 1000, 1_000_000])(
    'says what each estimator keeps, and its fate, n = %i',
    (n) => {
      expect(driftTable(n).map(({ id, keeps, fate }) => [id, keeps, fate])).toEqual([
        ['unbiased-variance', 'variance', 'collapses'],
        ['maximum-likelihood', 'nothing', 'collapses'],
        ['unbiased-standard-deviation', 'standard-deviation', 'collapses'],
        ['unbiased-log', 'logarithm', 'wanders'],
      ]);
      expect(driftTable(n)[3]!.halfLife).toBe(Infinity);
    },
  );

  it('has leading drifts 1/n, 1/(2n) and 1/(4n)', () => {
    const n = 1_000_000;
    const [variance, likelihood, sd] = driftTable(n).map(({ drift }) => drift * n);
    expect(variance!).toBeCloseTo(-1 / 2, 5);
    expect(likelihood!).toBeCloseTo(-1, 5);
    expect(sd!).toBeCloseTo(-1 / 4, 5);
  });

  it('belongs to estimators whose E s^2 shrinks, stays, and grows', () => {
    const after = (estimator: string) => meanOfVariance({ n: 100, k: 50, sigma: 1, estimator });
    expectRelative(after('mle'), 0.99 ** 50, 1e-12);
    expect(after('unbiased-variance')).toBe(1);
    expectRelative(after('c4'), c4(100) ** -100, 1e-11);
    // log-unbiased: exp(k / n) to first order.
    expectRelative(Math.log(after('unbiased-log')), 50 / 99, 0.01);
  });

  it('needs two values', () => {
    expect(() => driftTable(1)).toThrow(RangeError);
    expect(() => posteriorDrawRow(1)).toThrow(RangeError);
  });
});

describe('a draw from the posterior in place of an estimate', () => {
  const [n, k, runs] = [12, 8, 40_000];
  const rng = keyed.open('posterior draw')(1);
  const logs = Array.from({ length: runs }, () => {
    let square = 1;
    for (let t = 0; t < k; t++) square *= chiSquare(rng, n - 1) / chiSquare(rng, n - 1);
    return Math.log(square) / 2;
  });

  it('keeps the median, and doubles the variance of log s', () => {
    const row = posteriorDrawRow(n);
    expect(row).toMatchObject({ drift: 0, halfLife: Infinity, keeps: 'median', fate: 'wanders' });
    expectRelative(row.spread ** 2, 2 * logVariance(n), 1e-14);
    const below = logs.filter((x) => x < 0).length / runs;
    expect(Math.abs(below - 0.5)).toBeLessThan((4 * 0.5) / Math.sqrt(runs));
    expect(
      errors(
        logs.map((x) => x * x),
        k * row.spread ** 2,
      ),
    ).toBeLessThan(4);
  });

  it('has E s^2 = ((n - 1) / (n - 3))^k, which explodes', () => {
    expect(
      errors(
        logs.map((x) => Math.exp(2 * x)),
        (11 / 9) ** k,
      ),
    ).toBeLessThan(4);
    expectRelative(meanVarianceOfPosteriorDraws({ n, k, sigma: 3 }), 9 * (11 / 9) ** k, 1e-13);
    const hundred = meanVarianceOfPosteriorDraws({ n: 100, k: 100, sigma: 1 });
    expect(hundred.toFixed(2)).toBe('7.70');
    expect(meanVarianceOfPosteriorDraws({ n: 3, k: 1, sigma: 1 })).toBe(Infinity);
  });
});

describe('the average of s^2 over a number of runs', () => {
  it('has standard error 1.2 sigma^2 for 100 runs of 500 generations of 200', () => {
    const at = { n: 200, k: 500, sigma: 3 };
    const wanted = 9 * Math.sqrt(((201 / 199) ** 500 - 1) / 100);
    expectRelative(standardErrorOfMeanVariance({ ...at, runs: 100 }), wanted, 1e-10);
    expect((wanted / 9).toFixed(1)).toBe('1.2');
  });

  it('is the standard deviation of simulated averages, while the eye sees far enough', () => {
    const squares = simulate('averages', 50, 5, 'mle', 40_000).map(({ s }) => s * s);
    const mean = meanOfVariance({ n: 50, k: 5, sigma: 1, estimator: 'mle' });
    const variance =
      400 *
      standardErrorOfMeanVariance({ n: 50, k: 5, sigma: 1, estimator: 'mle', runs: 400 }) ** 2;
    expect(
      errors(
        squares.map((x) => (x - mean) ** 2),
        variance,
      ),
    ).toBeLessThan(4);
  });

  it('falls short from about (n - 1) log R generations on', () => {
    expect(generationsInSight({ n: 200, runs: 100 })).toBeCloseTo(199 * Math.log(100), 10);
    expect(generationsInSight({ n: 200, runs: 1 })).toBe(0);
    // How many averages A of R = 100 runs are below half the expectation 1, of 60. At a quarter of
    // the limit their standard error is 0.254, so by Cantelli's inequality at most 0.0645 / (0.0645
    // + 1/4) = 21 %. At 4 times the limit E sqrt(A) <= sqrt(R) E s = 10 c4^166 = 0.1, so by
    // Markov's inequality at most 0.1 / sqrt(1/2) = 14 % are not. Both with 4 standard errors of a
    // share of 60.
    const [n, runs, ensembles] = [10, 100, 60];
    const limit = generationsInSight({ n, runs });
    const short = (k: number) => {
      const squares = simulate('sight', n, k, 'unbiased-variance', runs * ensembles).map(
        ({ s }) => s * s,
      );
      const means = Array.from({ length: ensembles }, (_, i) =>
        squares.slice(i * runs, (i + 1) * runs).reduce((sum, x) => sum + x / runs, 0),
      );
      return means.filter((mean) => mean < 0.5).length / ensembles;
    };
    expect(short(Math.round(limit / 4))).toBeLessThan(0.42);
    expect(short(Math.round(limit * 4))).toBeGreaterThan(0.68);
  });
});
