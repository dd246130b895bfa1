import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { estimatorFor, estimatorsFor } from '../../src/lib/estimators/index.ts';
import { lognormal3 } from '../../src/lib/families/lognormal3.ts';
import { normal } from '../../src/lib/families/normal.ts';
import { logLikelihood } from '../../src/lib/logLikelihood.ts';
import type { Params, Values } from '../../src/lib/types.ts';
import { lognormalReference, samples } from '../reference/lognormalValues.ts';
import { cohen, height, profileOf } from './lognormalProfile.ts';
import { byName } from '../support/models.ts';

function paramsOf(id: string, values: Values): Params {
  const fit = estimatorFor('lognormal3', id).fit(values);
  if (!fit.ok) throw new Error(`no fit: ${fit.reason}`);
  return fit.model as Params;
}

/** Fails unless the three estimates are these to within `tolerance`. */
function expectFit(id: string, values: Values, wanted: readonly number[], tolerance: number) {
  const { threshold, meanlog, sdlog } = paramsOf(id, values);
  [threshold, meanlog, sdlog].forEach((found, i) => {
    expect(Math.abs(found! - wanted[i]!), `${id}: ${found}`).toBeLessThan(tolerance);
  });
}

/*
 * threshold, meanlog and sdlog of EnvStats 3.1.0 in R 4.2.2, elnorm3(x, method = ), for the example
 * of its help page, and of a Python program written apart from it. EnvStats has no likelihood with
 * divisor n - 1: that is R's uniroot.
 */
const ENVSTATS: Readonly<Record<string, readonly [string, readonly number[]]>> = {
  mle: ['lmle', [10.4986648424, 1.2751207522, 0.6684222564]],
  'zero-skewness': ['zero.skew', [10.318987006, 1.335172503, 0.646393493]],
  moments: ['mme', [6.0076305278, 2.1375154894, 0.3215814392]],
  'unbiased-moments': ['mmue', [5.7756887507, 2.1631621366, 0.3215814392]],
  'modified-moments': ['mmme', [9.66204033, 1.5206664134, 0.5330974131]],
  royston: ['royston.skew', [10.1252932832, 1.394581699, 0.6105389389]],
};

