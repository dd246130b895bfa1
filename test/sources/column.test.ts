import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/lib/configError.ts';
import { sources } from '../../src/lib/sources/index.ts';
import { scripted } from '../support/scripted.ts';

const open = (numbers?: readonly number[]) =>
  sources.get('column').open({}, numbers && { column: numbers });
const lineOf = () => open([3, -1, 3, 8]).line!;

describe('a column of numbers', () => {
  it('steps up at each of them by its share', () => {
    const line = lineOf();
    const at = [-2, -1, -0.5, 2.9, 3, 7.9, 8, 9];
    expect(at.map(line.cdf)).toEqual([0, 0.25, 0.25, 0.25, 0.75, 0.75, 1, 1]);
    expect(at.map(line.upper)).toEqual([1, 0.75, 0.75, 0.75, 0.25, 0.25, 0, 0]);
    expect([line.cdf(NaN), line.upper(NaN)]).toEqual([NaN, NaN]);
  });

  it('has as a quantile the smallest number that so much is at or below', () => {
    const line = lineOf();
    const probabilities = [0, 0.01, 0.25, 0.26, 0.75, 0.76, 1];
    expect(probabilities.map(line.quantile)).toEqual([-1, -1, -1, 3, 3, 8, 8]);
    for (const p of [-0.1, 1.1, NaN]) expect(line.quantile(p)).toBeNaN();
  });

  it('has the mean and the variance of its numbers, divisor n, and their ends', () => {
    const line = lineOf();
    expect(open([1, 2])).toMatchObject({ kind: 'line', width: 1 });
    expect(line.mean).toBe(3.25);
    // Squares 9 + 1 + 9 + 64 over 4, less 3.25².
    expect(line.variance).toBeCloseTo(83 / 4 - 3.25 ** 2, 13);
    expect(line.support).toEqual({ min: -1, max: 8 });
  });

  it('is drawn from with replacement, each number by an equal stretch of [0, 1)', () => {
    const rng = scripted({ uniforms: [0, 0.249, 0.25, 0.5, 0.749, 0.75, 0.999] });
    expect([...open([3, -1, 2, 8]).sample(rng, 7)]).toEqual([3, 3, -1, 2, 2, 8, 8]);
  });

  it('leaves the numbers in the order in which they were given', () => {
    const given = [3, -1, 2];
    open(given);
    expect(given).toEqual([3, -1, 2]);
  });

  it.each([
    [undefined, 'a column must hold at least 2 numbers, got 0'],
    [[7], 'a column must hold at least 2 numbers, got 1'],
    [[7, NaN, 8], 'a column must hold finite numbers, got NaN'],
    [[7, -Infinity], 'a column must hold finite numbers, got -Infinity'],
    [new Array<number>(100_001).fill(1), 'a column must hold at most 100000 numbers, got 100001'],
  ])('is refused for %o', (numbers, message) => {
    expect(() => open(numbers)).toThrow(new ConfigError(message));
  });

  it('may have two numbers or a hundred thousand', () => {
    expect(open([1, 2]).line!.mean).toBe(1.5);
    expect(open(new Array<number>(100_000).fill(1)).line!.mean).toBe(1);
  });
});
