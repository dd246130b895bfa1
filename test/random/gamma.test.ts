import { describe, expect, it } from 'vitest';
import { chiSquare, gamma } from '../../src/lib/random/gamma.ts';
import { keyed } from '../../src/lib/random/keyed.ts';

const rng = (seed: string) => keyed.open(seed)(1);

describe('gamma draws', () => {
  it('are never negative, infinite or undefined at extreme shapes', () => {
    const stream = rng('extremes');
    for (const shape of [5e-324, 1e-300, 1e-6, 1e-3, 1e8, 1e16, 1e300]) {
      for (let i = 0; i < 1000; i++) {
        const x = gamma(stream, shape);
        expect(x >= 0 && x < Infinity).toBe(true);
      }
    }
  });

  it.each([0, -1, NaN, Infinity, -Infinity])('are refused for shape %d', (shape) => {
    expect(() => gamma(rng('refused'), shape)).toThrow(
      new RangeError(`gamma shape must be a finite number above 0: ${shape}`),
    );
  });
});

describe('chi-square draws', () => {
  it.each([0, -2, NaN, Infinity])('are refused for %d degrees of freedom', (degrees) => {
    expect(() => chiSquare(rng('refused'), degrees)).toThrow(
      new RangeError(`degrees of freedom must be finite and above 0: ${degrees}`),
    );
  });
});
