import { describe, expect, it } from 'vitest';
import { binomial } from '../../src/lib/random/binomial.ts';
import { streams } from '../../src/lib/random/index.ts';

const rng = (seed: string) => streams.get('keyed').open(seed)(1);

describe('a binomial draw', () => {
  it('of a small mean is where the distribution function passes a uniform number', () => {
    // Of three trials with probability 1/4: 27, 27, 9 and 1 of 64.
    const drawn = [0, 26.9, 27.1, 53.9, 54.1, 62.9, 63.1, 63.9].map((part) =>
      binomial({ ...rng('none'), uniform: () => part / 64 }, 3, 0.25),
    );
    expect(drawn).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
    // As many numbers of [0, 1) are below a half as are not.
    const halves = [0.5 - 2 ** -53, 0.5].map((u) =>
      binomial({ ...rng('none'), uniform: () => u }, 1, 0.5),
    );
    expect(halves).toEqual([0, 1]);
  });

  it('of the failures of as many trials is the rest', () => {
    const [some, others] = [rng('rest'), rng('rest')];
    for (let i = 0; i < 100; i++) {
      expect(binomial(some, 30, 0.75)).toBe(30 - binomial(others, 30, 0.25));
    }
  });

  it('is certain where the probability is 0 or 1, or there is no trial, and draws nothing then', () => {
    const source = rng('certain');
    const other = rng('certain');
    expect([binomial(source, 9, 0), binomial(source, 9, 1), binomial(source, 0, 0.4)]).toEqual([
      0, 9, 0,
    ]);
    expect(source.uniform()).toBe(other.uniform());
  });

  it('is refused where there is no such law', () => {
    for (const [n, p] of [
      [-1, 0.5],
      [1.5, 0.5],
      [NaN, 0.5],
      [3, -0.1],
      [3, 1.1],
      [3, NaN],
    ] as const)
      expect(() => binomial(rng('no'), n, p)).toThrow('no binomial of');
  });
});