describe('the example of EnvStats', () => {
  it.each(Object.entries(ENVSTATS))(
    'is fitted by %s as by EnvStats, to 1e-6',
    (id, [_, wanted]) => {
      expectFit(id, samples.envstats, wanted, 1e-6);
    },
  );

  it('is fitted by every estimator that is compared with another program', () => {
    const compared = [...Object.keys(ENVSTATS), 'mle-unbiased-scale'];
    expect(
      estimatorsFor('lognormal3')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(compared.sort());
  });

  it('has the log-likelihood -45.82448 at the maximum, and -49.99467 at the normal', () => {
    const best = logLikelihood(
      byName(lognormal3).line,
      paramsOf('mle', samples.envstats),
      samples.envstats,
    );
    expect(Math.abs(best + 45.82448)).toBeLessThan(5e-6);
    const { mean, sd } = profileOf(Float64Array.from(samples.envstats));
    const limit = logLikelihood(normal.line, { mu: mean, sigma: sd }, samples.envstats);
    expect(Math.abs(limit + 49.99467)).toBeLessThan(5e-6);
  });

  it('has a minimum of the likelihood beside its smallest value, which is not taken for a fit', () => {
    const profile = profileOf(Float64Array.from(samples.envstats));
    const at = (threshold: number) => profile.sd / (profile.mean - threshold);
    // Cohen's equation holds at both: it falls through 0 at the fit, and rises through it at
    // 11.3527025.
    expect(cohen(profile, at(10.4986))).toBeGreaterThan(0);
    expect(cohen(profile, at(10.4987))).toBeLessThan(0);
    expect(cohen(profile, at(11.3527))).toBeLessThan(0);
    expect(cohen(profile, at(11.35270253))).toBeGreaterThan(0);
    expect(height(profile, at(11.3527025))).toBeLessThan(height(profile, at(10.4987)) - 0.2);
    for (const id of ['mle', 'mle-unbiased-scale']) {
      expect(paramsOf(id, samples.envstats).threshold).toBeLessThan(11);
    }
  });
});

describe('the roots of Cohen’s equation that R finds', () => {
  const fits = lognormalReference('fits');
  it.each([
    ['EnvStats’ example', 'mle', samples.envstats, fits[0]!],
    ['EnvStats’ example', 'mle-unbiased-scale', samples.envstats, fits[1]!],
    ['miles to the gallon', 'mle', samples.auto, fits[2]!],
    ['miles to the gallon', 'mle-unbiased-scale', samples.auto, fits[3]!],
  ])('for %s are those of %s, to 1e-9', (_, id, values, { threshold, meanlog, sdlog }) => {
    expectFit(id, values, [threshold!, meanlog!, sdlog!], 1e-9);
  });
});

describe('the miles to the gallon of Stata’s 74 cars', () => {
  it('have their likeliest lognormal at 5.8046412, 2.6744707, 0.3641133', () => {
    expectFit('mle', samples.auto, [5.8046412, 2.6744707, 0.3641133], 1e-7);
  });

  it('are not skewed above 5.383552; Stata’s lnskew0 stops within 0.001 of that, at 5.383659', () => {
    const { threshold } = paramsOf('zero-skewness', samples.auto);
    expect(Math.abs(threshold! - 5.383552)).toBeLessThan(1e-5);
    expect(Math.abs(threshold! - 5.383659)).toBeLessThan(2e-4);
  });
});

describe('the zero-skewness estimator', () => {
  it('leaves logarithms whose skewness is 0', () => {
    for (const values of [samples.envstats, samples.auto]) {
      const { threshold, meanlog, sdlog } = paramsOf('zero-skewness', values);
      const logs = values.map((x) => Math.log(x - threshold!));
      const cubes = logs.reduce((sum, y) => sum + ((y - meanlog!) / sdlog!) ** 3, 0);
      expect(Math.abs(cubes / values.length)).toBeLessThan(1e-12);
    }
  });
});

describe('the moment estimators', () => {
  it('give the lognormal the mean, the variance and the skewness of the values', () => {
    const { mean, sd, skewness } = profileOf(Float64Array.from(samples.auto));
    for (const [id, correction] of [
      ['moments', 1],
      ['unbiased-moments', 74 / 73],
    ] as const) {
      const params = paramsOf(id, samples.auto);
      const w = Math.exp(params.sdlog! ** 2);
      expect(byName(lognormal3).line.mean(params)).toBeCloseTo(mean, 12);
      expect(byName(lognormal3).line.variance(params)).toBeCloseTo(sd * sd * correction, 10);
      expect((w + 2) * Math.sqrt(w - 1)).toBeCloseTo(skewness, 12);
    }
  });
});

/**
 * The data of the source article: not ours to publish, so they lie beside the checkout or nowhere.
 */
const HAVE = new URL('../../../shared/facts/lognormal-have.txt', import.meta.url);

describe.skipIf(!existsSync(HAVE))(
  'the data of the source article (skipped where shared/facts/lognormal-have.txt is not beside the checkout)',
  () => {
    const have = existsSync(HAVE) ? readFileSync(HAVE, 'utf8').trim().split(/\s+/).map(Number) : [];

    it('are 200 values from 10.36 with mean 18.2182', () => {
      expect(have).toHaveLength(200);
      expect(Math.min(...have)).toBe(10.36);
      expect(have.reduce((sum, x) => sum + x, 0) / 200).toBeCloseTo(18.2182, 6);
    });

    it('have the likeliest threshold 5.178447, or 5.576034 with divisor n - 1', () => {
      expectFit('mle', have, [5.178447, 2.5252244, 0.2924745], 6e-7);
      expectFit('mle-unbiased-scale', have, [5.576034, 2.4913938, 0.3033227], 6e-7);
      const height = logLikelihood(byName(lognormal3).line, paramsOf('mle', have), have);
      expect(Math.abs(height + 542.957)).toBeLessThan(5e-6);
    });

    it.each([
      ['zero-skewness', 5.220057, 6e-7],
      ['moments', 4.4354, 6e-5],
      ['modified-moments', 2.934953, 6e-7],
      ['royston', 3.246742, 6e-7],
    ])('have the threshold of %s at %d', (id, wanted, tolerance) => {
      expect(Math.abs(paramsOf(id, have).threshold! - wanted)).toBeLessThan(tolerance);
    });

    it('move their threshold from 5.18 to 6.76 when the one value 10.36 is left out', () => {
      const without = have.filter((x) => x !== 10.36);
      expect(without).toHaveLength(199);
      expect(paramsOf('mle', have).threshold).toBeCloseTo(5.18, 2);
      expect(paramsOf('mle', without).threshold).toBeCloseTo(6.76, 2);
    });
  },
);
