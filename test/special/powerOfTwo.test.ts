import { describe, expect, it } from 'vitest';
import { powerOfTwoBelow } from '../../src/lib/special/powerOfTwo.ts';

describe('powerOfTwoBelow', () => {
  it('is the largest power of two that is not larger', () => {
    for (let exponent = -1022; exponent <= 1023; exponent++) {
      const power = 2 ** exponent;
      expect(powerOfTwoBelow(power)).toBe(power);
      expect(powerOfTwoBelow(power * (2 - 2 ** -52))).toBe(power);
    }
  });

  it('is the smallest normal number below that, 1 for 0, NaN where there is none', () => {
    expect(powerOfTwoBelow(5e-324)).toBe(2 ** -1022);
    expect(powerOfTwoBelow(0)).toBe(1);
    expect(powerOfTwoBelow(Infinity)).toBeNaN();
    expect(powerOfTwoBelow(NaN)).toBeNaN();
  });
});
