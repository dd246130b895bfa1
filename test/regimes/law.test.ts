import { describe, expect, it } from 'vitest';
import { checkEnsemble } from '../../src/lib/ensemble/config.ts';
import { regimes } from '../../src/lib/regimes/index.ts';
import { regimeMoments } from '../../src/lib/theory/regimeMoments.ts';
import type { Params } from '../../src/lib/types.ts';
import { distance } from '../ensemble/support.ts';
import { KOLMOGOROV_CRITICAL } from '../random/goodnessOfFit.ts';
import {
  at,
  average,
  expectAverage,
  expectMoments,
  fitsOf,
  momentsOf,
  otherOptions,
  standard,
  type Asked,
} from './support.ts';

/*
 * Every regime, at its default options and at others: literal runs, sufficient statistics and exact
 * moments are held to each other. Seeds are fixed. A right engine exceeds 4 standard errors once in
 * 16,000, and the critical value once in 10,000.
 */

const cases = regimes.all.flatMap((regime) => {
  const others = otherOptions(regime);
  const settings: (readonly [string, Params | undefined])[] = [['default options', undefined]];
  if (others) settings.push([JSON.stringify(others), others]);
  return settings.map(([name, options]) => [regime.id, name, options] as const);
});

const ESTIMATORS = ['unbiased-variance', 'maximum-likelihood'];
const N = 12;
const LOOKS = [2, 7];

const askedOf = (regime: string, estimator: string, regimeOptions?: Params): Asked => ({
  regime,
  estimator,
  n: N,
  at: LOOKS,
  ...(regimeOptions && { regimeOptions }),
});

const shortcutOf = (asked: Asked) =>
  checkEnsemble({ ...standard, ...asked, generations: 7, replicates: 1 }).shortcut;

/** True where values are picked, or curated into something that is not normal. */
function needsValues(id: string, asked: Params): boolean {
  const { fitted, options, batches } = regimes.get(id);
  const usual = Object.fromEntries(options.map((option) => [option.name, option.default]));
  const second = batches({ t: 2, n: N, options: { ...usual, ...asked } });
  return Boolean(fitted) || second.some(({ curation }) => curation && !curation.normal);
}

describe.each(cases)('the regime %s with %s', (regime, _name, options) => {
  it.each(ESTIMATORS)('has one law literally and by sufficient statistics, %s', (estimator) => {
    const asked = askedOf(regime, estimator, options);
    const shortcut = shortcutOf(asked);
    if (!shortcut) {
      // No normal batches, or a choice among values that must be there.
      expect(needsValues(regime, options ?? {})).toBe(true);
      return;
    }
    const [few, many] = [1000, 10_000];
    const literal = fitsOf({ ...asked, how: 'literal', replicates: few, seed: 'by value' });
    const sufficient = fitsOf({ ...asked, how: 'sufficient', replicates: many });
    // Smirnov: the distance times this has Kolmogorov's limit law.
    const size = Math.sqrt((few * many) / (few + many));
    for (const t of LOOKS) {
      for (const name of ['mu', 'sigma'] as const) {
        const found = distance(literal[name](t), sufficient[name](t)) * size;
        expect(found, `${name}, t = ${t}`).toBeLessThan(KOLMOGOROV_CRITICAL);
      }
    }
  });

  it.each(ESTIMATORS)('has the exact moments in simulation, %s', (estimator) => {
    const asked = askedOf(regime, estimator, options);
    const replicates = shortcutOf(asked) ? 10_000 : 3000;
    const run = { ...standard, ...asked, generations: 7 };
    const moments = regimeMoments(run);
    if (!moments) {
      expect(regime).toBe('soft-selection');
      return;
    }
    const fits = fitsOf({ ...asked, replicates, seed: 'moments' });
    for (const t of LOOKS) {
      expectAverage(fits.mu(t), 0, `E m, t = ${t}`);
      expectMoments(fits, t, at(moments, t));
    }
  });
});

describe('the exact moments', () => {
  const asked = { ...standard, regime: 'replace', n: 10, generations: 3 };

  it('are those of the fit to n values in generation 1, under every regime', () => {
    for (const { id } of regimes.all) {
      for (const [estimator, expected] of [
        ['unbiased-variance', 1],
        ['maximum-likelihood', 0.9],
      ] as const) {
        const moments = regimeMoments({ ...asked, regime: id, estimator, generations: 1 });
        if (!moments) throw new Error(`none in generation 1: ${id}`);
        expect(at(moments, 1).varianceOfMean).toBeCloseTo(0.1, 15);
        expect(at(moments, 1).meanOfVariance).toBeCloseTo(expected, 14);
      }
    }
  });

  it('scale with sigma² and do not look at mu', () => {
    for (const { id } of regimes.all.filter(({ id }) => id !== 'soft-selection')) {
      const one = at(momentsOf({ ...asked, regime: id }), 3);
      const other = at(momentsOf({ ...asked, regime: id, truth: { mu: 125, sigma: 30 } }), 3);
      expect(other.varianceOfMean / one.varianceOfMean / 900).toBeCloseTo(1, 12);
      expect(other.meanOfVariance / one.meanOfVariance / 900).toBeCloseTo(1, 12);
    }
  });

  it('are not known for other families and for a taste', () => {
    expect(regimeMoments(asked)).not.toBeNull();
    expect(regimeMoments({ ...asked, regime: 'soft-selection' })).toBeNull();
    const truth = { meanlog: 2, sdlog: 0.5 };
    const lognormal = { ...asked, family: 'lognormal', estimator: 'maximum-likelihood', truth };
    expect(regimeMoments(lognormal)).toBeNull();
  });
});

describe('a tolerance of 4 standard errors', () => {
  it('is met by what it should meet and by nothing far off', () => {
    const { sigma } = fitsOf({ regime: 'replace', n: 10, at: [1] });
    const variances = sigma(1).map((s) => s * s);
    expectAverage(variances, 1, 'E s²');
    const { error } = average(variances);
    expect(() => expectAverage(variances, 1 + 9 * error, 'E s²')).toThrow();
  });
});
