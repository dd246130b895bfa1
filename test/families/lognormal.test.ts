import { describe, expect, it } from 'vitest';
import { lognormal } from '../../src/lib/families/lognormal.ts';
import { lognormal3 } from '../../src/lib/families/lognormal3.ts';
import { normal } from '../../src/lib/families/normal.ts';
import { logLikelihood } from '../../src/lib/logLikelihood.ts';
import { streams } from '../../src/lib/random/index.ts';
import { lognormalReference, samples } from '../reference/lognormalValues.ts';
import { expectRelative } from '../support/relative.ts';
import { byName } from '../support/models.ts';

const rng = (seed: string) => streams.get('keyed').open(seed)(1);

/** The families that have a row's law: both where its threshold is 0. */
const familiesFor = ({ threshold }: { readonly threshold?: number }) =>
  threshold === 0 ? [lognormal, lognormal3] : [lognormal3];

describe('the lognormal distributions, with and without a threshold', () => {
  it('have the cdf and the density of R to 1e-12 of their value, 35 standard deviations out', () => {
    const rows = lognormalReference('points');
    expect(rows.length).toBeGreaterThan(200);
    for (const { x, cdf, density, ...params } of rows) {
      for (const family of familiesFor(params)) {
        const about = `${family.id} ${JSON.stringify(params)} at ${x}`;
        expectRelative(byName(family).line.cdf(x!, params), cdf!, 1e-12, about);
        expectRelative(Math.exp(byName(family).line.logPdf(x!, params)), density!, 1e-12, about);
      }
    }
  });

  it('have the quantiles of R to 1e-12 of their value', () => {
    const rows = lognormalReference('quantile');
    expect(rows.length).toBeGreaterThan(200);
    for (const { p, value, ...params } of rows) {
      for (const family of familiesFor(params)) {
        expectRelative(
          byName(family).line.quantile(p!, params),
          value!,
          1e-12,
          JSON.stringify({ p, params }),
        );
      }
    }
  });

  it('have no density and no probability at the threshold or below it', () => {
    for (const [family, params] of [
      [lognormal, { meanlog: 2, sdlog: 0.5 }],
      [lognormal3, { threshold: 10, meanlog: 2, sdlog: 0.5 }],
    ] as const) {
      const { min } = byName(family).line.support(params);
      for (const x of [min, min - 1e-9, -1e300, -Infinity]) {
        expect(byName(family).line.logPdf(x, params)).toBe(-Infinity);
        expect(byName(family).line.cdf(x, params)).toBe(0);
      }
      expect(byName(family).line.logPdf(NaN, params)).toBeNaN();
      expect(byName(family).line.support(params)).toEqual({ min, max: Infinity, open: 'min' });
    }
  });

  it('move with the threshold and by nothing else', () => {
    const shape = { meanlog: 1.2, sdlog: 0.3 };
    const moved = { ...shape, threshold: -16 };
    expect(lognormal3.line.mean(moved)).toBe(lognormal.line.mean(shape) - 16);
    expect(lognormal3.line.variance(moved)).toBe(lognormal.line.variance(shape));
    for (const x of [2, 3.25, 4.5]) {
      expect(lognormal3.line.cdf(x - 16, moved)).toBe(lognormal.line.cdf(x, shape));
      expect(lognormal3.line.logPdf(x - 16, moved)).toBe(lognormal.line.logPdf(x, shape));
    }
  });

  it('draw what the exponential of the same stream of normals is', () => {
    const logs = normal.sample(rng('exp'), { mu: 2, sigma: 0.5 }, 100);
    const shape = { meanlog: 2, sdlog: 0.5 };
    const plain = lognormal.sample(rng('exp'), shape, 100);
    const moved = lognormal3.sample(rng('exp'), { ...shape, threshold: 10 }, 100);
    logs.forEach((y, i) => {
      expectRelative(plain[i]!, Math.exp(y), 1e-15);
      expect(moved[i]).toBe(10 + plain[i]!);
    });
  });

  it('keep the digits of the variance when the logarithm hardly varies', () => {
    for (const sdlog of [1e-9, 1e-6, 1e-3]) {
      // w (w - 1) with w = exp(s^2) is s^2 + 3 s^4 / 2 + 7 s^6 / 6 + …
      const s2 = sdlog * sdlog;
      const wanted = Math.exp(4) * s2 * (1 + 1.5 * s2 + (7 / 6) * s2 * s2);
      expectRelative(lognormal.line.variance({ meanlog: 2, sdlog }), wanted, 1e-14);
    }
  });

  it('have the skewness (w + 2) sqrt(w - 1), w = exp sdlog^2', () => {
    for (const sdlog of [0.1, 0.5, 1]) {
      const params = { threshold: 10, meanlog: 2, sdlog };
      const [mean, sd] = [
        lognormal3.line.mean(params),
        Math.sqrt(lognormal3.line.variance(params)),
      ];
      let sum = 0;
      // E ((X - mean) / sd)^3 over the normal z of the logarithm, by the trapezoidal rule.
      for (let z = -12; z <= 12; z += 0.05) {
        const x = 10 + Math.exp(2 + sdlog * z);
        sum += ((x - mean) / sd) ** 3 * Math.exp((-z * z) / 2);
      }
      const w = Math.exp(sdlog * sdlog);
      const skewness = (sum * 0.05) / Math.sqrt(2 * Math.PI);
      expectRelative(skewness, (w + 2) * Math.sqrt(w - 1), 1e-10, `sdlog = ${sdlog}`);
    }
  });
});

describe('the log-likelihood of a sample', () => {
  it('is the sum of R’s log-densities', () => {
    const fits = lognormalReference('fits');
    [samples.envstats, samples.envstats, samples.auto, samples.auto].forEach((values, i) => {
      const { logLikelihood: wanted, ...params } = fits[i]!;
      expectRelative(logLikelihood(lognormal3.line, params, values), wanted!, 1e-13);
    });
  });

  it('is -Infinity where one value is not possible, and 0 for no values', () => {
    const params = { threshold: 10, meanlog: 2, sdlog: 0.5 };
    expect(logLikelihood(lognormal3.line, params, [12, 10, 14])).toBe(-Infinity);
    expect(logLikelihood(lognormal3.line, params, [])).toBe(0);
  });
});
