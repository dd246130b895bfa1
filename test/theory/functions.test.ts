import { describe, expect, it } from 'vitest';
import { atanExcess, cosSin } from '../../src/lib/special/circular.ts';
import { logCharacteristic, logPowerMean } from '../../src/lib/special/logGammaRatio.ts';
import { expm1, log1p } from '../../src/lib/special/log1pExpm1.ts';
import { theoryReference } from '../reference/theoryValues.ts';
import { expectRelative } from '../support/relative.ts';

const small = [1e-300, 1e-17, 1e-9, 1e-4, 0.003, 0.1, 0.19, 0.21, 0.7, 0.99];

describe('the functions near one', () => {
  // Those of the language are right to the last digit or two in Node.
  it('are log(1 + x) and exp(x) - 1 to 1e-15 of their value', () => {
    for (const size of [...small, 1.5, 12, 29, 31, 600]) {
      for (const x of [size, -size]) {
        if (x > -1) expectRelative(log1p(x), Math.log1p(x), 1e-15, `log1p ${x}`);
        expectRelative(expm1(x), Math.expm1(x), 1e-15, `expm1 ${x}`);
      }
    }
    expect(log1p(0)).toBe(0);
    expect(expm1(0)).toBe(0);
    expect(expm1(-Infinity)).toBe(-1);
    expect(expm1(Infinity)).toBe(Infinity);
  });
});

describe('the circular functions', () => {
  it('are cosine and sine to 3e-16, a thousand turns out', () => {
    for (let x = -8000; x < 8000; x += 0.7310585) {
      const [cos, sin] = cosSin(x);
      expect(Math.abs(cos - Math.cos(x)), `cos ${x}`).toBeLessThan(3e-16);
      expect(Math.abs(sin - Math.sin(x)), `sin ${x}`).toBeLessThan(3e-16);
    }
    expect(cosSin(0)).toEqual([1, 0]);
  });

  it('know the arc tangent less its argument, to 1e-14 of the difference where it is small', () => {
    for (const size of [...small, 1.5, 40, 1e9]) {
      for (const x of [size, -size]) {
        const wanted = Math.atan(x) - x;
        expect(Math.abs(atanExcess(x) - wanted), `x = ${x}`).toBeLessThanOrEqual(4e-16 * size);
        // -x^3/3 + x^5/5 - x^7/7 is all there is of it for |x| up to 0.003.
        const y = x * x;
        const series = x * y * (-1 / 3 + y * (1 / 5 - y / 7));
        if (size <= 0.003) expectRelative(atanExcess(x), series, 1e-14, `x = ${x}`);
      }
    }
  });
});

describe('the powers of a gamma variable over its shape', () => {
  it('have the means of R to 1e-13', () => {
    for (const { a, p, value } of theoryReference('power')) {
      expectRelative(Math.exp(logPowerMean(a!, p!)), value!, 1e-13, `a = ${a}, p = ${p}`);
    }
  });

  it('have mean 1 for powers 0 and 1, and 1 + 1/a for the square', () => {
    for (const a of [0.5, 3, 15.9, 16, 99.5, 5e5]) {
      expect(logPowerMean(a, 0)).toBeCloseTo(0, 15);
      expect(Math.abs(logPowerMean(a, 1))).toBeLessThan(3e-15);
      expect(Math.abs(logPowerMean(a, 2) - Math.log1p(1 / a))).toBeLessThan(6e-15);
    }
  });

  it('have no mean from -a downwards', () => {
    for (const p of [-2, -2.5, NaN]) expect(() => logPowerMean(2, p)).toThrow(`power ${p}`);
  });

  it('have the characteristic function that quadrature in R gives, to 1e-11', () => {
    for (const { a, t, cos, sin } of theoryReference('wave')) {
      const [logSize, angle] = logCharacteristic(a!, t!);
      const size = Math.exp(logSize);
      expect(Math.abs(size * Math.cos(angle) - cos!), `a = ${a}, t = ${t}`).toBeLessThan(1e-11);
      expect(Math.abs(size * Math.sin(angle) - sin!), `a = ${a}, t = ${t}`).toBeLessThan(1e-11);
    }
  });

  it('have |Gamma(1 + it)|^2 = pi t / sinh(pi t) and |Gamma(1/2 + it)|^2 = pi / cosh(pi t)', () => {
    for (const t of [0.01, 0.1, 0.5, 1, 3, 10, 20]) {
      // DLMF 5.4.3 and 5.4.4; the second over Gamma(1/2)^2 = pi.
      const one = Math.log((Math.PI * t) / Math.sinh(Math.PI * t));
      const half = -Math.log(Math.cosh(Math.PI * t));
      expect(Math.abs(2 * logCharacteristic(1, t)[0] - one)).toBeLessThan(1e-14 * (1 + t / 10));
      expect(Math.abs(2 * logCharacteristic(0.5, t)[0] - half)).toBeLessThan(1e-14 * (1 + t / 10));
    }
  });

  it('have a characteristic function with Gamma(z + 1) = z Gamma(z)', () => {
    for (const a of [0.5, 7, 15.5, 16, 40, 1000]) {
      for (const t of [0.05, 1, 9, 60]) {
        const [size, angle] = logCharacteristic(a, t);
        const [nextSize, nextAngle] = logCharacteristic(a + 1, t);
        const scale = 1e-14 * (1 + t);
        expect(Math.abs(nextSize - size - Math.log1p((t / a) ** 2) / 2)).toBeLessThan(scale);
        const turn = Math.atan(t / a) - t * Math.log1p(1 / a);
        expect(Math.abs(nextAngle - angle - turn)).toBeLessThan(scale);
      }
    }
  });
});
