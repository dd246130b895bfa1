import { describe, expect, it } from 'vitest';
import { recordsOf } from '../../src/lib/recursion.ts';
import { scaleOf } from '../../src/lib/theory/scale.ts';
import { chanceOfRise } from '../../src/lib/theory/rise.ts';
import {
  meanOfLogSd,
  meanOfSd,
  meanOfVariance,
  varianceOfLogSd,
  varianceOfMean,
} from '../../src/lib/theory/sdMoments.ts';
import { paramsOf } from '../support/models.ts';

/*
 * The engine's literal runs (n draws in every generation) against the exact law of the recursion.
 * Every tolerance is 4 standard errors, which a correct engine exceeds once in 16,000; the seed is
 * fixed.
 */

const N = 20;
const SIGMA = 3;
const REPLICATES = 20_000;
const CHECKED = [1, 3, 12] as const;
const ESTIMATORS = ['unbiased-variance', 'mle', 'c4', 'unbiased-log'] as const;

/**
 * Fits of every replicate at the generations checked, and the share of generations in which s rose.
 */
function simulate(estimator: string) {
  const means = CHECKED.map(() => new Float64Array(REPLICATES));
  const sds = CHECKED.map(() => new Float64Array(REPLICATES));
  let rises = 0;
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    const records = recordsOf(
      {
        family: 'normal',
        truth: { mu: 10, sigma: SIGMA },
        estimator,
        regime: 'replace',
        n: N,
        generations: CHECKED[2],
        seed: `law ${estimator}`,
        stream: 'keyed',
      },
      replicate,
    );
    let before = SIGMA;
    for (const { t, fit } of records) {
      if (!fit.ok) throw new Error(`no fit: ${fit.reason}`);
      const sigma = paramsOf(fit).sigma!;
      if (sigma > before) rises++;
      before = sigma;
      const row = (CHECKED as readonly number[]).indexOf(t);
      if (row < 0) continue;
      means[row]![replicate] = paramsOf(fit).mu!;
      sds[row]![replicate] = sigma;
    }
  }
  return { means, sds, rises: rises / (REPLICATES * CHECKED[2]) };
}

function average(values: Float64Array, g: (x: number) => number): number {
  return values.reduce((sum, value) => sum + g(value), 0) / values.length;
}

/**
 * E (s_k / sigma)^(2p): the k-th power of c^(2p) E chi2^p / nu^p, with E chi2^p = nu (nu + 2) … (nu
 * + 2p - 2).
 */
function evenMoment(scale: number, p: number, k: number): number {
  const nu = N - 1;
  let factor = scale ** (2 * p);
  for (let j = 0; j < p; j++) factor *= (nu + 2 * j) / nu;
  return factor ** k;
}

describe.each(ESTIMATORS)('runs of the normal recursion fitted by %s', (estimator) => {
  const { means, sds, rises } = simulate(estimator);
  const scale = scaleOf(estimator, N);

  it.each(CHECKED.map((k, row) => [k, row] as const))(
    'have the exact first two moments of s^2 in generation %i',
    (k, row) => {
      const m1 = evenMoment(scale, 1, k);
      const m2 = evenMoment(scale, 2, k);
      const m4 = evenMoment(scale, 4, k);
      const square = average(sds[row]!, (s) => (s / SIGMA) ** 2);
      const fourth = average(sds[row]!, (s) => (s / SIGMA) ** 4);
      // Var s^2 = m2 - m1^2 and Var s^4 = m4 - m2^2.
      expect(Math.abs(square - m1)).toBeLessThan(4 * Math.sqrt((m2 - m1 * m1) / REPLICATES));
      expect(Math.abs(fourth - m2)).toBeLessThan(4 * Math.sqrt((m4 - m2 * m2) / REPLICATES));
      const exact = meanOfVariance({ n: N, k, sigma: SIGMA, estimator }) / SIGMA ** 2;
      expect(Math.abs(exact / m1 - 1)).toBeLessThan(1e-12);
    },
  );

  it.each(CHECKED.map((k, row) => [k, row] as const))(
    'have the exact first two moments of log s in generation %i',
    (k, row) => {
      const mean = meanOfLogSd({ n: N, k, sigma: SIGMA, estimator });
      const variance = varianceOfLogSd({ n: N, k });
      const found = average(sds[row]!, Math.log);
      expect(Math.abs(found - mean)).toBeLessThan(4 * Math.sqrt(variance / REPLICATES));
      // The fourth cumulant of log s is k psi'''(x) / 16 with x = nu / 2, psi'''(x) = 2/x^3 + 3/x^4
      // + 2/x^5 - … (DLMF 5.15.9), and a mean square about the known mean has variance (cumulant +
      // 2 variance^2) / R.
      const x = (N - 1) / 2;
      const cumulant = (k * (2 / x ** 3 + 3 / x ** 4 + 2 / x ** 5)) / 16;
      const square = average(sds[row]!, (s) => (Math.log(s) - mean) ** 2);
      const standardError = Math.sqrt((cumulant + 2 * variance * variance) / REPLICATES);
      expect(Math.abs(square - variance)).toBeLessThan(4 * standardError);
    },
  );

  it.each(CHECKED.map((k, row) => [k, row] as const))(
    'have the exact mean of s and of m, and the variance of m, in generation %i',
    (k, row) => {
      const generation = { n: N, k, sigma: SIGMA, estimator };
      const exact = meanOfSd(generation);
      const variance = meanOfVariance(generation) - exact * exact;
      const found = average(sds[row]!, (s) => s);
      expect(Math.abs(found - exact)).toBeLessThan(4 * Math.sqrt(variance / REPLICATES));

      const spread = varianceOfMean(generation);
      const centre = average(means[row]!, (m) => m);
      expect(Math.abs(centre - 10)).toBeLessThan(4 * Math.sqrt(spread / REPLICATES));
      // Given the path of s the mean is normal, so E (m - mu)^4 = 3 E V^2 with V = (1/n) sum of
      // s_j^2; from E s_i^2 s_j^2 = E s_i^4 times E of the squares between.
      let fourth = 0;
      for (let i = 0; i < k; i++) {
        for (let j = 0; j < k; j++) {
          const [low, high] = i < j ? [i, j] : [j, i];
          fourth += evenMoment(scale, 2, low) * evenMoment(scale, 1, high - low);
        }
      }
      fourth *= 3 * (SIGMA ** 2 / N) ** 2;
      const square = average(means[row]!, (m) => (m - 10) ** 2);
      const standardError = Math.sqrt((fourth - spread * spread) / REPLICATES);
      expect(Math.abs(square - spread)).toBeLessThan(4 * standardError);
    },
  );

  it('rise in the exact share of generations', () => {
    const exact = chanceOfRise({ n: N, estimator });
    // Generations are independent trials.
    const trials = REPLICATES * CHECKED[2];
    expect(Math.abs(rises - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / trials));
  });
});
