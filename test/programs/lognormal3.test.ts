import { describe, expect, it } from 'vitest';
import { estimatorFor } from '../../src/lib/estimators/index.ts';
import { recordsOf, valuesOf } from '../../src/lib/recursion.ts';
import type { RunConfig } from '../../src/lib/types.ts';
import { programs } from '../../src/programs/index.ts';
import { lognormalEstimatorIds, lognormalRun, nastySeeds } from './configs.ts';
import { languages } from './languages.ts';
import { parseLognormal, runAlone, runLognormals } from './runPrograms.ts';
import {
  expectClosed,
  expectInOrder,
  expectMacroNames,
  expectSafeComments,
  expectSemicolons,
} from './sasText.ts';
import { testEachTool } from './tools.ts';
import { paramsOf } from '../support/models.ts';

const sas = programs.get('sas');

const names = ['threshold', 'meanlog', 'sdlog'] as const;
const cases = ['source', 'keyed'].flatMap((stream) =>
  lognormalEstimatorIds.map((estimator) => ({
    config: { ...lognormalRun, stream, estimator },
    name: `${stream}, ${estimator}`,
  })),
);

testEachTool('makes the run of the engine, draw for draw, for every estimator', async (tool) => {
  const changes = [
    {},
    { seed: '2468' },
    // A multiple of 8192 in generation 1, odd n, and a real distribution with a long tail.
    { seed: '8191', n: 201, truth: { threshold: -3.25, meanlog: 0.5, sdlog: 1.25 } },
    { n: 1000 },
    // Small samples often have no fit: the programs end where the engine ends.
    ...[2, 3, 5, 20].map((n) => ({ n, seed: String(1000 * n) })),
  ];
  const configs: RunConfig[] = changes.flatMap((change) =>
    lognormalEstimatorIds.map((estimator) => ({ ...lognormalRun, estimator, ...change })),
  );
  const found = await runLognormals(tool, configs);
  const tolerance = 1e-6;
  let early = 0;
  for (const [i, config] of configs.entries()) {
    const records = recordsOf(config).filter(({ fit }) => fit.ok);
    if (records.length < config.generations) early += 1;
    const what = JSON.stringify(config);
    expect(
      found[i]!.map(({ t, n }) => [t, n]),
      what,
    ).toEqual(records.map(({ t, trainingSize }) => [t, trainingSize]));
    for (const [j, { fit }] of records.entries()) {
      // The draws are the same, rounded to 1e-5; a fit multiplies the last digits of a sum.
      for (const name of names) {
        const ours = fit.ok ? paramsOf(fit)[name]! : NaN;
        const difference = Math.abs(found[i]![j]![name] - ours);
        expect(difference / Math.abs(ours), `${name}, ${what}`).toBeLessThan(tolerance);
      }
    }
  }
  expect(early).toBeGreaterThan(5);
});

testEachTool('follows the engine to where its likelihood has no maximum', async (tool) => {
  const ends = [
    // Not skewed to the right any more: the limit is the best there is.
    { config: { ...lognormalRun, generations: 100 }, t: 28, why: /best lognormal is its limit/ },
    // Skewed, but the likelihood rises until the threshold meets the smallest value.
    { config: { ...lognormalRun, generations: 100, n: 20, seed: '5' }, t: 9, why: /no answer/ },
  ];
  for (const { config, t, why } of ends) {
    const { code, stdout, stderr } = await runAlone(tool, config);
    const rows = parseLognormal(stdout);
    const records = recordsOf(config);
    const { fit } = records.at(-1)!;
    expect([code, rows.length, records.length]).toEqual([0, t - 1, t]);
    expect(stderr).toMatch(new RegExp(`^generation ${t}: [^\n]*; the run ends here\n$`));
    expect(stderr).toMatch(why);
    const [, mean, sd] = /a normal .*mean (\S+) and standard deviation (\S+);/.exec(stderr)!;
    expect(fit.ok).toBe(false);
    const before = records.at(-2)!.fit;
    const values = valuesOf(config, t, before.ok ? before.model : null);
    const mu = values.reduce((sum, x) => sum + x, 0) / values.length;
    const sigma = Math.sqrt(values.reduce((sum, x) => sum + (x - mu) ** 2, 0) / values.length);
    // Seven digits are shown.
    expect(Number(mean) / mu).toBeCloseTo(1, 6);
    expect(Number(sd) / sigma).toBeCloseTo(1, 6);
  }
});

testEachTool('says in one line that two values are too few', async (tool) => {
  for (const estimator of lognormalEstimatorIds) {
    const { code, stdout, stderr } = await runAlone(tool, { ...lognormalRun, n: 2, estimator });
    expect([code, stdout]).toEqual([0, 't,n,threshold,meanlog,sdlog\n']);
    expect(stderr).toMatch(/^generation 1: too few values [^\n]*\n$/);
  }
});

