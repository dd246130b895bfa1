import { describe, expect, it } from 'vitest';
import { regimes } from '../../src/lib/regimes/index.ts';
import type { Batch, Curated, Params } from '../../src/lib/types.ts';

/** What a policy asks for, by generation. */
const asked = (id: string, n: number, t: number, options: Params = {}): readonly Batch[] =>
  regimes.get(id).batches({ t, n, options });

/** What it does to what the newest model gives in generation 2. */
function curationOf(id: string) {
  const [batch, ...others] = asked(id, 20, 2);
  expect(others).toEqual([]);
  expect(batch).toMatchObject({ from: 'synthetic', count: 20 });
  return batch!.curation!;
}

describe('replacing', () => {
  it('has real values once, then those of the newest model', () => {
    expect(asked('replace', 7, 1)).toEqual([{ from: 'real', count: 7 }]);
    expect(asked('replace', 7, 2)).toEqual([{ from: 'synthetic', count: 7 }]);
    expect(asked('replace', 7, 9)).toEqual([{ from: 'synthetic', count: 7 }]);
  });
});

describe.each(['accumulate', 'accumulate-subsample'])('%s', (id) => {
  it('keeps every value there has been', () => {
    expect(asked(id, 7, 1)).toEqual([{ from: 'real', count: 7, keep: true }]);
    expect(asked(id, 7, 2)).toEqual([{ from: 'synthetic', count: 7, keep: true }]);
  });
});

it('a fixed budget fits n of all values, whatever the generation', () => {
  const { fitted } = regimes.get('accumulate-subsample');
  expect([1, 2, 50].map((t) => fitted!({ t, n: 7, options: {} }))).toEqual([7, 7, 7]);
});

describe('a share of real values', () => {
  it('is new in every generation, or the same for ever', () => {
    expect(asked('fresh-real', 60, 1, { share: 0.1 })).toEqual([{ from: 'real', count: 60 }]);
    expect(asked('fresh-real', 60, 2, { share: 0.1 })).toEqual([
      { from: 'synthetic', count: 54 },
      { from: 'real', count: 6 },
    ]);
    expect(asked('fixed-real', 60, 1, { share: 0.1 })).toEqual([
      { from: 'real', count: 6, keep: true },
      { from: 'real', count: 54 },
    ]);
    expect(asked('fixed-real', 60, 2, { share: 0.1 })).toEqual([{ from: 'synthetic', count: 54 }]);
  });

  it.each([
    [0, 0],
    // One at least, however small the share.
    [1e-9, 1],
    [0.024, 1],
    [0.026, 2],
    [0.5, 30],
    [1, 60],
  ])('of %d is %i of 60 values', (share, real) => {
    const batches = asked('fresh-real', 60, 2, { share });
    expect(batches.map(({ count }) => count)).toEqual([60 - real, real]);
  });
});

describe('a weighted mix', () => {
  it('has real values alone at first, without a weight', () => {
    expect(asked('weighted', 60, 1, { share: 0.5, weight: 0.75 })).toEqual([
      { from: 'real', count: 60 },
    ]);
  });

  it('gives the two their weights, whatever their numbers', () => {
    expect(asked('weighted', 60, 2, { share: 0.1, weight: 0.75 })).toEqual([
      { from: 'synthetic', count: 54, weight: 0.25 },
      { from: 'real', count: 6, weight: 0.75 },
    ]);
  });

  it('gives all the weight to those that there are', () => {
    const weights = (share: number) =>
      asked('weighted', 60, 2, { share, weight: 0.75 })
        .filter(({ count }) => count > 0)
        .map(({ from, weight }) => [from, weight]);
    expect(weights(0)).toEqual([['synthetic', 1]]);
    expect(weights(1)).toEqual([['real', 1]]);
  });
});

