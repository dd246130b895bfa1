import { describe, expect, it } from 'vitest';
import { estimatorFor, estimators, estimatorsFor } from '../../src/lib/estimators/index.ts';
import type { Categorical } from '../../src/lib/families/categorical/model.ts';
import type { Vectors } from '../../src/lib/families/vectors/model.ts';
import type { Fit, Params, Values, WeightedSample } from '../../src/lib/types.ts';
import { expectRelative } from '../support/relative.ts';

/** The model of a fit that there is. */
function modelOf<Model>(fit: Fit): Model {
  if (!fit.ok) throw new Error(`no fit: ${fit.reason}`);
  return fit.model as Model;
}

const fails = (reason: string) => ({ ok: false, reason });

/** The smallest double of full precision. */
const SMALLEST = 2 ** -1022;

describe('the estimators of the exponential', () => {
  const mle = estimatorFor('exponential', 'mle');
  const unbiased = estimatorFor('exponential', 'unbiased-rate');
  const meanOf = (estimator: typeof mle, values: Values) =>
    modelOf<Params>(estimator.fit(values)).mean;

  it('take the mean, or n / (n - 1) of it', () => {
    expect(meanOf(mle, [1, 2, 9])).toBe(4);
    expect(meanOf(unbiased, [1, 2, 9])).toBe(6);
    expect(meanOf(mle, [7])).toBe(7);
    expect(meanOf(mle, [0, 6])).toBe(3);
  });

  it('need a value, or two where there is none of one', () => {
    expect([mle.fit([]), unbiased.fit([])]).toEqual([
      fails('too-few-values'),
      fails('too-few-values'),
    ]);
    expect(unbiased.fit([7])).toEqual(fails('too-few-values'));
  });

  it('say what is wrong with the values', () => {
    for (const estimator of [mle, unbiased]) {
      expect(estimator.fit([1, NaN])).toEqual(fails('not-finite'));
      expect(estimator.fit([-1, Infinity])).toEqual(fails('not-finite'));
      expect(estimator.fit([5, 5, -1e-9])).toEqual(fails('negative'));
      expect(estimator.fit([-1, 5, 5])).toEqual(fails('negative'));
      expect(estimator.fit([0, 0])).toEqual(fails('underflow'));
    }
    expect(meanOf(mle, [SMALLEST, SMALLEST])).toBe(SMALLEST);
    expect(mle.fit([SMALLEST / 2, SMALLEST])).toEqual(fails('underflow'));
    const huge = [1.7e308, 1.7e308];
    expectRelative(meanOf(mle, huge)!, 1.7e308, 1e-15);
    expect(unbiased.fit(huge)).toEqual(fails('overflow'));
  });

  it('weigh the means of samples, and do not look at what has no weight', () => {
    const samples: WeightedSample[] = [
      { values: [1, 3], weight: 0.25 },
      { values: [10], weight: 0.75 },
      { values: [-5], weight: 0 },
    ];
    expect(modelOf<Params>(mle.fitWeighted!(samples)).mean).toBe(8);
    const broken = [...samples, { values: [-5], weight: 0.1 }];
    expect(mle.fitWeighted!(broken)).toEqual(fails('negative'));
    expect(mle.fitWeighted!([])).toEqual(fails('underflow'));
  });

  it('say how uncertain they are: the mean over the root of n', () => {
    for (const estimator of estimatorsFor('exponential'))
      expect(estimator.standardErrors!({ mean: 6 }, 9)).toEqual({ mean: 2 });
  });
});

describe('the counts of types', () => {
  const counts = estimatorFor('categorical', 'counts');
  const tableOf = (fit: Fit) => [...modelOf<Categorical>(fit).counts];

  it('are those of the sample, up to its last type', () => {
    const fit = counts.fit([2, 0, 2, 5]);
    expect(tableOf(fit)).toEqual([1, 0, 2, 0, 0, 1]);
    expect(modelOf<Categorical>(fit).total).toBe(4);
    expect(tableOf(counts.fit([0]))).toEqual([1]);
  });

  it('are of whole numbers from 0, below a million', () => {
    expect(counts.fit([])).toEqual(fails('too-few-values'));
    for (const bad of [NaN, Infinity]) expect(counts.fit([1, bad])).toEqual(fails('not-finite'));
    for (const bad of [0.5, -1, 1_000_000])
      expect(counts.fit([1, bad])).toEqual(fails('not-a-type'));
    expect(tableOf(counts.fit([999_999]))).toHaveLength(1_000_000);
  });

  it('are shares where samples are weighed, whatever their sizes and their order', () => {
    const few: WeightedSample = { values: [0, 1], weight: 0.25 };
    const more: WeightedSample = { values: [3, 3, 0, 3], weight: 0.75 };
    const none: WeightedSample = { values: [9.5], weight: 0 };
    const wanted = [0.125 + 0.1875, 0.125, 0, 0.5625];
    for (const samples of [
      [few, more],
      [more, few],
      [none, few, more],
    ]) {
      const fit = counts.fitWeighted!(samples);
      expect(tableOf(fit)).toEqual(wanted);
      expect(modelOf<Categorical>(fit).total).toBe(1);
    }
    expect(counts.fitWeighted!([few, { ...none, weight: 1 }])).toEqual(fails('not-a-type'));
    expect(counts.fitWeighted!([none])).toEqual(fails('too-few-values'));
  });
});

