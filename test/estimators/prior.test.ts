import { describe, expect, it } from 'vitest';
import { checkConfig } from '../../src/lib/config.ts';
import { estimatorFor } from '../../src/lib/estimators/index.ts';
import { setEstimator } from '../../src/lib/estimators/set.ts';
import { regimes } from '../../src/lib/regimes/index.ts';
import { priorLaw, priorRest } from '../../src/lib/theory/priorLaw.ts';
import type { Params, Values } from '../../src/lib/types.ts';
import { distance } from '../ensemble/support.ts';
import { KOLMOGOROV_CRITICAL } from '../random/goodnessOfFit.ts';
import {
  at,
  average,
  expectAverage,
  expectMedian,
  expectMoments,
  expectPrinted,
  fitsOf,
  momentsOf,
  squares,
  standard,
  type Asked,
} from '../regimes/support.ts';
import { expectRelative } from '../support/relative.ts';
import { paramsOf } from '../support/models.ts';

/*
 * The variance of a normal pulled towards a guess. Tolerances are 4 standard errors or derived;
 * seeds are fixed.
 */

const entry = estimatorFor('normal', 'prior');
const sigmaOf = (options: Params, values: Values) =>
  paramsOf(setEstimator(entry, options).estimator.fit(values)).sigma!;

const data = [2, 4, 4, 4, 5, 5, 7, 9]; // mean 5, sum of squares about it 32

const under = (strength: number, tau = 1) => ({
  regime: 'replace',
  estimator: 'prior',
  estimatorOptions: { strength, tau },
});

describe('the estimator with a prior', () => {
  it('averages the variance with that of the prior, by degrees of freedom and values', () => {
    expectRelative(sigmaOf({ strength: 3, tau: 2 }, data), Math.sqrt((32 + 3 * 4) / 10), 1e-15);
    expectRelative(sigmaOf({ strength: 0, tau: 2 }, data), Math.sqrt(32 / 7), 1e-15);
    // As many values as one likes: nothing but the prior.
    expectRelative(sigmaOf({ strength: 1e6, tau: 2 }, data), 2, 1e-5);
  });

  it('moves with the data, and stretches with them if the prior does', () => {
    for (const stretch of [2, 2 ** 900, 2 ** -900]) {
      const options = { strength: 3, tau: 2 * stretch };
      const found = sigmaOf(
        options,
        data.map((x) => x * stretch),
      );
      expectRelative(found / stretch, Math.sqrt(4.4), 1e-14);
    }
  });

  it('takes options that are known and legal, and no other', () => {
    expect(() => setEstimator(entry, { tau: 0 })).toThrow('tau must be greater than 0, got 0');
    expect(() => setEstimator(entry, { strength: -1 })).toThrow('strength must be at least 0');
    expect(() => setEstimator(entry, { weight: 1 })).toThrow(
      'unknown parameter of prior: weight (known: strength, tau)',
    );
    const none = { ...standard, regime: 'replace', n: 5, generations: 1 };
    expect(() => checkConfig({ ...none, estimatorOptions: { tau: 1 } })).toThrow(
      'unknown parameter of unbiased-variance: tau (known: none)',
    );
    expect(checkConfig({ ...none, estimator: 'prior' }).config.estimatorOptions).toEqual({
      strength: 10,
      tau: 30,
    });
    expect(checkConfig(none).config).not.toHaveProperty('estimatorOptions');
  });
});

describe.each(regimes.all.map(({ id }) => id))('a prior under the regime %s', (regime) => {
  const n = 12;
  const asked: Asked = { ...under(3, 0.6), regime, n, at: [2, 7] };

  it('has one law literally and by sufficient statistics, and the exact moments', () => {
    const slow = ['accumulate-subsample', 'truncated'].includes(regime);
    const [few, many] = [1000, slow ? 3000 : 10_000];
    const sufficient = fitsOf({ ...asked, replicates: many });
    if (!slow) {
      const literal = fitsOf({ ...asked, how: 'literal', replicates: few, seed: 'by value' });
      const size = Math.sqrt((few * many) / (few + many));
      for (const t of asked.at) {
        for (const name of ['mu', 'sigma'] as const) {
          const found = distance(literal[name](t), sufficient[name](t)) * size;
          expect(found, `${name}, t = ${t}`).toBeLessThan(KOLMOGOROV_CRITICAL);
        }
      }
    }
    if (regime === 'soft-selection') return;
    const moments = momentsOf({ ...asked, generations: 7 });
    for (const t of asked.at) expectMoments(sufficient, t, at(moments, t));
  });
});

