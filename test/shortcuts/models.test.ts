import { describe, expect, it } from 'vitest';
import { drain } from '../../src/lib/drain.ts';
import { checkEnsemble } from '../../src/lib/ensemble/config.ts';
import { valuesAt } from '../../src/lib/ensemble/pick.ts';
import { ensembleSlice } from '../../src/lib/ensemble/slice.ts';
import type { EnsembleConfig, How } from '../../src/lib/ensemble/types.ts';

const RUNS = 4_000;
const AT = [1, 2, 6, 20];

const base = { regime: 'replace', seed: 'both ways', stream: 'keyed', generations: 20, at: AT };

type Case = readonly [string, EnsembleConfig, readonly string[]];

const CASES: readonly Case[] = [
  [
    'types',
    {
      ...base,
      family: 'categorical',
      source: 'zipf',
      truth: { size: 40, a: 1, b: 2.7 },
      estimator: 'maximum-likelihood',
      n: 200,
      replicates: RUNS,
    },
    ['types', 'diversity', 'entropy', 'commonest', 'first'],
  ],
  ...(['unbiased-covariance', 'maximum-likelihood'] as const).map((estimator): Case => [
    `rows, ${estimator}`,
    {
      ...base,
      family: 'normal-d',
      truth: { d: 3, sd: 2 },
      estimator,
      n: 10,
      replicates: RUNS,
    },
    ['logdet', 'trace', 'typical', 'widest', 'narrowest'],
  ]),
];

/**
 * The largest distance of two empirical distribution functions, over what it exceeds once in a
 * million where both samples are of one law: 2 exp(-2 d² n / 2) = 1e-6 at d √(n / 2) = 2.694.
 * Ties make it smaller.
 */
function apart(a: Float64Array, b: Float64Array): number {
  const [x, y] = [a.toSorted(), b.toSorted()];
  let [i, j, most] = [0, 0, 0];
  while (i < x.length && j < y.length) {
    const value = Math.min(x[i]!, y[j]!);
    while (x[i] === value) i++;
    while (y[j] === value) j++;
    most = Math.max(most, Math.abs(i / x.length - j / y.length));
  }
  return (most * Math.sqrt(RUNS / 2)) / 2.694;
}

describe.each(CASES)('the shortcut for %s', (_, config, statistics) => {
  const made = (how: How) =>
    drain(ensembleSlice({ ...config, how, statistics }, 0, config.replicates));

  it('is taken by itself', () => {
    expect(checkEnsemble(config).config.how).toBe('sufficient');
  });

  it('has the law of the literal recursion, in every statistic', () => {
    const [long, short] = [made('literal'), made('sufficient')];
    for (const name of statistics) {
      for (const t of AT) {
        const distance = apart(valuesAt([long], t, name), valuesAt([short], t, name));
        expect(distance, `${name}, t = ${t}`).toBeLessThan(1);
      }
    }
  });

  it('makes the same replicates, however they are cut', () => {
    const few = { ...config, statistics, replicates: 9 };
    const whole = drain(ensembleSlice(few, 0, 9));
    const part = drain(ensembleSlice(few, 4, 9));
    for (const name of statistics)
      expect(valuesAt([part], 6, name)).toEqual(valuesAt([whole], 6, name).slice(4));
  });
});

describe('the shortcut for types', () => {
  it('keeps n tokens in every sample, and brings no type back', () => {
    const [, config] = CASES[0]!;
    const { steps, run } = checkEnsemble({ ...config, n: 160 });
    const streams = run.stream.open('counts', 3);
    const state = new Float64Array(steps!.size);
    steps!.start(state);
    let alive = state.map((count) => (count > 0 ? 1 : 0));
    for (let t = 1; t <= 60; t++) {
      expect(steps!.step(state, streams(t), t)).toBeNull();
      expect(state.reduce((sum, count) => sum + count, 0)).toBe(160);
      expect(state.every(Number.isInteger)).toBe(true);
      const now = state.map((count) => (count > 0 ? 1 : 0));
      expect(now.every((is, type) => is <= alive[type]!)).toBe(true);
      alive = now;
    }
    expect(alive.reduce((sum, is) => sum + is, 0)).toBeLessThan(25);
  });

  it('is not taken where there are few draws a type, or another policy', () => {
    const [, config] = CASES[0]!;
    expect(checkEnsemble({ ...config, n: 100 }).config.how).toBe('literal');
    expect(checkEnsemble({ ...config, regime: 'accumulate' }).config.how).toBe('literal');
  });
});

describe('the shortcut for rows', () => {
  it('is not taken where a fit would be singular, nor for rows from elsewhere', () => {
    const [, config] = CASES[1]!;
    expect(checkEnsemble({ ...config, n: 3 }).config.how).toBe('literal');
    expect(checkEnsemble({ ...config, n: 4 }).config.how).toBe('sufficient');
  });

  it('ends with a reason, as the literal recursion does', () => {
    const [, config] = CASES[1]!;
    const short = { ...config, n: 4, generations: 2_000, at: [2_000], replicates: 8 };
    const { endings } = drain(ensembleSlice({ ...short, how: 'sufficient' }, 0, 8));
    expect(Object.keys(endings)).toEqual(['underflow']);
  });
});
