import { describe, expect, it } from 'vitest';
import { fastLog } from '../../src/lib/special/fastLog.ts';
import { streams } from '../../src/lib/random/index.ts';

const rng = (seed: string) => streams.get('keyed').open(seed)(1);

describe('the fast logarithm', () => {
  it('is the logarithm to 1e-15 between 1/8 and 8', () => {
    const { uniform } = rng('fast');
    for (let i = 0; i < 300_000; i++) {
      const x = 2 ** (6 * uniform() - 3);
      expect(Math.abs(fastLog(x) - Math.log(x))).toBeLessThan(1e-15);
    }
  });

  it('is the logarithm to two units in the last place over the whole range of full precision', () => {
    const { uniform } = rng('far');
    for (let i = 0; i < 200_000; i++) {
      const x = 2 ** (2045 * uniform() - 1022);
      const wanted = Math.log(x);
      // The product k log 2 and two sums round, each by half a unit at most; a unit is up to
      // 2.2e-16 of the value.
      expect(Math.abs(fastLog(x) - wanted)).toBeLessThan(1e-15 + 4.4e-16 * Math.abs(wanted));
    }
    for (const x of [2.2250738585072014e-308, Number.MAX_VALUE, 2 ** -1022, 2 ** 1023]) {
      expect(Math.abs(fastLog(x) - Math.log(x))).toBeLessThan(2.3e-13);
    }
  });

  it('has no jump where one entry of its table hands over to the next', () => {
    // The table has 128 entries in every binade, which begins at 0.6875.
    for (let i = 0; i <= 128; i++) {
      const edge = i <= 80 ? 0.6875 + i / 256 : 1 + (i - 80) / 128;
      for (const x of [edge * (1 - 2 ** -53), edge, edge * (1 + 2 ** -52)]) {
        expect(Math.abs(fastLog(x) - Math.log(x)), `x = ${x}`).toBeLessThan(1e-15);
      }
    }
  });

  it('is 0 at 1, and k log 2 at 2^k', () => {
    expect(fastLog(1)).toBe(0);
    for (const k of [-1000, -3, -1, 1, 10, 1023]) expect(fastLog(2 ** k)).toBe(k * Math.LN2);
  });

  it('loses only what is below 1e-15 near 1, where a small e puts all its arguments', () => {
    for (let k = 3; k <= 52; k++) {
      for (const u of [2 ** -k, -(2 ** -k), 1.37 * 2 ** -k]) {
        expect(Math.abs(fastLog(1 + u) - Math.log(1 + u)), `1 + ${u}`).toBeLessThan(1e-15);
      }
    }
  });
});
