import { expect, it } from 'vitest';
import { checkConfig } from '../src/lib/config.ts';
import { openTrainingSets } from '../src/lib/trainingSets.ts';
import { streams } from '../src/lib/random/index.ts';

/*
 * Of a store of texts a policy that fits a part of it takes passages: the words of a passage still
 * follow each other.
 */
it('picks whole passages of a text, each at most once', () => {
  const n = 2_000;
  const checked = checkConfig({
    family: 'ngram-2',
    truth: { few: 30 },
    estimator: 'mle',
    regime: 'accumulate-subsample',
    n,
    generations: 3,
    seed: 'passages',
    stream: 'keyed',
  });
  // Each generation writes numbers that nobody else has: where they stand can be told.
  let next = 0;
  const counting = () => Float64Array.from({ length: n }, () => next++);
  const watched = {
    ...checked,
    real: { ...checked.real, sample: counting },
    family: { ...checked.family, sample: counting },
  };
  const sets = openTrainingSets(watched, streams.get('keyed').open('passages'));
  sets(1, null);
  sets(2, {});
  const third = sets(3, {});
  if (typeof third === 'string') throw new Error(third);
  const values = [...third.values];
  expect(values).toHaveLength(n);
  expect(new Set(values).size).toBe(n);
  const breaks = values.filter((value, i) => i > 0 && value !== values[i - 1]! + 1);
  // 20 passages of 100, some of which happen to be neighbours.
  expect(breaks.length).toBeGreaterThan(10);
  expect(breaks.length).toBeLessThan(20);
  // From all of the store: each third of it gives a third of the passages, 6.7 ± 1.7 of 20.
  for (const third of [0, 1, 2]) {
    const from = values.filter((value) => Math.floor(value / n) === third).length / 100;
    expect(Math.abs(from - 20 / 3)).toBeLessThan(4 * 1.8);
  }
});
