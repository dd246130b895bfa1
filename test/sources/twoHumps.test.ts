import { describe, expect, it } from 'vitest';
import { streams } from '../../src/lib/random/index.ts';
import { sources } from '../../src/lib/sources/index.ts';
import type { Params } from '../../src/lib/types.ts';
import { scripted } from '../support/scripted.ts';

/** A third about -4 with sd 2, two thirds about 5 with sd 1. */
const apart: Params = { firstShare: 1 / 3, firstMean: -4, firstSd: 2, secondMean: 5, secondSd: 1 };

const open = (changes: Params = {}) => sources.get('two-humps').open({ ...apart, ...changes });
const lineOf = (changes: Params = {}) => open(changes).line!;

describe('two humps', () => {
  it('have the mean of their means, and within and between them their variance', () => {
    expect(open()).toMatchObject({ kind: 'line', width: 1 });
    const { mean, variance } = lineOf();
    expect(mean).toBeCloseTo(2, 14);
    // E x² is (16 + 4) / 3 + 2 (25 + 1) / 3 = 24.
    expect(variance).toBeCloseTo(24 - 4, 13);
  });

  it('have the density of each by its share', () => {
    const { logPdf } = lineOf();
    const height = 1 / Math.sqrt(2 * Math.PI);
    // At -4 the second is 9 of its standard deviations off, at 5 the first 4.5.
    expect(Math.exp(logPdf!(-4))).toBeCloseTo(height / 6, 12);
    expect(Math.exp(logPdf!(5))).toBeCloseTo(height * (2 / 3 + Math.exp(-(4.5 ** 2) / 2) / 6), 12);
  });

  it('have nearly all of the first below 1 and of the second above, and know both tails', () => {
    const { cdf, upper } = lineOf();
    // 1 is 2.5 standard deviations above the first mean and 4 below the second: by R 4.2.2,
    // pnorm(-2.5) = 0.006209665 and pnorm(-4) = 3.167124e-05.
    const below = (1 - 0.006209665) / 3 + (2 / 3) * 3.167124e-5;
    expect(cdf(1)).toBeCloseTo(below, 9);
    expect(upper(1)).toBeCloseTo(1 - below, 9);
    // At 13 what is left is of the first hump, 8.5 standard deviations out: 9.479535e-18.
    expect(upper(13) / ((9.479535e-18 + 2 * 6.220961e-16) / 3)).toBeCloseTo(1, 6);
    expect([cdf(-Infinity), cdf(Infinity)]).toEqual([0, 1]);
  });

  it('have quantiles that undo the distribution function', () => {
    const others: readonly Params[] = [{}, { firstMean: 5, secondMean: -4 }, { firstShare: 0.9 }];
    for (const changes of others) {
      const { cdf, quantile } = lineOf(changes);
      for (const p of [1e-6, 0.1, 1 / 3, 0.5, 0.9, 1 - 1e-6])
        expect(cdf(quantile(p))).toBeCloseTo(p, 14);
    }
  });

  it('have the ends of the line as quantiles of 0 and 1, and none elsewhere', () => {
    const { quantile, support } = lineOf();
    expect([0, 1].map(quantile)).toEqual([-Infinity, Infinity]);
    for (const p of [-0.1, 1.1, NaN]) expect(quantile(p)).toBeNaN();
    expect(support).toEqual({ min: -Infinity, max: Infinity });
  });

  it('are one where the other has no share, wherever that is', () => {
    for (const [firstShare, at] of [
      [1, -4],
      [0, 5],
    ] as const) {
      const other: Params = firstShare === 1 ? { secondMean: Infinity } : { firstMean: -Infinity };
      const { cdf, mean } = lineOf({ firstShare, ...other });
      expect(mean).toBe(at);
      expect(cdf(at)).toBe(0.5);
    }
  });

  it('are drawn from by one uniform number, which says which, and one normal', () => {
    const rng = scripted({ uniforms: [0.33, 0.34, 0, 1 / 3], normals: [1.5, -2, 0, 0] });
    expect([...open().sample(rng, 4)]).toEqual([-4 + 2 * 1.5, 5 - 2, -4, 5]);
    expect(open().sample(streams.get('keyed').open('humps')(1), 7)).toHaveLength(7);
  });
});
