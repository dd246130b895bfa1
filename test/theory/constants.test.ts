import { describe, expect, it } from 'vitest';
import { c4 } from '../../src/lib/special/c4.ts';
import { logMinusDigamma, trigamma } from '../../src/lib/special/digamma.ts';
import { logBias, logVariance } from '../../src/lib/special/logSd.ts';
import { reference } from '../reference/normalValues.ts';
import { expectRelative } from '../support/relative.ts';

const sizes = [...Array.from({ length: 200 }, (_, i) => i + 2), 999, 1e4, 123_457, 1e6];

describe('c4', () => {
  it('is that of R to 1e-13 from n = 2 to a million', () => {
    for (const [n, value] of reference('c4')) expectRelative(c4(n), value, 1e-13, `n = ${n}`);
  });

  it('has c4(n) c4(n + 1) = sqrt((n - 1) / n)', () => {
    // Gamma(x + 1) = x Gamma(x) leaves this of the product of the two definitions.
    for (const n of sizes) expectRelative(c4(n) * c4(n + 1), Math.sqrt((n - 1) / n), 1e-14);
  });

  it('is sqrt(2 / pi), sqrt(pi) / 2 and sqrt(8 / (3 pi)) for n = 2, 3 and 4', () => {
    expectRelative(c4(2), Math.sqrt(2 / Math.PI), 1e-14);
    expectRelative(c4(3), Math.sqrt(Math.PI) / 2, 1e-14);
    expectRelative(c4(4), Math.sqrt(8 / (3 * Math.PI)), 1e-14);
  });

  it('has no value below n = 2', () => {
    for (const n of [1, 0, -5, NaN]) expect(() => c4(n)).toThrow(`at least 2, got ${n}`);
  });
});

describe('digamma and trigamma', () => {
  it('take their known values at 1/2 and 1', () => {
    const euler = 0.5772156649015329;
    expectRelative(logMinusDigamma(1), euler, 1e-14);
    expectRelative(logMinusDigamma(0.5), Math.log(0.5) + euler + 2 * Math.LN2, 1e-14);
    expectRelative(trigamma(1), Math.PI ** 2 / 6, 1e-14);
    expectRelative(trigamma(0.5), Math.PI ** 2 / 2, 1e-14);
  });

  it('step by 1/x and 1/x^2', () => {
    for (const x of [0.5, 3.25, 15.5, 16, 17.3, 40]) {
      const step = 1 / x - Math.log((x + 1) / x);
      const difference = logMinusDigamma(x) - logMinusDigamma(x + 1);
      expect(Math.abs(difference - step)).toBeLessThan(1e-15);
      expect(Math.abs(trigamma(x) - trigamma(x + 1) - 1 / x ** 2)).toBeLessThan(1e-15 / x);
    }
  });
});

describe('the bias and the variance of log s', () => {
  it('are those of R to 1e-13 in absolute terms', () => {
    for (const [n, value] of reference('logBias')) {
      expect(Math.abs(logBias(n) - value), `n = ${n}`).toBeLessThan(1e-13);
    }
  });

  it('keep 13 digits for large n, where R has to integrate', () => {
    for (const [n, value] of reference('logBiasIntegral')) {
      expectRelative(logBias(n), value, 1e-13, `n = ${n}`);
    }
    for (const [n, value] of reference('logVariance')) {
      expectRelative(logVariance(n), value, 1e-13, `n = ${n}`);
    }
  });

  it('are both 1 / (2 (n - 1)) to first order', () => {
    for (const n of sizes.filter((size) => size >= 50)) {
      // The next terms are 1 / (6 nu^2) and 1 / (2 nu^2).
      const nu = n - 1;
      expect(Math.abs(logBias(n) * 2 * nu - 1)).toBeLessThan(0.34 / nu);
      expect(Math.abs(logVariance(n) * 2 * nu - 1)).toBeLessThan(1.1 / nu);
    }
  });

  it('have no value below n = 2', () => {
    expect(() => logBias(1)).toThrow('n of at least 2, got 1');
    expect(() => logVariance(1)).toThrow(RangeError);
  });
});
