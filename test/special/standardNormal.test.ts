import { describe, expect, it } from 'vitest';
import { standardCdf, standardLogPdf, standardPdf } from '../../src/lib/special/standardNormal.ts';
import { standardQuantile } from '../../src/lib/special/standardNormalQuantile.ts';
import { reference } from '../reference/normalValues.ts';
import { expectRelative } from '../support/relative.ts';

describe('the standard normal distribution', () => {
  it('has the cdf of R to 2e-14 of its value, 37 standard deviations out', () => {
    const pairs = reference('cdf');
    expect(pairs.length).toBeGreaterThan(30);
    for (const [z, value] of pairs) expectRelative(standardCdf(z), value, 2e-14, `z = ${z}`);
  });

  it('has the density of R to 2e-15 of its value', () => {
    for (const [z, value] of reference('density')) {
      expectRelative(standardPdf(z), value, 2e-15, `z = ${z}`);
      expectRelative(standardLogPdf(z), Math.log(value), 1e-13, `z = ${z}`);
    }
  });

  it('has the quantiles of R to 1e-14 of their value', () => {
    const pairs = reference('quantile');
    expect(pairs.length).toBeGreaterThan(25);
    for (const [p, value] of pairs) expectRelative(standardQuantile(p), value, 1e-14, `p = ${p}`);
  });

  it('is symmetric', () => {
    for (const z of [0, 0.3, 1.9, 2, 2.1, 8]) {
      expect(standardPdf(-z)).toBe(standardPdf(z));
      expect(Math.abs(standardCdf(-z) + standardCdf(z) - 1)).toBeLessThan(2e-16);
    }
    for (const p of [0.5, 0.25, 0.0625, 2 ** -20]) {
      expect(standardQuantile(1 - p)).toBe(-standardQuantile(p) + 0);
    }
  });

  it('has a cdf that never falls where one formula takes over from the other', () => {
    for (const edge of [-2, 2]) {
      let last = 0;
      for (let z = edge - 1e-3; z < edge + 1e-3; z += 1e-5) {
        expect(standardCdf(z)).toBeGreaterThan(last);
        last = standardCdf(z);
      }
    }
  });

  it('reaches its limits at the ends', () => {
    expect(standardCdf(-Infinity)).toBe(0);
    expect(standardCdf(Infinity)).toBe(1);
    expect(standardCdf(-40)).toBe(0);
    expect(standardPdf(Infinity)).toBe(0);
    expect(standardPdf(-Infinity)).toBe(0);
    expect(standardCdf(0)).toBe(0.5);
    expect(standardQuantile(0)).toBe(-Infinity);
    expect(standardQuantile(1)).toBe(Infinity);
    expect(standardQuantile(0.5)).toBe(0);
    for (const p of [NaN, -1e-9, 1 + 1e-9]) expect(standardQuantile(p)).toBeNaN();
    expect(standardCdf(NaN)).toBeNaN();
    expect(standardPdf(NaN)).toBeNaN();
  });
});
