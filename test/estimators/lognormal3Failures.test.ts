import { describe, expect, it } from 'vitest';
import { estimatorFor, estimatorsFor } from '../../src/lib/estimators/index.ts';
import type { Fit, Params, Values } from '../../src/lib/types.ts';
import { highestInside, profileOf } from './lognormalProfile.ts';
import { BY_SKEWNESS } from './bySkewness.ts';

const all = estimatorsFor('lognormal3');
const fit = (id: string, values: Values): Fit => estimatorFor('lognormal3', id).fit(values);

/**
 * Fails unless there is no fit for this reason, and the normal handed back is that of the values,
 * divisor n.
 */
function expectLimit(found: Fit, reason: string, { mu, sigma }: { mu: number; sigma: number }) {
  expect(found).toMatchObject({ ok: false, reason });
  const { normalLimit } = found as { readonly normalLimit: Params };
  expect(normalLimit.mu).toBeCloseTo(mu, 13);
  expect(normalLimit.sigma).toBeCloseTo(sigma, 13);
}

describe('where there is no lognormal with a threshold', () => {
  it.each(BY_SKEWNESS)('%s hands back the normal of values that are skewed to the left', (id) => {
    // Mean 5, squares about it 16 + 1 + 4 + 4 + 1 = 26.
    expectLimit(fit(id, [1, 6, 7, 7, 4]), 'not-right-skewed', { mu: 5, sigma: Math.sqrt(26 / 5) });
  });

  it('symmetric values may have an inner maximum all the same, if their tails are short enough', () => {
    const values = [98, 99, 101, 102];
    expect(highestInside(profileOf(Float64Array.from(values)), 2000)).toBeGreaterThan(0);
    expect(fit('mle', values)).toMatchObject({ ok: true });
  });

  it('a skewed sample can lack an inner maximum too, and says which of the two it is', () => {
    // Skewness 0.37 and 0.51; the likelihood rises all the way to the smallest value.
    for (const values of [
      [0, 15, 4, 5, 1, 0, 0, 11, 10, 10],
      [1, 10, 25, 0, 13],
    ]) {
      const profile = profileOf(Float64Array.from(values));
      expect(profile.skewness).toBeGreaterThan(0.3);
      expect(highestInside(profile, 2000)).toBeNull();
      // The normal is not its limit then, and is not handed back.
      expect(fit('mle', values)).toEqual({ ok: false, reason: 'no-interior-maximum' });
    }
  });

  it('more than half of the values at the smallest one leave no threshold without skewness', () => {
    for (const values of [
      [0, 0, 0, 1, 2],
      [5, 5, 7],
      [2, 0, 2, 1, 0, 0, 0],
    ]) {
      for (const id of ['zero-skewness', 'royston']) {
        expect(fit(id, values)).toEqual({ ok: false, reason: 'no-solution' });
      }
    }
  });

  it('Royston’s method needs the middle nearer to the smallest than to the largest value', () => {
    expect(fit('royston', [0, 1, 2])).toEqual({ ok: false, reason: 'not-right-skewed' });
    expect(fit('royston', [0, 1.5, 2])).toEqual({ ok: false, reason: 'not-right-skewed' });
    expect(fit('royston', [0, 0.5, 2])).toMatchObject({ ok: true });
  });

  it('modified moments need the smallest value nearer to the mean than in a normal sample', () => {
    // The smallest is 1.26 standard deviations (divisor n - 1) below the mean; of five normal
    // values, 1.163 on average.
    expect(fit('modified-moments', [1, 2, 3, 4, 5])).toEqual({ ok: false, reason: 'no-solution' });
    expect(fit('modified-moments', [1, 2, 3, 4, 9])).toMatchObject({ ok: true });
  });
});

describe.each(all.map(({ id }) => [id] as const))('the estimator %s', (id) => {
  it('needs three values, since there are three parameters', () => {
    for (const values of [[], [5], [1, 2], [3, -1]]) {
      expect(fit(id, values)).toEqual({ ok: false, reason: 'too-few-values' });
    }
  });

  it('tells values that are all equal, or not finite, from values without a fit', () => {
    expect(fit(id, [5, 5])).toEqual({ ok: false, reason: 'all-equal' });
    expect(fit(id, [0.1, 0.1, 0.1, 0.1])).toEqual({ ok: false, reason: 'all-equal' });
    for (const bad of [NaN, Infinity, -Infinity]) {
      expect(fit(id, [1, 2, bad, 9])).toEqual({ ok: false, reason: 'not-finite' });
    }
  });
});