describe('the estimators of a normal in d dimensions', () => {
  const unbiased = estimatorFor('normal-d', 'unbiased-covariance');
  const mle = estimatorFor('normal-d', 'mle');
  /** Rows (0, 0), (4, 0), (2, 3), (2, 5). */
  const rows = [0, 0, 4, 0, 2, 3, 2, 5];

  it('take the mean and the covariance, with divisor n - 1 or n', () => {
    for (const [estimator, divisor] of [
      [unbiased, 3],
      [mle, 4],
    ] as const) {
      const { mean, factor } = modelOf<Vectors>(estimator.fit(rows, 2));
      expect([...mean]).toEqual([2, 2]);
      const [a, above, b, c] = factor as unknown as [number, number, number, number];
      // About the mean: squares 8 and 18, products 0 · … : (-2)(-2) + 2 (-2) + 0 + 0 = 0.
      expect(above).toBe(0);
      expectRelative(a * a, 8 / divisor, 1e-14);
      expect(a * b).toBeCloseTo(0, 14);
      expectRelative(b * b + c * c, 18 / divisor, 1e-14);
    }
  });

  it('have the covariance of directions that go together', () => {
    // The second number of a row is twice the first, and 1 more or less.
    const values = [0, 1, 1, 1, 2, 5, 3, 5];
    const { factor } = modelOf<Vectors>(mle.fit(values, 2));
    const [a, , b, c] = [...factor] as [number, number, number, number];
    // Means 1.5 and 3; squares 5 / 4 and 4, products (1.5 · 2 + 0.5 · 2 + 0.5 · 2 + 1.5 · 2) / 4.
    expectRelative(a * a, 1.25, 1e-14);
    expectRelative(a * b, 2, 1e-14);
    expectRelative(b * b + c * c, 4, 1e-14);
  });

  it('have the covariance of three numbers too', () => {
    const values = [1, 0, 2, 0, 1, 5, -1, 2, 0, 3, -1, 1, 2, 2, 2];
    const { mean, factor } = modelOf<Vectors>(unbiased.fit(values, 3));
    const column = (j: number) => values.filter((_, i) => i % 3 === j);
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j <= i; j++) {
        const covariance = column(i).reduce(
          (sum, x, row) => sum + (x - mean[i]!) * (column(j)[row]! - mean[j]!),
          0,
        );
        let product = 0;
        for (let k = 0; k < 3; k++) product += factor[i * 3 + k]! * factor[j * 3 + k]!;
        expect(product).toBeCloseTo(covariance / 4, 13);
      }
    }
  });

  it('are those of a normal where a row is one number', () => {
    const { mean, factor } = modelOf<Vectors>(unbiased.fit([2, 4, 4, 4, 5, 5, 7, 9]));
    expect([...mean]).toEqual([5]);
    expectRelative(factor[0]!, Math.sqrt(32 / 7), 1e-15);
  });

  it('say why there is no model', () => {
    expect(unbiased.fit([1, 2], 2)).toEqual(fails('too-few-values'));
    expect(unbiased.fit([1, 2, 3, NaN, 5, 6], 2)).toEqual(fails('not-finite'));
    expect(unbiased.fit([1, 2, 1, 2, 1, 2], 2)).toEqual(fails('all-equal'));
    // As few rows as numbers in a row span a line.
    expect(unbiased.fit([1, 2, 3, 5], 2)).toEqual(fails('singular'));
    // One direction without any spread, and two that are the same.
    expect(unbiased.fit([1, 7, 2, 7, 4, 7], 2)).toEqual(fails('singular'));
    expect(unbiased.fit([1, 1, 2, 2, 4, 4], 2)).toEqual(fails('singular'));
    // A part in 1e14 of a direction is rounding; one in 1e9 is not.
    const nearly = (share: number) => [1, 1, 2, 2 + share, 4, 4, 8, 8 - 3 * share];
    expect(unbiased.fit(nearly(1e-14), 2)).toEqual(fails('singular'));
    expect(unbiased.fit(nearly(1e-9), 2)).toMatchObject({ ok: true });
    expect(unbiased.fit([0, 0, 1e-320, 0, 0, 1e-320], 2)).toEqual(fails('underflow'));
    expect(unbiased.fit([-1.7e308, 1.7e308, 1.7e308], 1)).toEqual(fails('overflow'));
  });

  it('do not square what is too large or too small to be squared', () => {
    for (const unit of [1e200, 1e-200]) {
      const { factor } = modelOf<Vectors>(
        mle.fit(
          rows.map((x) => x * unit),
          2,
        ),
      );
      expectRelative(factor[0]! / unit, Math.sqrt(2), 1e-14);
      expectRelative(factor[3]! / unit, Math.sqrt(4.5), 1e-14);
    }
  });
});