describe('under replace a prior', () => {
  it('takes the mean of s² to its own variance, from any start, and is found there', () => {
    for (const sigma of [0.2, 1, 3]) {
      const asked = { n: 100, strength: 10, tau: 1.5 };
      const moments = momentsOf({
        ...under(10, 1.5),
        n: 100,
        truth: { mu: 0, sigma },
        generations: 300,
      });
      for (const t of [1, 5, 50, 300])
        expectRelative(at(moments, t).meanOfVariance, priorLaw({ ...asked, sigma, t }).mean, 1e-12);
      // r^300 is 3e-13.
      const late = priorLaw({ ...asked, sigma, t: 300 });
      expectRelative(late.mean, priorRest(asked).mean, 1e-10);
      // The variance comes nearer by r² (1 + 2 / nu) = .842 each time.
      expectRelative(late.variance, priorRest(asked).variance, 1e-10);
    }
  });

  it('has the variance of s² that the law says, on its way', () => {
    const fits = fitsOf({ ...under(10, 0.5), n: 20, at: [1, 3, 10], replicates: 20_000 });
    for (const t of [1, 3, 10]) {
      const { mean, variance } = priorLaw({ n: 20, strength: 10, tau: 0.5, sigma: 1, t });
      const s2 = squares(fits.sigma(t));
      expectAverage(s2, mean, `E s², t = ${t}`);
      expectAverage(
        s2.map((x) => (x - mean) ** 2),
        variance,
        `Var s², t = ${t}`,
      );
    }
  });

  it('has a variance of s² at rest of .105, with ten values in a hundred, and none below one', () => {
    expectPrinted(priorRest({ n: 100, strength: 10, tau: 1 }).variance, '.105');
    expectPrinted(priorRest({ n: 100, strength: 10, tau: 2 }).variance / 16, '.105');
    // r² (1 + 2 / nu) is 1.002 for .9 values, and .9999 for one.
    expect(priorRest({ n: 100, strength: 0.9, tau: 1 }).variance).toBe(Infinity);
    expect(priorRest({ n: 100, strength: 1, tau: 1 }).variance).toBeLessThan(Infinity);
    expect(priorRest({ n: 100, strength: 0, tau: 1 }).mean).toBeNaN();
  });

  const quantile = (values: Float64Array, p: number, printed: number, digits: number) => {
    // The shares of values below the ends of the rounding interval lie on either side of p, up to 4
    // standard errors of a share, and the same for the number quoted, which is simulated too.
    const share = (x: number) => values.filter((value) => value < x).length / values.length;
    const tolerance = 4 * Math.SQRT2 * Math.sqrt((p * (1 - p)) / values.length);
    const half = 0.5 * 10 ** -digits;
    expect(share(printed - half), `${p}: below ${printed}`).toBeLessThan(p + tolerance);
    expect(share(printed + half), `${p}: below ${printed}`).toBeGreaterThan(p - tolerance);
  };

  it.each([
    [100, 10, 400, 0.97, 0.776, 1.266, 3],
    [100, 1, 3000, 0.775, 0.465, 1.67, 2],
    [20, 1, 1000, 0.773, 0.473, 1.67, 2],
  ])(
    'of %i values and %i more has at rest the quantiles of s that are quoted',
    (n, strength, t, median, low, high, digitsOfHigh) => {
      const fits = fitsOf({ ...under(strength), n, at: [t], replicates: 6000 });
      const s = fits.sigma(t);
      expectMedian(s, median, 3);
      quantile(s, 0.05, low, 3);
      quantile(s, 0.95, high, digitsOfHigh);
      // Where few runs carry the mean of s² a sample need not show it.
      if (strength > 1) expectAverage(squares(s), 1, 'E s²');
    },
  );

  it('that expects another spread goes there and not to the truth', () => {
    const t = 400;
    const s = fitsOf({ ...under(10, 0.5), n: 100, at: [t], replicates: 4000 }).sigma(t);
    expectAverage(squares(s), 0.25, 'E s²');
    // The law at rest is that of tau = 1 in units of tau.
    expectMedian(s, 0.485, 2);
    expect(s.filter((x) => x > 0.8).length / s.length).toBeLessThan(0.01);
  });

  it('does not hold the mean, whose variance grows by E s² / n each time', () => {
    const n = 50;
    const moments = momentsOf({ ...under(5), n, generations: 1000 });
    for (const t of [1, 10, 1000]) expectRelative(at(moments, t).varianceOfMean * n, t, 1e-12);
    const fits = fitsOf({ ...under(5), n, at: [200], replicates: 4000 });
    expectAverage(squares(fits.mu(200)), 200 / n, 'Var m');
    expect(average(fits.mu(200)).sd).toBeGreaterThan(1.5);
  });
});
