import { expect } from 'vitest';
import { drain } from '../../src/lib/drain.ts';
import { USUAL_LEVELS } from '../../src/lib/ensemble/bands.ts';
import { ensembleSlice } from '../../src/lib/ensemble/slice.ts';
import { scaleOf } from '../../src/lib/theory/scale.ts';
import { cdfOfSd } from '../../src/lib/theory/sdLaw.ts';
import { meanOfSd, meanOfVariance, varianceOfMean } from '../../src/lib/theory/sdMoments.ts';
import { standardErrorOfMeanVariance } from '../../src/lib/theory/sight.ts';
import { ensemble, estimatorIds } from './configs.ts';
import { runAlone, runEnsembles, type BandRow } from './runPrograms.ts';
import { testEachTool } from './tools.ts';

const RUNS = 4000;
const { mu, sigma } = ensemble.truth as { mu: number; sigma: number };

const average = (x: readonly number[]) => x.reduce((sum, value) => sum + value, 0) / x.length;

const within = (found: number, exact: number, standardError: number, what: string, most = 4.5) =>
  expect(Math.abs(found - exact) / standardError, `${what}, in standard errors`).toBeLessThan(most);

/**
 * With F the law of s, F(s) is uniform, so that F of the j-th smallest of R values is a beta
 * variable with mean j / (R + 1) = q and variance q (1 - q) / (R + 2). A quantile of type 7 at
 * level p stands at j = 1 + p (R - 1), where q - p = (1 - 2p) / (R + 1): for p = 0.05 a fifteenth
 * of the standard error sqrt(p (1 - p) / R).
 */
function expectQuantiles(row: BandRow, law: { n: number; estimator: string }, what: string): void {
  const generation = { ...law, k: row.t, sigma };
  for (const [i, p] of USUAL_LEVELS.entries()) {
    const level = cdfOfSd({ ...generation, x: row.quantiles[i]! });
    within(level, p, Math.sqrt((p * (1 - p)) / RUNS), `${what}: level of the quantile ${p}`);
  }
}

testEachTool(
  'the quantiles and the averages of many runs follow the exact law, for every estimator',
  async (tool) => {
    const n = 20;
    const at = [1, 10, 60];
    const found = await runEnsembles(
      tool,
      estimatorIds.map((estimator) => ({
        ...ensemble,
        estimator,
        n,
        generations: 60,
        replicates: RUNS,
        at,
        seed: `law of ${estimator}`,
      })),
    );
    for (const [e, estimator] of estimatorIds.entries()) {
      expect(found[e]!.map(({ t, survivors }) => [t, survivors])).toEqual(at.map((t) => [t, RUNS]));
      for (const row of found[e]!) {
        const law = { n, k: row.t, sigma, estimator };
        const what = `${tool.id}, ${estimator}, generation ${row.t}`;
        expectQuantiles(row, law, what);
        within(row.meanM, mu, Math.sqrt(varianceOfMean(law) / RUNS), `${what}: mean of m`);
        // At generation 60 a few runs far above the others carry the averages of s and s²: their
        // law is no longer near a normal one.
        if (row.t > 10) continue;
        const variance = meanOfVariance(law);
        const varianceOfSd = variance - meanOfSd(law) ** 2;
        within(row.meanS, meanOfSd(law), Math.sqrt(varianceOfSd / RUNS), `${what}: mean of s`);
        const standardError = standardErrorOfMeanVariance({ ...law, runs: RUNS });
        within(row.meanS2, variance, standardError, `${what}: mean of s²`);
      }
    }
  },
);

testEachTool('the quantiles follow the exact law for 2, 3 and 1000 values too', async (tool) => {
  const sizes = [2, 3, 1000];
  const found = await runEnsembles(
    tool,
    sizes.map((n) => ({ ...ensemble, n, generations: 10, replicates: RUNS, at: [1, 2, 10] })),
  );
  for (const [i, n] of sizes.entries()) {
    const law = { n, estimator: ensemble.estimator };
    for (const row of found[i]!) {
      expectQuantiles(row, law, `${tool.id}, n = ${n}, generation ${row.t}`);
    }
  }
});