testEachTool('draws its own numbers from the same law', async (tool) => {
  const n = 10_000;
  const keyed = { ...lognormalRun, stream: 'keyed', n };
  const found = await runLognormals(
    tool,
    lognormalEstimatorIds.map((estimator) => ({ ...keyed, estimator })),
  );
  for (const rows of found)
    expect(rows.map(({ t, n }) => [t, n])).toEqual([1, 2, 3].map((t) => [t, n]));
  // Within 4.5 of the asymptotic standard errors: at this n the bias is far smaller.
  const { truth } = keyed;
  const errors = estimatorFor('lognormal3', 'mle').standardErrors!(truth, n);
  for (const name of names) {
    const distance = Math.abs(found[0]![0]![name] - truth[name]!) / errors[name]!;
    expect(distance, `${name}, in standard errors`).toBeLessThan(4.5);
  }
});

testEachTool('has another run for each seed, whatever a stranger types', async (tool) => {
  const small = { ...lognormalRun, stream: 'keyed', n: 50, generations: 1 };
  const found = await runLognormals(
    tool,
    nastySeeds.map((seed) => ({ ...small, seed })),
  );
  // Few samples of 50 from this distribution have no fit.
  const thresholds = found.flatMap((rows) => rows.map(({ threshold }) => threshold));
  expect(thresholds.length).toBeGreaterThan(nastySeeds.length - 4);
  expect(new Set(thresholds).size).toBe(thresholds.length);
});

describe.each(languages)('the $label program of a lognormal', ({ label, write }) => {
  it('shows the settings at the top, in plain ASCII', () => {
    const change = {
      truth: { threshold: -1.5, meanlog: -0.25, sdlog: 1e-7 },
      ...{ n: 37, generations: 41, seed: '4711' },
    };
    for (const { config } of cases) {
      const text = write({ ...config, ...change });
      expect(text).toMatch(/^[\n\x20-\x7e]*$/);
      expect(text).not.toMatch(/undefined|NaN|\[object|\$\{\w+\(|\{(fit|regime|step|stop)\}| $/m);
      expect(text).toContain(`family lognormal3, estimator ${config.estimator}`);
      const settings = text.slice(text.indexOf('- Settings'), text.indexOf(' 4711') + 5);
      for (const value of ['37', '41', '-1.5', '-0.25', '1e-7', '4711']) {
        expect(settings).toContain(value);
      }
      expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
    }
  });

  it('is another for each estimator and each stream', () => {
    expect(new Set(cases.map(({ config }) => write(config))).size).toBe(cases.length);
  });

  it('is refused where there is none', () => {
    const words = label === 'SAS' ? '' : ', categorical, ngram-2, ngram-3';
    expect(() => write({ ...lognormalRun, stream: 'keyed', replicates: 10 })).toThrow(
      `there is no ${label} program for the family lognormal3 yet (there is for normal${words})`,
    );
    const plain = { ...lognormalRun, family: 'lognormal', truth: { meanlog: 2, sdlog: 0.5 } };
    expect(() => write(plain)).toThrow(
      `there is no ${label} program for the family lognormal yet (there is for normal, lognormal3${words})`,
    );
  });
});

// There is no SAS here: see sas.test.ts.
describe('the SAS program of a lognormal', () => {
  it.each(cases)('has the structure of SAS: $name', ({ config }) => {
    const text = sas.write(config);
    expectClosed(text);
    expectSemicolons(text);
    const truth = names.map((name) => `true_${name}`);
    expectMacroNames(text, ['n', 'generations', 'seed', ...truth]);
    for (const seed of config.stream === 'keyed' ? nastySeeds : [config.seed]) {
      expectSafeComments(sas.write({ ...config, seed }));
    }
  });

  it.each(cases)('simulates, fits, and keeps the fit, in this order: $name', ({ config }) => {
    expectInOrder(sas.write(config), [
      'streaminit(',
      'do i = 1 to n;',
      "threshold + exp(rand('Normal', meanlog, sdlog))",
      'range(of x[*]) = 0',
      'stop;',
      'mean = mean(of x[*]);',
      'threshold = .;',
      '/* Fit: ',
      'threshold = mean - ',
      'if threshold = . or sdlog <= 0 then do;',
      'stop;',
      config.stream === 'keyed' ? '\n    output;' : 'proc append base = runs data = model;',
      "put 't,n,threshold,meanlog,sdlog'",
      'put t n threshold :e24. meanlog :e24. sdlog :e24.;',
    ]);
  });

  it('has divisor n or n - 1 for sdlog as its twins do', () => {
    const divisors = (estimator: string) =>
      [
        ...sas.write({ ...lognormalRun, estimator }).matchAll(/css\(of logs\[\*\]\) \/ (.+?)\)+;/g),
      ].map(([, divisor]) => divisor);
    expect(divisors('mle')).toEqual(['n', 'n']);
    expect(divisors('mle-unbiased-scale')).toEqual(['(n - 1', '(n - 1']);
    expect(divisors('zero-skewness')).toEqual(['(n - 1']);
    expect(divisors('royston')).toEqual(['(n - 1']);
    expect(sas.write(lognormalRun)).toContain('that it prints has divisor n - 1');
  });
});
