import { describe, expect, it } from 'vitest';
import { chiSquare } from '../../src/lib/random/gamma.ts';
import { keyed } from '../../src/lib/random/keyed.ts';
import {
  cdfOfFinalMean,
  densityOfFinalMean,
  quantileOfFinalMean,
} from '../../src/lib/theory/finalMean.ts';
import { theoryReference } from '../reference/theoryValues.ts';
import { expectRelative } from '../support/relative.ts';

const standard = { mu: 0, sigma: 1 };

describe('the law of the final mean', () => {
  it("is R's t with 2 degrees of freedom, to 1e-13 of its value", () => {
    for (const { t, value } of theoryReference('t2Cdf')) {
      expectRelative(cdfOfFinalMean({ ...standard, x: t! }), value!, 1e-13, `t = ${t}`);
    }
    for (const { t, value } of theoryReference('t2Density')) {
      expectRelative(densityOfFinalMean({ ...standard, x: t! }), value!, 1e-13, `t = ${t}`);
    }
    for (const { p, value } of theoryReference('t2Quantile')) {
      expectRelative(quantileOfFinalMean({ ...standard, p: p! }), value!, 1e-13, `p = ${p}`);
    }
  });

  it('is moved by mu and stretched by sigma', () => {
    const truth = { mu: 125, sigma: 30 };
    expectRelative(
      cdfOfFinalMean({ ...truth, x: 65 }),
      cdfOfFinalMean({ ...standard, x: -2 }),
      1e-14,
    );
    expectRelative(
      densityOfFinalMean({ ...truth, x: 155 }) * 30,
      densityOfFinalMean({ ...standard, x: 1 }),
      1e-14,
    );
    expectRelative(
      quantileOfFinalMean({ ...truth, p: 0.975 }),
      125 + 30 * quantileOfFinalMean({ ...standard, p: 0.975 }),
      1e-14,
    );
  });

  it('has the size quantiles .816, 1.604, 2.920, 4.303, 9.925 and 31.60', () => {
    const shares = [0.5, 0.75, 0.9, 0.95, 0.99, 0.999];
    const found = shares.map((share) => quantileOfFinalMean({ ...standard, p: (1 + share) / 2 }));
    expect(found.map((value) => value.toPrecision(4))).toEqual([
      '0.8165',
      '1.604',
      '2.920',
      '4.303',
      '9.925',
      '31.60',
    ]);
    expect((2 * cdfOfFinalMean({ ...standard, x: -2 })).toFixed(3)).toBe('0.184');
  });

  it('ends at infinity', () => {
    expect(cdfOfFinalMean({ ...standard, x: -Infinity })).toBe(0);
    expect(cdfOfFinalMean({ ...standard, x: Infinity })).toBe(1);
    expect(densityOfFinalMean({ ...standard, x: Infinity })).toBe(0);
    expect(quantileOfFinalMean({ ...standard, p: 0 })).toBe(-Infinity);
    expect(quantileOfFinalMean({ ...standard, p: 1 })).toBe(Infinity);
    for (const p of [NaN, -1, 2]) expect(quantileOfFinalMean({ ...standard, p })).toBeNaN();
    expect(cdfOfFinalMean({ ...standard, x: NaN })).toBeNaN();
  });

  it.each([
    // The laws of finite n are a little narrower: by about 1 % of a quantile at n = 50, by up to 6
    // % at n = 10.
    [50, 0.015],
    [10, 0.06],
  ])('is where simulated means end, n = %i, whatever n is', (n, narrower) => {
    const runs = 20_000;
    const rng = keyed.open('final mean')(n);
    const sizes = Array.from({ length: runs }, () => {
      // Given the path, m is normal with variance (1 / n) sum of s^2. What follows s = 0.001 moves
      // it by about as much.
      let sum = 0;
      for (let s = 1; s > 1e-6; s *= chiSquare(rng, n - 1) / (n - 1)) sum += s;
      return Math.abs(rng.normal() * Math.sqrt(sum / n));
    });
    for (const share of [0.5, 0.75, 0.9, 0.95, 0.99]) {
      const quantile = quantileOfFinalMean({ ...standard, p: (1 + share) / 2 });
      const beyond = sizes.filter((size) => size > quantile).length / runs;
      // 4 standard errors, and the share that moves when every quantile is `narrower`.
      const bias = 2 * densityOfFinalMean({ ...standard, x: quantile }) * quantile * narrower;
      const tolerance = 4 * Math.sqrt((share * (1 - share)) / runs);
      expect(beyond - (1 - share), `${share}`).toBeLessThan(tolerance);
      expect(1 - share - beyond, `${share}`).toBeLessThan(tolerance + bias);
    }
  });
});