testEachTool(
  'a mean moves by the spread before it, and whatever the spread does next',
  async (tool) => {
    // The averages over one run are the run itself. With n = 2 the spread changes so much in one
    // generation that the wrong one of the two would halve the variance of `moves`.
    const n = 2;
    const estimator = 'maximum-likelihood';
    const truth = { mu: 0, sigma: 1 };
    const found = await runEnsembles(
      tool,
      Array.from({ length: 60 }, (_, i) => ({
        ...ensemble,
        ...{ n, estimator, truth, generations: 11, replicates: 1, seed: `single ${i}` },
      })),
    );
    const moves: number[] = [];
    const squares: number[] = [];
    for (const rows of found) {
      expect(rows.map(({ t }) => t)).toEqual(Array.from({ length: 11 }, (_, i) => i + 1));
      let before = { meanM: truth.mu, meanS: truth.sigma };
      for (const row of rows) {
        moves.push((Math.sqrt(n) * (row.meanM - before.meanM)) / before.meanS);
        squares.push((n - 1) * (row.meanS / before.meanS / scaleOf(estimator, n)) ** 2);
        // Of one value, every quantile is the value, and its square is the average square.
        for (const quantile of row.quantiles) expect(quantile).toBe(row.meanS);
        expect(row.meanS2 / row.meanS ** 2).toBeCloseTo(1, 8);
        before = row;
      }
    }
    // `moves` are standard normal, `squares` chi-square with one degree of freedom (variance 2),
    // independent.
    const count = moves.length;
    within(average(moves), 0, 1 / Math.sqrt(count), 'mean of the moves');
    within(average(moves.map((z) => z * z)), 1, Math.sqrt(2 / count), 'variance of the moves');
    within(average(squares), 1, Math.sqrt(2 / count), 'mean of the squares');
    const products = moves.map((z, i) => z * z * (squares[i]! - 1));
    // Var(Z² (C - 1)) = E Z⁴ Var C = 3 times 2.
    within(average(products), 0, Math.sqrt(6 / count), 'covariance of squared move and square');
    const signed = moves.map((z, i) => z * (squares[i]! - 1));
    within(average(signed), 0, Math.sqrt(2 / count), 'covariance of move and square');
  },
);

testEachTool('the quantiles of two runs lie evenly on the line between them', async (tool) => {
  // Type 7, and no other: with two values its place is the level itself.
  const [rows] = await runEnsembles(tool, [{ ...ensemble, generations: 3, replicates: 2 }]);
  for (const { meanS, quantiles } of rows!) {
    const [q05, q25, q50, q75, q95] = quantiles as [number, number, number, number, number];
    expect(q50).toBeCloseTo(meanS, 7);
    expect((q75 - q25) / (q95 - q05)).toBeCloseTo(0.5 / 0.9, 6);
    expect((q95 + q05) / 2).toBeCloseTo(meanS, 7);
  }
});

testEachTool('corrects s by the same factor as the engine', async (tool) => {
  const sizes = [2, 3, 4, 10, 199, 200, 10_000];
  const found = await runEnsembles(
    tool,
    sizes.flatMap((n) =>
      estimatorIds.map((estimator) => ({
        ...ensemble,
        ...{ n, estimator, generations: 1, replicates: 5 },
      })),
    ),
  );
  for (const [i, n] of sizes.entries()) {
    // The same random numbers under each estimator, since the seed is the same.
    const rows = estimatorIds.map((_, e) => found[i * estimatorIds.length + e]![0]!);
    for (const [e, id] of estimatorIds.entries()) {
      // Ten digits are printed.
      expect(rows[e]!.meanS / rows[0]!.meanS / scaleOf(id, n), `${id}, n = ${n}`).toBeCloseTo(1, 8);
    }
  }
});

testEachTool('its runs end where those of the engine end', async (tool) => {
  // With n = 2, log s falls by 0.64 a generation, with standard deviation 1.1: from log 30 down to
  // the smallest number, at log s = -708, it takes about 1120 generations, give or take 58.
  const runs = 1000;
  const config = { ...ensemble, n: 2, generations: 1500, replicates: runs };
  const at = [900, 1050, 1100, 1120, 1140, 1200, 1500];
  const { code, stdout, stderr } = await runAlone(tool, { ...config, at });
  expect(code).toBe(0);
  expect(stderr).toMatch(/^generation \d+: no run has any spread left to fit, all have ended\n$/);
  const found = new Map(
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(',').map(Number))
      .map(([t, survivors]) => [t, survivors]),
  );
  const slice = drain(ensembleSlice({ ...config, at }, 0, runs));
  expect(found.has(1500)).toBe(false);
  let partly = 0;
  for (const [row, t] of at.entries()) {
    const column = slice.values.sigma!.subarray(row * runs, (row + 1) * runs);
    const ours = column.reduce((sum, s) => sum + (s > 0 ? 1 : 0), 0);
    const theirs = found.get(t) ?? 0;
    const share = (ours + theirs) / (2 * runs);
    if (share > 0.05 && share < 0.95) partly += 1;
    // The difference of two binomial counts has variance 2 R p (1 - p).
    const standardError = Math.sqrt(2 * runs * share * (1 - share));
    expect(Math.abs(ours - theirs), `survivors in ${t}`).toBeLessThanOrEqual(4.5 * standardError);
  }
  expect(partly).toBeGreaterThan(2);
});

testEachTool('prints its table, and nothing else, from a terminal', async (tool) => {
  const { code, stdout, stderr } = await runAlone(tool, ensemble);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const lines = stdout.trimEnd().split('\n');
  expect(lines[0]).toBe('t,survivors,mean_m,mean_s,mean_s2,q05,q25,q50,q75,q95');
  expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(
    [1, 50, 100, 150, 200, 250, 300, 350, 400, 450, 500].map(String),
  );
});
