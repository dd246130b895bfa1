import { describe, expect, it } from 'vitest';
import { checkConfig } from '../../src/lib/config.ts';
import { lawOf } from '../../src/lib/laws/index.ts';
import type { KnownLaw, RunConfig } from '../../src/lib/types.ts';
import { expectRelative } from '../support/relative.ts';

/*
 * What each law says in numbers that can be worked out by hand, and of which settings it says
 * nothing. laws.test.ts holds the laws to simulations.
 */

type Asked = Partial<RunConfig>;

const common = { generations: 9, seed: '1', stream: 'keyed', regime: 'replace' } as const;
const normal: RunConfig = {
  ...common,
  family: 'normal',
  truth: { mu: 4, sigma: 3 },
  estimator: 'unbiased-variance',
  n: 10,
};
const types: RunConfig = {
  ...common,
  family: 'categorical',
  truth: { equal: 4 },
  estimator: 'maximum-likelihood',
  n: 10,
};
const exponential: RunConfig = {
  ...common,
  family: 'exponential',
  truth: { mean: 10 },
  estimator: 'maximum-likelihood',
  n: 4,
};
const rows: RunConfig = {
  ...common,
  family: 'normal-d',
  truth: { d: 2, sd: 3 },
  estimator: 'unbiased-covariance',
  n: 10,
};

const find = (config: RunConfig, statistic: string) => lawOf(checkConfig(config), statistic);

function known(id: string, config: RunConfig, statistic: string): KnownLaw {
  const found = find(config, statistic);
  expect(found?.law.id).toBe(id);
  return found!.known;
}

/** Settings, each with a change that leaves nobody a word to say of the statistic. */
const UNKNOWN: readonly (readonly [string, RunConfig, Asked])[] = [
  ['mu', normal, { source: 'two-humps', truth: {}, regime: 'truncated' }],
  ['mu', normal, { regime: 'soft-selection' }],
  ['sigma', normal, { regime: 'fresh-real' }],
  ['sigma', normal, { stream: 'source' }],
  ['sigma', normal, { source: 'two-humps', truth: {} }],
  ['sd', { ...normal, estimator: 'maximum-likelihood' }, { stream: 'source' }],
  ['mean', exponential, { regime: 'accumulate' }],
  ['mean', exponential, { estimator: 'unbiased-rate' }],
  ['mean', exponential, { source: 'two-humps', truth: {} }],
  [
    'mean',
    { ...exponential, family: 'lognormal', estimator: 'mle' },
    { truth: { meanlog: 1, sdlog: 1 } },
  ],
  [
    'sd',
    { ...exponential, family: 'lognormal', estimator: 'mle' },
    { truth: { meanlog: 1, sdlog: 1 } },
  ],
  ['diversity', types, { regime: 'fixed-real' }],
  ['types', types, { regime: 'fresh-real' }],
  ['count0', types, { regime: 'accumulate' }],
  ['only0', types, { regime: 'accumulate' }],
  ['alive0', types, { regime: 'fresh-real' }],
  ['alive0', rows, {}],
  ['logdet', rows, { regime: 'accumulate' }],
  ['logdet', rows, { n: 2 }],
  ['trace', rows, { regime: 'fresh-real' }],
];

it.each(UNKNOWN)('nothing is known of %s for %o with %o', (statistic, config, change) => {
  expect(find({ ...config, ...change }, statistic)).toBeNull();
});

describe('the mean of a normal', () => {
  it('stays, with a variance of sigma² / n in each generation', () => {
    const { mean, variance, meanInTheEnd } = known('normal-mean', normal, 'mu');
    expect([mean!(1), mean!(9), meanInTheEnd]).toEqual([4, 4, 4]);
    // With divisor n - 1 the variance that is drawn from is sigma² on average for ever.
    expectRelative(variance!(1), 0.9, 1e-14);
    expectRelative(variance!(5), 4.5, 1e-14);
    expect(variance!(10)).toBeNaN();
    expect(known('normal-mean', normal, 'mean').mean!(3)).toBe(4);
  });
});

