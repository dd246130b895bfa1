import { expect } from 'vitest';
import { drain } from '../../src/lib/drain.ts';
import { USUAL_LEVELS } from '../../src/lib/ensemble/bands.ts';
import { ensembleSlice } from '../../src/lib/ensemble/slice.ts';
import type { EnsembleConfig } from '../../src/lib/ensemble/types.ts';
import { recordsOf } from '../../src/lib/recursion.ts';
import { regimeMoments } from '../../src/lib/theory/regimeMoments.ts';
import { truncationFactor } from '../../src/lib/special/truncationFactor.ts';
import type { RunConfig } from '../../src/lib/types.ts';
import {
  ensemble,
  allEstimatorIds,
  keyed,
  lognormalRegimeIds,
  lognormalRun,
  regimeCases,
} from './configs.ts';
import { runEnsembles, runLognormals, runPrograms } from './runPrograms.ts';
import { testEachTool } from './tools.ts';
import { paramsOf } from '../support/models.ts';

const n = 15;
const generations = 6;
const { mu, sigma } = keyed.truth as { mu: number; sigma: number };

const average = (x: readonly number[]) => x.reduce((sum, value) => sum + value, 0) / x.length;
const varianceOf = (x: readonly number[]) => {
  const mean = average(x);
  return average(x.map((value) => (value - mean) ** 2));
};

/** m and s of the last generation in many runs by the engine; the same for every language. */
function byEngine(config: EnsembleConfig) {
  const key = JSON.stringify(config);
  if (!known.has(key)) {
    const at = [config.generations];
    const { values } = drain(ensembleSlice({ ...config, at }, 0, config.replicates));
    const column = (name: string) => [...values[name]!].filter(Number.isFinite);
    known.set(key, { m: column('mu'), s: column('sigma') });
  }
  return known.get(key)!;
}

const known = new Map<string, { readonly m: number[]; readonly s: number[] }>();

/** Differences of 0 up to rounding are no evidence. */
const within = (found: number, exact: number, standardError: number, what: string) =>
  expect(
    Math.abs(found - exact) / Math.max(standardError, 1e-9 * Math.abs(exact)),
    `${what}, in standard errors`,
  ).toBeLessThan(4.5);

/** The largest distance between two empirical distribution functions. */
function distance(a: readonly number[], b: readonly number[]): number {
  const all = [
    ...a.map((x) => [x, 1 / a.length] as const),
    ...b.map((x) => [x, -1 / b.length] as const),
  ];
  let gap = 0;
  let most = 0;
  for (const [, step] of all.sort(([x], [y]) => x - y)) {
    gap += step;
    most = Math.max(most, Math.abs(gap));
  }
  return most;
}

/**
 * Every estimator for the regimes in which the size of a sample changes, so that its correction
 * does.
 */
const ensembles: EnsembleConfig[] = regimeCases.flatMap((change) =>
  (['accumulate', 'weighted', 'growing'].includes(change.regime)
    ? allEstimatorIds
    : (['unbiased-log', 'prior'] as const)
  ).map((estimator) => ({
    ...ensemble,
    ...change,
    ...{ estimator, n, generations, replicates: 4000, at: [1, 2, generations] },
    seed: `many under ${change.regime}`,
  })),
);

testEachTool('many runs under each regime follow the law of the engine', async (tool) => {
  const found = await runEnsembles(tool, ensembles);
  for (const [i, config] of ensembles.entries()) {
    const runs = config.replicates;
    const what = `${tool.id}, ${config.regime}, ${config.estimator}`;
    expect(found[i]!.map(({ t, survivors }) => [t, survivors])).toEqual(
      config.at!.map((t) => [t, runs]),
    );
    const ours = byEngine(config);
    const row = found[i]![2]!;
    const exact = regimeMoments(config);
    // The spread of s² over runs is taken from the engine's, which is right to some hundredths
    // here.
    const errorOfSquare = Math.sqrt(varianceOf(ours.s.map((s) => s * s)) / runs);
    const errorOfMean = Math.sqrt(varianceOf(ours.m) / runs);
    if (exact) {
      within(row.meanS2, exact.meanOfVariance[generations - 1]!, errorOfSquare, `${what}: s²`);
      within(row.meanM, mu, Math.sqrt(exact.varianceOfMean[generations - 1]! / runs), `${what}: m`);
    } else {
      // Two estimates, each with its error.
      within(
        row.meanS2,
        average(ours.s.map((s) => s * s)),
        Math.SQRT2 * errorOfSquare,
        `${what}: s²`,
      );
      within(row.meanM, average(ours.m), Math.SQRT2 * errorOfMean, `${what}: m`);
    }
    // A quantile p of one sample is at level p of the other, with variance p (1 - p) (1 / R + 1 /
    // R).
    for (const [j, p] of USUAL_LEVELS.entries()) {
      const level = ours.s.filter((s) => s <= row.quantiles[j]!).length / runs;
      within(level, p, Math.sqrt((2 * p * (1 - p)) / runs), `${what}: level of the quantile ${p}`);
    }
  }
});

