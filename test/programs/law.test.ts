import { expect } from 'vitest';
import { estimatorFor } from '../../src/lib/estimators/index.ts';
import { logVariance } from '../../src/lib/special/logSd.ts';
import { scaleOf } from '../../src/lib/theory/scale.ts';
import {
  meanOfLogSd,
  meanOfVariance,
  varianceOfLogSd,
  varianceOfMean,
} from '../../src/lib/theory/sdMoments.ts';
import { estimatorIds, keyed } from './configs.ts';
import { runPrograms } from './runPrograms.ts';
import { testEachTool } from './tools.ts';

const n = 20;
const k = 30;
const CHAINS = 200;
const { mu, sigma } = { mu: 125, sigma: 30 };

const average = (x: readonly number[]) => x.reduce((sum, value) => sum + value, 0) / x.length;

/** The fourth cumulant of log s for one generation: tetragamma'(nu / 2) / 16, by its series. */
function fourthCumulant(): number {
  let sum = 0;
  for (let x = (n - 1) / 2; x < 5000; x += 1) sum += 6 / x ** 4;
  return sum / 16;
}

/**
 * E V^2 for V = (1 / n) (s_0^2 + … + s_{k-1}^2), the variance of m_k given the path. E s_i^4 =
 * sigma^4 f^i with f = c^4 (n + 1) / (n - 1), and E s_i^2 s_j^2 = E s_i^4 c^(2 (j - i)) for i < j.
 */
function meanSquareOfPathVariance(estimator: string): number {
  const c2 = scaleOf(estimator, n) ** 2;
  const f = (c2 * c2 * (n + 1)) / (n - 1);
  let sum = 0;
  for (let i = 0; i < k; i += 1) {
    for (let j = 0; j < k; j += 1) sum += f ** Math.min(i, j) * c2 ** Math.abs(i - j);
  }
  return (sigma ** 4 * sum) / n ** 2;
}

testEachTool(
  'the mean and the variance of log s and of m follow the exact law, for every estimator',
  async (tool) => {
    const configs = estimatorIds.flatMap((estimator) =>
      Array.from({ length: CHAINS }, (_, i) => ({
        ...keyed,
        estimator,
        n,
        generations: k,
        seed: `law of ${estimator} ${i}`,
      })),
    );
    const runs = await runPrograms(tool, configs);
    for (const [e, estimator] of estimatorIds.entries()) {
      const law = { n, k, sigma, estimator };
      const chains = runs.slice(e * CHAINS, (e + 1) * CHAINS);
      expect(chains.every((rows) => rows.length === k && rows.every((row) => row.n === n))).toBe(
        true,
      );
      const logs = chains.map((rows) => Math.log(rows[k - 1]!.sd));
      const means = chains.map((rows) => rows[k - 1]!.mean);

      // Each within 4 standard errors. That of a variance v about a known mean is sqrt((fourth
      // central moment - v^2) / chains); for log s the fourth moment is 3 v^2 + k times the fourth
      // cumulant of one generation; for m it is 3 E V^2, since m is normal given the path.
      const within = (found: number, exact: number, varianceOfOne: number, what: string) =>
        expect(
          Math.abs(found - exact) / Math.sqrt(varianceOfOne / CHAINS),
          `${tool.id}, ${estimator}: ${what}, in standard errors`,
        ).toBeLessThan(4);

      const logMean = meanOfLogSd(law);
      const logVar = varianceOfLogSd(law);
      within(average(logs), logMean, logVar, 'mean of log s');
      within(
        average(logs.map((x) => (x - logMean) ** 2)),
        logVar,
        2 * logVar ** 2 + k * fourthCumulant(),
        'variance of log s',
      );
      const meanVar = varianceOfMean(law);
      within(average(means), mu, meanVar, 'mean of m');
      within(
        average(means.map((x) => (x - mu) ** 2)),
        meanVar,
        3 * meanSquareOfPathVariance(estimator) - meanVar ** 2,
        'variance of m',
      );
      // s^2 itself, one generation on: its spread is still tame there.
      const first = chains.map((rows) => rows[0]!.sd ** 2);
      const exact = meanOfVariance({ ...law, k: 1 });
      within(average(first), exact, (2 * exact ** 2) / (n - 1), 'mean of s² after one generation');
    }
    expect(fourthCumulant() / logVariance(n) ** 2).toBeCloseTo(0.224, 2);
  },
);

testEachTool(
  'corrects s by the same factor as the engine, from n = 2 to n = 10,000',
  async (tool) => {
    const sizes = [2, 3, 4, 10, 199, 200, 10_000];
    const configs = sizes.flatMap((size) =>
      estimatorIds.map((estimator) => ({ ...keyed, estimator, n: size, generations: 1 })),
    );
    const runs = await runPrograms(tool, configs);
    for (const [i, size] of sizes.entries()) {
      // The same data under each estimator, since the seed is the same.
      const sds = estimatorIds.map((_, e) => runs[i * estimatorIds.length + e]![0]!.sd);
      for (const [e, id] of estimatorIds.entries()) {
        expect(estimatorFor('normal', id).id).toBe(id);
        // log gamma(5000) is about 4e4, so its last digit is worth 7e-12.
        expect(sds[e]! / sds[0]! / scaleOf(id, size), `${id} at n = ${size}`).toBeCloseTo(1, 10);
      }
    }
  },
);