describe('growing samples', () => {
  it('have n times a power of t values', () => {
    expect(asked('growing', 10, 1, { power: 2 })).toEqual([{ from: 'real', count: 10 }]);
    expect(asked('growing', 10, 3, { power: 2 })).toEqual([{ from: 'synthetic', count: 90 }]);
    expect(asked('growing', 10, 4, { power: 0.5 })).toEqual([{ from: 'synthetic', count: 20 }]);
    expect(asked('growing', 10, 4, { power: 0 })).toEqual([{ from: 'synthetic', count: 10 }]);
  });

  it('have n times a ratio to the t - 1, where that is how they grow', () => {
    const sizes = [1, 2, 3, 5].map((t) => asked('growing-geometric', 10, t, { ratio: 2 }));
    expect(sizes).toEqual([
      [{ from: 'real', count: 10 }],
      [{ from: 'synthetic', count: 20 }],
      [{ from: 'synthetic', count: 40 }],
      [{ from: 'synthetic', count: 160 }],
    ]);
  });

  it('stop where whole numbers do', () => {
    const largest = [{ from: 'synthetic', count: Number.MAX_SAFE_INTEGER }];
    expect(asked('growing', 10, 100_000, { power: 10 })).toEqual(largest);
    expect(asked('growing-geometric', 10, 100_000, { ratio: 2 })).toEqual(largest);
  });
});

/** A model of mean 10 and standard deviation 2, the original having 7 and 4. */
const between = (options: Params): Curated => ({
  model: { mean: 10, sd: 2 },
  original: { mean: 7, sd: 4 },
  options,
});

describe.each(['truncated', 'soft-selection', 'sharpened'])('%s', (id) => {
  it('takes real values as they are', () => {
    expect(asked(id, 20, 1)).toEqual([{ from: 'real', count: 20 }]);
  });
});

describe('trimming the tails', () => {
  const curation = () => curationOf('truncated');

  it('keeps what is nearer to the mean of the model than c of its standard deviations', () => {
    const taken = [10, 12.9, 7.1, 13, 7, 20, -20].map((x) =>
      curation().take(x, between({ cut: 1.5 }), 0),
    );
    expect(taken).toEqual([10, 12.9, 7.1, NaN, NaN, NaN, NaN]);
  });

  it('leaves of the variance of a normal 77.4 % at two standard deviations', () => {
    // 1 - 2 c phi(c) / (2 Phi(c) - 1), by a table of the normal.
    expect(curation().varianceFactor!({ cut: 2 })).toBeCloseTo(0.77374, 5);
  });
});

describe('sampling with less variety', () => {
  const curation = () => curationOf('sharpened');

  it('moves values towards the mean of the model, the variance times lambda', () => {
    const quarter = between({ lambda: 0.25 });
    expect([10, 14, 2].map((x) => curation().take(x, quarter, 0))).toEqual([10, 12, 6]);
    expect(curation().normal!(quarter)).toEqual({ mean: 10, sd: 1 });
    expect(curation().varianceFactor!({ lambda: 0.25 })).toBe(0.25);
  });
});

describe('selecting by taste', () => {
  const curation = () => curationOf('soft-selection');
  /** What is liked best lies at 7 + 0.5 × 4 = 9, and taste reaches 0.75 × 4 = 3. */
  const taste = between({ target: 0.5, width: 0.75 });

  it('keeps a value with the chance exp(-z² / 2), z being how far it is from the ideal', () => {
    for (const [x, chance] of [
      [9, 1],
      [12, Math.exp(-0.5)],
      [6, Math.exp(-0.5)],
      [15, Math.exp(-2)],
    ] as const) {
      expect(curation().take(x, taste, chance - 1e-9)).toBe(x);
      expect(curation().take(x, taste, chance + 1e-9)).toBeNaN();
    }
    // At the chance itself nothing is kept: u lies in [0, 1).
    expect(curation().take(9, taste, 1)).toBeNaN();
    expect(curation().chance).toBe(true);
  });

  it('makes of a normal another one, whose precisions add up', () => {
    const { mean, sd } = curation().normal!(taste);
    // 1 / 4 and 1 / 9 are the precisions, by which the two means are averaged.
    expect(1 / (sd * sd)).toBeCloseTo(1 / 4 + 1 / 9, 14);
    expect(mean).toBeCloseTo((10 / 4 + 9 / 9) / (1 / 4 + 1 / 9), 14);
  });
});