testEachTool(
  'a single run with a prior is fitted to what was seen and to the prior',
  async (tool) => {
    const large = 4000;
    const configs = ['replace', 'accumulate', 'weighted'].map((regime): RunConfig => ({
      ...keyed,
      ...{ regime, estimator: 'prior', estimatorOptions: { strength: large - 1, tau: 2 * sigma } },
      ...(regime === 'weighted' && { regimeOptions: { share: 0.5, weight: 0.5 } }),
      ...{ n: large, generations: 2, seed: `a prior under ${regime}` },
    }));
    const found = await runPrograms(tool, configs);
    for (const [i, config] of configs.entries()) {
      const exact = regimeMoments(config)!.meanOfVariance;
      // The law has E s²; each s² is within 4.5 sqrt(2 / 2000) of what it is fitted to, for samples
      // of 2000 at least, and this carries over to the next.
      for (const [row, { sd }] of found[i]!.entries())
        expect(Math.abs(sd ** 2 / exact[row]! - 1), `${tool.id}, ${config.regime}`).toBeLessThan(
          9 * Math.sqrt(2 / 2000),
        );
      expect(found[i]![0]!.sd / sigma).toBeGreaterThan(1.4);
    }
  },
);

const CHAINS = 30;

testEachTool('single runs under each regime follow the law of the engine', async (tool) => {
  const configs = regimeCases.flatMap((change) =>
    Array.from({ length: CHAINS }, (_, i): RunConfig => {
      const seed = `single ${i} under ${change.regime}`;
      return { ...keyed, ...change, estimator: 'unbiased-log', n, generations, seed };
    }),
  );
  const found = await runPrograms(tool, configs);
  for (const [i, { regime }] of regimeCases.entries()) {
    const config = configs[i * CHAINS]!;
    const what = `${tool.id}, ${regime}`;
    const sizes = recordsOf(config).map(({ t, trainingSize }) => [t, trainingSize]);
    const chains = found.slice(i * CHAINS, (i + 1) * CHAINS);
    for (const rows of chains)
      expect(
        rows.map((row) => [row.t, row.n]),
        what,
      ).toEqual(sizes);
    const last = chains.map((rows) => rows[generations - 1]!);
    const s = last.map(({ sd }) => sd);
    const m = last.map(({ mean }) => mean);
    const ours = byEngine({ ...config, replicates: 4000 });
    // Kolmogorov and Smirnov: D above c sqrt(1 / a + 1 / b) has a chance of 2 exp(-2 c²), 1e-5 at c
    // = 2.47.
    const critical = 2.47 * Math.sqrt(1 / CHAINS + 1 / 4000);
    expect(distance(s, ours.s), `${what}: s`).toBeLessThan(critical);
    expect(distance(m, ours.m), `${what}: m`).toBeLessThan(critical);
    // Generation 1 has n real values under each regime: s² is a multiple of a chi-square with n - 1
    // degrees of freedom.
    const real = regimeMoments({ ...config, regime: 'replace', regimeOptions: {} })!
      .meanOfVariance[0]!;
    const firsts = average(chains.map((rows) => rows[0]!.sd ** 2));
    within(firsts, real, real * Math.sqrt(2 / (n - 1) / CHAINS), `${what}: s² of generation 1`);
    const exact = regimeMoments(config);
    if (!exact) continue;
    // An average over the chains has the variance over the engine's runs, divided by the chains.
    const error = (values: readonly number[]) => Math.sqrt(varianceOf(values) / CHAINS);
    const squares = ours.m.map((value) => (value - mu) ** 2);
    within(
      average(s.map((value) => value ** 2)),
      exact.meanOfVariance[generations - 1]!,
      error(ours.s.map((value) => value ** 2)),
      `${what}: mean of s²`,
    );
    within(
      average(m.map((value) => (value - mu) ** 2)),
      exact.varianceOfMean[generations - 1]!,
      error(squares),
      `${what}: variance of m`,
    );
  }
});

