import { describe, expect, it } from 'vitest';
import { recordsOf } from '../src/lib/recursion.ts';

/** Means and standard deviations, entry t - 1 being generation t, of a graph of Wicklin 2024. */
function graph(seed: string) {
  const records = recordsOf({
    family: 'normal',
    truth: { mu: 125, sigma: 30 },
    estimator: 'unbiased-variance',
    regime: 'replace',
    n: 200,
    generations: 500,
    seed,
    stream: 'source',
  });
  const params = records.map(({ fit }) => {
    if (!fit.ok) throw new Error(`no fit: ${fit.reason}`);
    return fit.model as { mu: number; sigma: number };
  });
  return { mean: params.map(({ mu }) => mu), sd: params.map(({ sigma }) => sigma) };
}

/** The generation with this value, from 1. */
const generationOf = (list: readonly number[], value: number) => list.indexOf(value) + 1;
const firstBelow = (list: readonly number[], bound: number) =>
  list.findIndex((value) => value < bound) + 1;
/** Generations whose value is larger than that of the one before; generation 0 is the original. */
const rises = (list: readonly number[], original: number) =>
  list.filter((value, i) => value > (i === 0 ? original : list[i - 1]!)).length;

describe('the first graph of the source, base seed 12345', () => {
  const { mean, sd } = graph('12345');

  it('ends at mean 60.561503 and standard deviation 4.037178', () => {
    expect(mean).toHaveLength(500);
    expect(Math.abs(mean[499]! - 60.561503)).toBeLessThan(1e-6);
    expect(Math.abs(sd[499]! - 4.037178)).toBeLessThan(1e-6);
  });

  it.each([
    [1, 126.126982, 30.761734, 6],
    [10, 126.93, 42.12, 2],
    [200, 78.16, 59.09, 2],
    [400, 68.9, 12.7, 1],
  ])('is at the documented values at generation %i', (t, m, s, digits) => {
    expect(mean[t - 1]!.toFixed(digits)).toBe(m.toFixed(digits));
    expect(sd[t - 1]!.toFixed(digits)).toBe(s.toFixed(digits));
  });

  it('first doubles its spread, to 62.2 at generation 96', () => {
    const largest = Math.max(...sd);
    expect(largest.toFixed(1)).toBe('62.2');
    expect(generationOf(sd, largest)).toBe(96);
  });

  it('is at its narrowest, 4.0286, at generation 499', () => {
    const smallest = Math.min(...sd);
    expect(smallest.toFixed(4)).toBe('4.0286');
    expect(generationOf(sd, smallest)).toBe(499);
  });

  it('has its mean below half the original first at generation 240', () => {
    expect(firstBelow(mean, 62.5)).toBe(240);
  });

  it('widens in 244 of its 500 generations', () => {
    expect(rises(sd, 30)).toBe(244);
  });
});

describe('the second graph of the source, base seed 2468', () => {
  const { mean, sd } = graph('2468');

  it('ends at mean 129.006896 and standard deviation 9.910623', () => {
    expect(mean).toHaveLength(500);
    expect(Math.abs(mean[499]! - 129.006896)).toBeLessThan(1e-6);
    expect(Math.abs(sd[499]! - 9.910623)).toBeLessThan(1e-6);
  });

  it.each([
    [1, 123.587077, 31.577709, 6],
    [10, 133.87, 27.28, 2],
    [200, 130.81, 9.64, 2],
  ])('is at the documented values at generation %i', (t, m, s, digits) => {
    expect(mean[t - 1]!.toFixed(digits)).toBe(m.toFixed(digits));
    expect(sd[t - 1]!.toFixed(digits)).toBe(s.toFixed(digits));
  });

  it('is at its narrowest, 6.576, at generation 80', () => {
    const smallest = Math.min(...sd);
    expect(smallest.toFixed(3)).toBe('6.576');
    expect(generationOf(sd, smallest)).toBe(80);
  });

  it('is narrower than half the original first at generation 43', () => {
    expect(firstBelow(sd, 15)).toBe(43);
  });

  it('widens in 249 of its 500 generations', () => {
    expect(rises(sd, 30)).toBe(249);
  });
});
