import { describe, expect, it } from 'vitest';
import { chiSquare, gamma } from '../../src/lib/random/gamma.ts';
import { keyed } from '../../src/lib/random/keyed.ts';
import { compareWithR, fourAbove, KOLMOGOROV_CRITICAL } from './goodnessOfFit.ts';

const COUNT = 250_000;
const rng = (seed: string) => keyed.open(seed)(1);
const draw = (one: () => number) => Float64Array.from({ length: COUNT }, one);

function expectLaw(draws: Float64Array, name: string): void {
  const result = compareWithR(draws, name);
  expect(result.scaledDistance).toBeLessThan(KOLMOGOROV_CRITICAL);
  expect(result.pearson).toBeLessThan(fourAbove(result.degrees));
}

describe('gamma draws', () => {
  it.each([0.05, 0.3, 0.5, 0.95, 1, 1.5, 3, 20, 999.5])(
    'have the distribution function of R’s pgamma at shape %d',
    (shape) => {
      const stream = rng(`gamma ${shape}`);
      expectLaw(
        draw(() => gamma(stream, shape)),
        `gamma ${shape}`,
      );
    },
  );

  it.each([0.3, 1, 20])('have mean and variance equal to the shape %d', (shape) => {
    const stream = rng(`moments ${shape}`);
    const draws = draw(() => gamma(stream, shape));
    const mean = draws.reduce((sum, x) => sum + x, 0) / COUNT;
    const variance = draws.reduce((sum, x) => sum + (x - shape) ** 2, 0) / COUNT;
    // Var of (X - a)² is the fourth central moment 3 a² + 6 a less a².
    expect(Math.abs(mean - shape)).toBeLessThan(4 * Math.sqrt(shape / COUNT));
    const fourth = 2 * shape * shape + 6 * shape;
    expect(Math.abs(variance - shape)).toBeLessThan(4 * Math.sqrt(fourth / COUNT));
  });
});

describe('chi-square draws', () => {
  it.each([1, 2, 9, 199, 9999])(
    'have the distribution function of R’s pchisq with %d degrees of freedom',
    (degrees) => {
      const stream = rng(`chi-square ${degrees}`);
      expectLaw(
        draw(() => chiSquare(stream, degrees)),
        `chi-square ${degrees}`,
      );
    },
  );
});