testEachTool(
  'what a program draws is made by its rule, to be seen in one large sample',
  async (tool) => {
    // With 4000 values a fit is nearly what its values come from. Under each regime two generations
    // say what the second was fitted to: with s the first spread, s² is near the rule's variance,
    // within 4.5 sqrt(2 / 4000) of it, and m near the rule's mean, within 4.5 / sqrt(4000) times
    // the spread; a share of real values adds less than 4.5 times these, once more, since
    // generation 1 is a sample too.
    const configs = regimeCases.map((change): RunConfig => {
      return { ...keyed, ...change, n: 4000, generations: 2, seed: `large under ${change.regime}` };
    });
    const found = await runPrograms(tool, configs);
    const large = 4000;
    for (const [i, { regime, regimeOptions }] of regimeCases.entries()) {
      const [first, second] = found[i]! as [(typeof found)[0][0], (typeof found)[0][0]];
      const options: Record<string, number> = regimeOptions;
      let mean = first.mean;
      let ratio = 1;
      if (regime === 'truncated') {
        ratio = truncationFactor(options.cut!);
      } else if (regime === 'sharpened') {
        ratio = options.lambda!;
      } else if (regime === 'soft-selection') {
        const taste = options.width! * sigma;
        ratio = 1 / (1 + (first.sd / taste) ** 2);
        mean = mu + options.target! * sigma;
        mean += ratio * (first.mean - mean);
      }
      const what = `${tool.id}, ${regime}`;
      const error = Math.sqrt(2 / large);
      expect(Math.abs(second.sd ** 2 / first.sd ** 2 / ratio - 1), what).toBeLessThan(9 * error);
      expect(Math.abs(second.mean - mean) / first.sd, what).toBeLessThan(9 / Math.sqrt(large));
    }
  },
);

testEachTool(
  'a long run remembers what its regime keeps, and weighs it as the regime does',
  async (tool) => {
    const long = { ...keyed, n, generations: 1500, seed: 'a long run' };
    const share = 0.3; // 5 of 15
    const old = { ...keyed, n, generations: 200, estimator: 'maximum-likelihood' };
    const subsample = { ...old, regime: 'accumulate-subsample' };
    const chains = Array.from({ length: 12 }, (_, i) => ({ ...subsample, seed: `subsample ${i}` }));
    const [fresh, fixed, weighted, same, others, ...subsampled] = await runPrograms(tool, [
      { ...long, regime: 'fresh-real', regimeOptions: { share } },
      { ...long, regime: 'fixed-real', regimeOptions: { share } },
      { ...long, regime: 'weighted', regimeOptions: { share, weight: 0.75 } },
      { ...long, regime: 'fixed-real', regimeOptions: { share: 1 }, generations: 5 },
      { ...long, regime: 'fresh-real', regimeOptions: { share: 1 }, generations: 5 },
      ...chains,
    ]);
    // m_t is a m_(t-1) and something new: its autocorrelation is a, the share of the model in the
    // mean, within some sqrt((1 - a^2) / 1500); 6 / sqrt(1500) leaves room for noise whose size
    // varies.
    const memory = (m: readonly number[]) => {
      const mean = average(m);
      const products = m.slice(1).map((value, i) => (value - mean) * (m[i]! - mean));
      return average(products) / varianceOf(m);
    };
    const means = [fresh!, fixed!, weighted!].map((rows) => rows.map(({ mean }) => mean));
    for (const [i, expected] of [10 / 15, 10 / 15, 0.25].entries()) {
      const what = `${tool.id}, ${['fresh-real', 'fixed-real', 'weighted'][i]}`;
      expect(Math.abs(memory(means[i]!) - expected), what).toBeLessThan(6 / Math.sqrt(1500));
    }
    // With nothing but real values, the same ones give the same fit each time, and new ones
    // another.
    expect(new Set(same!.map(({ mean }) => mean)).size, `${tool.id}, fixed-real`).toBe(1);
    expect(new Set(others!.map(({ mean }) => mean)).size, `${tool.id}, fresh-real`).toBe(5);
    // Old values hold s up: from the newest 15 alone E s² would be (14 / 15)^200 of sigma², a
    // millionth.
    const squares = subsampled.map((rows) => rows.at(-1)!.sd ** 2);
    const ours = byEngine({ ...subsample, replicates: 400 }).s.map((s) => s * s);
    const exact = regimeMoments(subsample)!.meanOfVariance.at(-1)!;
    within(
      average(squares),
      exact,
      Math.sqrt(varianceOf(ours) / chains.length),
      `${tool.id}: s² of subsamples`,
    );
  },
);