describe('the spread of a normal', () => {
  it('has its median near sigma times the median of a chi over the root of n - 1', () => {
    const { quantile, meanInTheEnd } = known('normal-spread', { ...normal, n: 201 }, 'sigma');
    // The median of a chi-square of 200 degrees is near 200 (1 - 2 / 1800)³.
    expectRelative(quantile!(0.5, 1), 3 * (1 - 2 / 1800) ** 1.5, 1e-3);
    expect(quantile!(0.1, 1)).toBeLessThan(quantile!(0.9, 1));
    expect(meanInTheEnd).toBeNaN();
    expect(known('normal-spread', normal, 'sd').quantile!(0.5, 2)).toBeLessThan(3);
  });

  it('depends on the estimator', () => {
    const median = (estimator: string) =>
      known('normal-spread', { ...normal, estimator }, 'sigma').quantile!(0.5, 1);
    expectRelative(
      median('maximum-likelihood') / median('unbiased-variance'),
      Math.sqrt(0.9),
      1e-3,
    );
  });
});

describe('the mean of an exponential', () => {
  it('stays, with a variance that grows by a factor of 1 + 1 / n', () => {
    const { mean, variance, meanInTheEnd } = known('exponential-mean', exponential, 'mean');
    expect([mean!(1), mean!(9), meanInTheEnd]).toEqual([10, 10, 10]);
    expectRelative(variance!(1), 100 * 0.25, 1e-14);
    expectRelative(variance!(2), 100 * (1.25 ** 2 - 1), 1e-14);
    expect(known('exponential-mean', exponential, 'sd').mean!(1)).toBe(10);
  });
});

describe('types that are copied', () => {
  it('lose of their diversity one part in n each time', () => {
    // Four equal types: 3/4 to begin with.
    const { mean, meanInTheEnd } = known('diversity', types, 'diversity');
    expectRelative(mean!(1), 0.75 * 0.9, 1e-14);
    expectRelative(mean!(3), 0.75 * 0.9 ** 3, 1e-14);
    expect(meanInTheEnd).toBe(0);
  });

  it('lose less where all are kept, and not everything', () => {
    const { mean, meanInTheEnd } = known(
      'diversity',
      { ...types, regime: 'accumulate' },
      'diversity',
    );
    expectRelative(mean!(1), 0.75 * 0.9, 1e-14);
    // 1 - 1 / (n t²) in generation t.
    expectRelative(mean!(2), 0.75 * 0.9 * (1 - 1 / 40), 1e-14);
    expect(meanInTheEnd).toBeUndefined();
  });

  it('keep each share on average', () => {
    const { mean, meanInTheEnd } = known('share-stays', types, 'first');
    expect([mean!(1), mean!(9), meanInTheEnd]).toEqual([0.25, 0.25, 0.25]);
    expect(find(rows, 'first')).toBeNull();
  });

  it('come to rest between the two where a part is real', () => {
    const asked = { ...types, regime: 'fresh-real', regimeOptions: { share: 0.1 } };
    const { mean, meanInTheEnd } = known('diversity', asked, 'diversity');
    // Of ten values nine are copies and one is real: two that are not the same one are both copies
    // with the chance 8/10, and differ as the first generation's do, else as real ones do.
    const first = 0.75 * 0.9;
    expectRelative(mean!(1), first, 1e-14);
    expectRelative(mean!(2), 0.9 * (0.8 * first + 0.2 * 0.75), 1e-14);
    expectRelative(mean!(500), meanInTheEnd!, 1e-12);
  });

  it('keep the count of each on average', () => {
    const { mean, meanInTheEnd } = known('count-stays', types, 'count3');
    expect([mean!(1), mean!(9), meanInTheEnd]).toEqual([2.5, 2.5, 2.5]);
    expect(known('count-stays', types, 'count4').mean!(1)).toBe(0);
  });

  it('are the only one left, or alive, with the chance of the law', () => {
    const only = known('type-fixed', types, 'only0');
    expectRelative(only.mean!(1), 0.25 ** 10, 1e-9);
    expectRelative(only.mean!(1000), 0.25, 1e-9);
    expect(only.meanInTheEnd).toBe(0.25);
    const alive = known('type-lives', types, 'alive2');
    expectRelative(alive.mean!(1), 1 - 0.75 ** 10, 1e-12);
    expectRelative(alive.mean!(1000), 0.25, 1e-9);
    expect(alive.meanInTheEnd).toBe(0.25);
    const kept = known('type-lives', { ...types, regime: 'accumulate' }, 'alive2');
    for (const chance of [kept.mean!(1), kept.mean!(9), kept.meanInTheEnd!])
      expectRelative(chance, 1 - 0.75 ** 10, 1e-12);
  });

  it('are alive with the chance of a line of offspring, where there are many', () => {
    const many = { ...types, truth: { equal: 1000 }, n: 1000 };
    const { mean, meanInTheEnd } = known('type-lives', many, 'alive7');
    expectRelative(mean!(1), 1 - Math.exp(-1), 1e-12);
    // The last type lives for ever.
    expect([mean!(100_000), meanInTheEnd]).toEqual([0.001, 0.001]);
    const only = known('type-fixed', many, 'only7');
    expect([only.mean, only.meanInTheEnd]).toEqual([undefined, 0.001]);
    // Up to 200 tokens it is worked out count by count.
    const few = { ...types, truth: { equal: 4 }, n: 200 };
    expect(known('type-fixed', few, 'only0').mean!(1)).toBeLessThan(1e-100);
  });

  it('become fewer down to one, and no fewer where the first sample is kept', () => {
    const { mean, meanInTheEnd } = known('types-alive', types, 'types');
    // Each of ten tokens has a line of Poisson offspring: a type of a quarter is missed with the
    // chance exp(-2.5).
    expectRelative(mean!(1), 4 * (1 - Math.exp(-2.5)), 0.02);
    expect(mean!(2)).toBeLessThan(mean!(1));
    expect([mean!(1000), meanInTheEnd]).toEqual([1, 1]);
    const kept = known('types-alive', { ...types, regime: 'accumulate' }, 'types');
    expect([kept.mean!(1), kept.mean!(9), kept.meanInTheEnd]).toEqual(
      [1, 1, 1].map(() => mean!(1)),
    );
  });
});