describe('the estimators of the normal, of samples that are weighed', () => {
  const unbiased = estimatorFor('normal', 'unbiased-variance');

  it('weigh means and variances', () => {
    const samples: WeightedSample[] = [
      { values: [0, 2], weight: 0.25 },
      { values: [10, 16], weight: 0.75 },
      { values: [NaN], weight: 0 },
    ];
    // Means 1 and 13, variances 2 and 18.
    const { mu, sigma } = modelOf<Params>(unbiased.fitWeighted!(samples));
    expect(mu).toBe(10);
    expectRelative(sigma!, Math.sqrt(14), 1e-15);
    expect(unbiased.fitWeighted!([...samples, { values: [3], weight: 0.1 }])).toEqual(
      fails('too-few-values'),
    );
  });

  it('say where the variance is too small or too large to be squared', () => {
    const weighed = (values: Values) => unbiased.fitWeighted!([{ values, weight: 1 }]);
    expect(weighed([0, 1e-200])).toEqual(fails('underflow'));
    expect(weighed([0, 1e200])).toEqual(fails('overflow'));
    expect(unbiased.fitWeighted!([])).toEqual(fails('underflow'));
  });

  it('say how uncertain they are: sigma over the root of n, and of 2 n', () => {
    for (const estimator of estimatorsFor('normal')) {
      const { mu, sigma } = estimator.standardErrors!({ mu: 5, sigma: 6 }, 8);
      expectRelative(mu!, 6 / Math.sqrt(8), 1e-15);
      expectRelative(sigma!, 1.5, 1e-15);
    }
  });

  it('refuse what cannot be fitted', () => {
    expect(unbiased.fit([])).toEqual(fails('too-few-values'));
    expect(unbiased.fit([5])).toEqual(fails('too-few-values'));
    expect(unbiased.fit([5, NaN])).toEqual(fails('not-finite'));
    expect(unbiased.fit([5, 5])).toEqual(fails('all-equal'));
  });
});

describe('the estimators of the lognormal, of samples that are weighed', () => {
  const unbiased = estimatorFor('lognormal', 'mle-unbiased-scale');

  it('weigh means and variances of the logarithms', () => {
    // Logarithms to base 2: 0 and 2, 1 and 5; variances 2 and 8.
    const samples: WeightedSample[] = [
      { values: [1, 4], weight: 0.5 },
      { values: [2, 32], weight: 0.5 },
      { values: [-1], weight: 0 },
    ];
    const { meanlog, sdlog } = modelOf<Params>(unbiased.fitWeighted!(samples));
    expectRelative(meanlog!, 2 * Math.LN2, 1e-15);
    expectRelative(sdlog!, Math.sqrt(5) * Math.LN2, 1e-15);
    expect(unbiased.fitWeighted!([...samples, { values: [3, 0], weight: 0.1 }])).toEqual(
      fails('not-positive'),
    );
  });
});

describe('estimators by name', () => {
  it('belong to a family each, which has its own', () => {
    expect(estimators.all.length).toBeGreaterThan(17);
    for (const { family, id } of estimators.all)
      expect(estimatorsFor(family).map((one) => one.id)).toContain(id);
    expect(estimatorsFor('nothing')).toEqual([]);
    expect(() => estimatorFor('nothing', 'mle')).toThrow('no estimator fits the family: nothing');
    expect(() => estimatorFor('normal', 'median')).toThrow(
      'unknown normal estimator: median (known: unbiased-variance, ',
    );
  });

  it('may be added and taken out again', () => {
    const toy = { ...estimatorFor('normal', 'mle'), id: 'toy', aliases: [], family: 'toys' };
    const remove = estimators.add(toy);
    expect(estimatorFor('toys', 'toy')).toBe(toy);
    remove();
    expect(estimatorsFor('toys')).toEqual([]);
  });
});