testEachTool('a program ends where the engine does, at the edges of every option', async (tool) => {
  const edges: [
    regime: string,
    regimeOptions: Record<string, number>,
    change?: Partial<RunConfig>,
  ][] = [
    ...[0, 0.001, 1].flatMap((share): (typeof edges)[number][] => [
      ['fresh-real', { share }],
      ['fixed-real', { share }],
      ...[0, 0.5, 1].map((weight): (typeof edges)[number] => ['weighted', { share, weight }]),
    ]),
    // A single value has no fit of its own.
    ['weighted', { share: 0.5, weight: 0.5 }, { n: 2 }],
    ['weighted', { share: 0.01, weight: 0.5 }, { estimator: 'maximum-likelihood' }],
    ['growing', { power: 0 }],
    ['growing', { power: 10 }, { n: 1000 }],
    ['growing-geometric', { ratio: 1 }],
    ['truncated', { cut: 0.5 }],
    ['truncated', { cut: 10 }],
    ['soft-selection', { target: 3, width: 0.5 }],
    ['sharpened', { lambda: 1 }],
  ];
  const configs = edges.map(([regime, regimeOptions, change]): RunConfig => {
    return { ...keyed, n: 10, generations: 4, ...change, regime, regimeOptions };
  });
  const found = await runPrograms(tool, configs);
  let early = 0;
  for (const [i, config] of configs.entries()) {
    const records = recordsOf(config).filter(({ fit }) => fit.ok);
    if (records.length < config.generations) early += 1;
    expect(
      found[i]!.map((row) => [row.t, row.n]),
      JSON.stringify(config),
    ).toEqual(records.map(({ t, trainingSize }) => [t, trainingSize]));
  }
  expect(early).toBeGreaterThan(3);
  // Many runs end all at once, or none does; the largest growth stops at 2^53 - 1 values.
  const many = configs
    .filter(({ regime }) => regime !== 'growing')
    .map((config) => ({ ...config, replicates: 5, at: [1, 4] }));
  const huge = ['unbiased-standard-deviation', 'unbiased-log'].map((estimator) => ({
    ...ensemble,
    ...{ estimator, regime: 'growing-geometric', regimeOptions: { ratio: 2 } },
    ...{ n: 1000, generations: 1100, replicates: 5, at: [50, 1100] },
  }));
  const bands = await runEnsembles(tool, [...many, ...huge]);
  for (const [i, config] of many.entries()) {
    const { values } = drain(ensembleSlice(config, 0, 5));
    const alive = [0, 1].map((row) =>
      values.sigma!.subarray(5 * row, 5 * row + 5).filter(Number.isFinite),
    );
    const survivors = alive.map(({ length }) => length).filter((length) => length > 0);
    expect(
      bands[i]!.map((row) => row.survivors),
      JSON.stringify(config),
    ).toEqual(survivors);
  }
  for (const [at50, at1100] of bands.slice(many.length)) {
    expect([at50!.survivors, at1100!.survivors]).toEqual([5, 5]);
    // From 2^50 values on a fit moves s by less than a part in 3e7 a generation: 1050 of them by
    // 1e-6.
    expect(at1100!.meanS / at50!.meanS).toBeCloseTo(1, 5);
  }
});

testEachTool('a lognormal under a regime is fitted to what the engine fits it to', async (tool) => {
  const configs = [...lognormalRegimeIds, 'truncated-tightly'].map((id): RunConfig => {
    const tight = id === 'truncated-tightly';
    const regime = tight ? 'truncated' : id;
    const regimeOptions = tight
      ? { cut: 1 }
      : regimeCases.find((one) => one.regime === id)!.regimeOptions;
    return {
      ...lognormalRun,
      ...{ stream: 'keyed', estimator: 'unbiased-moments', n: 3000, generations: 2 },
      ...{ regime, regimeOptions: { ...regimeOptions } },
    };
  });
  const others = lognormalRegimeIds.map((regime): RunConfig => {
    const estimator = 'modified-moments';
    return { ...lognormalRun, stream: 'keyed', estimator, regime, n: 200, generations: 2 };
  });
  const found = await runLognormals(tool, [...configs, ...others]);
  for (const [i, config] of [...configs, ...others].entries()) {
    const what = `${tool.id}, ${config.regime}, ${config.estimator}`;
    const ours = recordsOf(config);
    expect(
      found[i]!.map((row) => [row.t, row.n]),
      what,
    ).toEqual(ours.map(({ t, trainingSize }) => [t, trainingSize]));
    if (i >= configs.length) continue;
    // Mean and spread of the second model, beside the engine's: from 3000 values each of some 10 %
    // error of the fourth moment, they agree to 4.5 sqrt(2) sqrt(2 generations / 3000) times 1 for
    // the mean in units of the spread, and twice that (the kurtosis of a lognormal with sdlog 0.5
    // is 9) for the spread.
    const centre = (p: Record<string, number>) => {
      const above = Math.exp(p.meanlog! + p.sdlog! ** 2 / 2);
      return { mean: p.threshold! + above, sd: above * Math.sqrt(Math.expm1(p.sdlog! ** 2)) };
    };
    const { fit } = ours[1]!;
    const engine = centre(fit.ok ? paramsOf(fit) : {});
    const theirs = centre({ ...found[i]![1]! });
    const error = 4.5 * Math.sqrt(4 / 3000);
    expect(Math.abs(theirs.mean - engine.mean) / engine.sd, `${what}: mean`).toBeLessThan(error);
    expect(Math.abs(Math.log(theirs.sd / engine.sd)), `${what}: sd`).toBeLessThan(2 * error);
  }
});