describe('rows of numbers', () => {
  it('have a log determinant that falls by the same amount in every generation', () => {
    const { mean, variance, meanInTheEnd } = known('log-determinant', rows, 'logdet');
    const before = 4 * Math.log(3);
    expectRelative(mean!(4) - before, 4 * (mean!(1) - before), 1e-12);
    expectRelative(variance!(4), 4 * variance!(1), 1e-14);
    // E log det of a Wishart: ψ(9/2) + ψ(8/2) + 2 log 2 - 2 log 9, by mpmath 1.3;
    // its variance is ψ′(9/2) + ψ′(4).
    const [psi45, psi4] = [1.38887092635953, 1.2561176684318];
    expectRelative(mean!(1) - before, psi45 + psi4 + 2 * Math.LN2 - 2 * Math.log(9), 1e-12);
    expectRelative(variance!(1), 0.532548058776126, 1e-9);
    expect(meanInTheEnd).toBe(-Infinity);
  });

  it('fall by d log(n / (n - 1)) more with divisor n', () => {
    const first = (estimator: string) =>
      known('log-determinant', { ...rows, estimator }, 'logdet').mean!(1);
    const difference = first('unbiased-covariance') - first('maximum-likelihood');
    expectRelative(difference, 2 * Math.log(10 / 9), 1e-12);
    // There is a determinant as soon as n is above d.
    expect(find({ ...rows, n: 3 }, 'logdet')).not.toBeNull();
  });

  it('have a trace that stays with divisor n - 1, and falls by 1 - 1 / n with divisor n', () => {
    const mean = (changes: Asked) => known('trace-stays', { ...rows, ...changes }, 'trace').mean!;
    expect([mean({})(1), mean({})(9)]).toEqual([9, 9]);
    const likely = mean({ estimator: 'maximum-likelihood' });
    expectRelative(likely(1), 9 * 0.9, 1e-14);
    expectRelative(likely(3), 9 * 0.9 ** 3, 1e-14);
  });

  it('have one that tends to a limit where all are kept', () => {
    const mean = (estimator: string) =>
      known('trace-stays', { ...rows, regime: 'accumulate', estimator }, 'trace').mean!;
    expectRelative(mean('maximum-likelihood')(1), 9 * 0.9, 1e-14);
    expectRelative(mean('unbiased-covariance')(1), 9, 1e-14);
    // The limits of pooling ten values, for which the site has .8434 and .9351.
    expectRelative(mean('maximum-likelihood')(20_000), 9 * 0.8434, 1e-4);
    expectRelative(mean('unbiased-covariance')(20_000), 9 * 0.9351, 1e-4);
  });
});
