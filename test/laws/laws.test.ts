import { describe, expect, it } from 'vitest';
import { checkConfig } from '../../src/lib/config.ts';
import { drain } from '../../src/lib/drain.ts';
import { valuesAt } from '../../src/lib/ensemble/pick.ts';
import { ensembleSlice } from '../../src/lib/ensemble/slice.ts';
import { lawOf, laws } from '../../src/lib/laws/index.ts';
import type { RunConfig } from '../../src/lib/types.ts';

const RUNS = 4_000;
const AT = [1, 2, 5, 12];

type Asked = Omit<RunConfig, 'generations' | 'seed' | 'stream'>;

const normal = { family: 'normal', truth: { mu: 4, sigma: 3 }, n: 20, regime: 'replace' } as const;
const words = {
  family: 'categorical',
  source: 'zipf',
  truth: { size: 200, a: 1, b: 2.7 },
  estimator: 'maximum-likelihood',
  regime: 'replace',
  n: 200,
} as const;
const rows = {
  family: 'normal-d',
  truth: { d: 4, sd: 2 },
  estimator: 'unbiased-covariance',
  regime: 'replace',
  n: 12,
} as const;

/** Settings of which a law says something of a statistic. */
const CASES: Readonly<Record<string, readonly (readonly [string, Asked])[]>> = {
  'normal-mean': [
    ['mu', { ...normal, estimator: 'unbiased-variance' }],
    ['mu', { ...normal, estimator: 'unbiased-variance', regime: 'accumulate' }],
    ['mean', { ...normal, estimator: 'maximum-likelihood', regime: 'fresh-real' }],
  ],
  'normal-spread': [
    ['sigma', { ...normal, n: 200, estimator: 'unbiased-variance' }],
    ['sd', { ...normal, n: 200, estimator: 'unbiased-log' }],
  ],
  'exponential-mean': [
    [
      'mean',
      {
        family: 'exponential',
        truth: { mean: 10 },
        estimator: 'maximum-likelihood',
        regime: 'replace',
        n: 40,
      },
    ],
  ],
  'types-alive': [
    ['types', words],
    ['types', { ...words, regime: 'accumulate' }],
  ],
  diversity: [
    ['diversity', words],
    ['diversity', { ...words, regime: 'accumulate' }],
    ['diversity', { ...words, regime: 'fresh-real', n: 40, regimeOptions: { share: 0.1 } }],
    ['diversity', { ...words, source: undefined, truth: { equal: 5 }, n: 10 }],
  ],
  'type-lives': [
    ['alive10', words],
    ['alive3', { ...words, n: 60 }],
    ['alive40', { ...words, n: 300 }],
    ['alive10', { ...words, regime: 'accumulate' }],
  ],
  'type-fixed': [
    ['only0', { ...words, source: undefined, truth: { equal: 2 }, n: 12 }],
    ['only1', { ...words, source: undefined, truth: { equal: 3 }, n: 5 }],
  ],
  'count-stays': [['count10', words]],
  'share-stays': [
    ['first', words],
    ['first', { ...words, regime: 'fresh-real' }],
  ],
  'log-determinant': [
    ['logdet', rows],
    ['logdet', { ...rows, estimator: 'maximum-likelihood' }],
  ],
  'trace-stays': [
    ['trace', rows],
    ['trace', { ...rows, estimator: 'maximum-likelihood' }],
    ['trace', { ...rows, regime: 'accumulate' }],
  ],
};

/** What an approximation may be off by, of its own size: of types 1 %, of a quantile as derived. */
const APPROXIMATE = 0.01;

it('has a case for each law, of statistics that the law names', () => {
  expect(Object.keys(CASES).toSorted()).toEqual(laws.all.map(({ id }) => id).toSorted());
  for (const { id, label, statistics } of laws.all) {
    expect(label).toMatch(/^[A-Z]/);
    for (const [statistic] of CASES[id]!)
      expect(statistics).toContain(statistic.replace(/\d+$/, '#'));
  }
});

describe.each(Object.entries(CASES))('the law %s', (id, cases) => {
  it.each(cases)('of %s is that of the simulation: %o', (statistic, asked) => {
    const config = { ...asked, generations: AT.at(-1)!, seed: 'law', stream: 'keyed' };
    const found = lawOf(checkConfig(config), statistic);
    expect(found?.law.id).toBe(id);
    const { known, law } = found!;
    const slice = drain(
      ensembleSlice(
        { ...config, replicates: RUNS, at: AT, how: 'literal', statistics: [statistic] },
        0,
        RUNS,
      ),
    );
    for (const t of AT) {
      const values = valuesAt([slice], t, statistic).filter((value) => !Number.isNaN(value));
      expect(values.length, 'no run has ended').toBe(RUNS);
      const mean = values.reduce((sum, x) => sum + x, 0) / RUNS;
      const squares = values.map((x) => (x - mean) ** 2);
      const variance = squares.reduce((sum, x) => sum + x, 0) / (RUNS - 1);
      const slack = law.exact ? 0 : APPROXIMATE;
      // Four standard errors; of the variance, from the fourth moment of these very values.
      if (known.mean) {
        const error = 4 * Math.sqrt(variance / RUNS) + slack * Math.abs(known.mean(t));
        expect(Math.abs(mean - known.mean(t)), `mean, t = ${t}`).toBeLessThan(error + 1e-12);
      }
      if (known.variance) {
        const fourth = squares.reduce((sum, x) => sum + x * x, 0) / RUNS;
        const error = 4 * Math.sqrt((fourth - variance * variance) / RUNS);
        expect(Math.abs(variance - known.variance(t)), `variance, t = ${t}`).toBeLessThan(error);
      }
      if (known.quantile) {
        for (const p of [0.05, 0.5, 0.95]) {
          const below = values.filter((x) => x < known.quantile!(p, t)).length / RUNS;
          const error = 4 * Math.sqrt((p * (1 - p)) / RUNS) + slack;
          expect(Math.abs(below - p), `quantile ${p}, t = ${t}`).toBeLessThan(error);
        }
      }
    }
  });

  it.each(cases)('of %s goes where it says, or says nothing of the end: %o', (statistic, asked) => {
    const config = { ...asked, generations: 3, seed: 'law', stream: 'keyed' };
    const { known } = lawOf(checkConfig(config), statistic)!;
    const { mean, meanInTheEnd } = known;
    if (meanInTheEnd === undefined || !mean || Number.isNaN(meanInTheEnd)) return;
    if (asked.regime !== 'replace') return;
    const late = mean(2_000);
    if (meanInTheEnd === -Infinity) expect(late).toBeLessThan(-1_000);
    else expect(Math.abs(late - meanInTheEnd)).toBeLessThan(0.05 * (1 + Math.abs(meanInTheEnd)));
  });
});

it('knows nothing of what nobody has worked out', () => {
  const config = { ...normal, estimator: 'unbiased-variance', generations: 3, seed: 'law' };
  const checked = (changes: Partial<RunConfig>) =>
    checkConfig({ ...config, stream: 'keyed', ...changes });
  expect(lawOf(checked({ regime: 'accumulate' }), 'sigma')).toBeNull();
  expect(lawOf(checked({ source: 'two-humps', truth: {} }), 'mu')).toBeNull();
  expect(lawOf(checked({ stream: 'source', seed: '12345' }), 'sigma')).toBeNull();
  expect(lawOf(checked({}), 'nothing of this name')).toBeNull();
});
