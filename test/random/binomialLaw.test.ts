import { describe, expect, it } from 'vitest';
import { binomial } from '../../src/lib/random/binomial.ts';
import { streams } from '../../src/lib/random/index.ts';

const rng = (seed: string) => streams.get('keyed').open(seed)(1);

/** log k!, by adding. */
const logFactorial = (k: number) => {
  let sum = 0;
  for (let i = 2; i <= k; i++) sum += Math.log(i);
  return sum;
};

const chanceOf = (n: number, p: number, x: number) =>
  Math.exp(
    logFactorial(n) -
      logFactorial(x) -
      logFactorial(n - x) +
      x * Math.log(p) +
      (n - x) * Math.log(1 - p),
  );

describe('a binomial draw', () => {
  // Both ways of drawing, on either side of the mean of 10 where one gives way to the other.
  it.each([
    [1, 0.5],
    [20, 0.3],
    [100, 0.099],
    [100, 0.101],
    [60, 0.5],
    [60, 0.9],
    [3000, 0.02],
    [100_000, 0.0004],
  ])('of %i trials with probability %d has the chances of the law', (n, p) => {
    const draws = 60_000;
    const source = rng(`${n} ${p}`);
    const counts = new Map<number, number>();
    for (let i = 0; i < draws; i++) {
      const x = binomial(source, n, p);
      expect(Number.isInteger(x) && x >= 0 && x <= n).toBe(true);
      counts.set(x, (counts.get(x) ?? 0) + 1);
    }
    const centre = n * p;
    const reach = 6 * Math.sqrt(n * p * (1 - p)) + 6;
    let chiSquare = 0;
    let cells = 0;
    let rest = draws;
    let restExpected = draws;
    for (let x = Math.max(0, Math.floor(centre - reach)); x <= Math.min(n, centre + reach); x++) {
      const expected = draws * chanceOf(n, p, x);
      if (expected < 20) continue;
      chiSquare += ((counts.get(x) ?? 0) - expected) ** 2 / expected;
      rest -= counts.get(x) ?? 0;
      restExpected -= expected;
      cells++;
    }
    if (restExpected > 20) {
      chiSquare += (rest - restExpected) ** 2 / restExpected;
      cells++;
    }
    // Pearson's statistic has mean cells - 1 and variance near 2 (cells - 1): four of its standard
    // deviations, and a little for few cells, where it is skewed.
    const degrees = cells - 1;
    expect(chiSquare).toBeLessThan(degrees + 4 * Math.sqrt(2 * degrees) + 6);
  });
});
