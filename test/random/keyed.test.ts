import { describe, expect, it } from 'vitest';
import { keyed } from '../../src/lib/random/keyed.ts';

function normals(seed: string, replicate: number, generation: number, count: number): Float64Array {
  const out = new Float64Array(count);
  keyed.open(seed, replicate)(generation).fillNormal(out);
  return out;
}

describe('keyed streams', () => {
  it('give a generation the same draws in whatever order generations are asked for', () => {
    const at = keyed.open('order', 4);
    const ask = (t: number) => Array.from({ length: 50 }, () => at(t).normal() + at(t).uniform());
    const forwards = [1, 2, 3, 500].map(ask);
    const backwards = [500, 3, 2, 1].map(ask).reverse();
    expect(backwards).toEqual(forwards);
    expect(normals('order', 4, 3, 100)).toEqual(normals('order', 4, 3, 100));
  });

  it('give a replicate the same draws alone as beside others', () => {
    const alone = normals('beside', 7, 2, 20);
    const many = Array.from({ length: 20 }, (_, replicate) => keyed.open('beside', replicate));
    const rngs = many.map((at) => at(2));
    const together = Array.from({ length: 20 }, () => rngs.map((rng) => rng.normal())[7]);
    expect(together).toEqual([...alone]);
  });

  it('open replicate 0 where none is named', () => {
    expect(keyed.open('zero')(1).normal()).toBe(normals('zero', 0, 1, 1)[0]);
  });

  it('differ between any two of many seeds, replicates and generations', () => {
    const seeds = [
      '1',
      '2',
      '12',
      'c0',
      'c1',
      'seed-1',
      'seed-2',
      ' ',
      'a',
      'A',
      'é',
      '模型',
      '👍',
    ];
    const tricky = ['a/1', 'a/1/2', 'a/', '/', '//', '/0', '0/', '0'];
    const seen = new Set<number>();
    for (const seed of [...seeds, ...tricky]) {
      for (let replicate = 0; replicate < 12; replicate++) {
        for (let t = 0; t < 5; t++) seen.add(keyed.open(seed, replicate)(t).uniform());
      }
    }
    // Among 1260 of 2^53 values a chance repeat has probability 1e-10.
    expect(seen.size).toBe((seeds.length + tricky.length) * 12 * 5);
  });

  it('accept any text of 1 to 64 characters as a seed, an emoji being one', () => {
    const long = ['x', '😀', 'é', '\ud800'].map((character) => character.repeat(64));
    for (const seed of ['0', '-1', 'two words', '/', '\n', '\ud800', ...long]) {
      expect(keyed.seedProblem(seed)).toBeNull();
      expect(keyed.open(seed)(1).uniform()).toBeLessThan(1);
    }
    for (const seed of ['', 'x'.repeat(65), '😀'.repeat(65)]) {
      expect(keyed.seedProblem(seed)).toBe('A seed is a word or a number of 1 to 64 characters.');
      expect(() => keyed.open(seed)).toThrow(
        new RangeError(`seed must have 1 to 64 characters: "${seed}"`),
      );
    }
  });

  it.each([-1, 0.5, NaN, Infinity, 2 ** 53])('have no replicate %d', (replicate) => {
    expect(() => keyed.open('a', replicate)).toThrow(
      new RangeError(`replicate must be a whole number from 0: ${replicate}`),
    );
  });

  it.each([-1, 0.5, NaN, Infinity, 2 ** 32])('have no generation %d', (generation) => {
    expect(() => keyed.open('a')(generation)).toThrow(
      new RangeError(`generation must be a whole number from 0 to 4294967295: ${generation}`),
    );
  });

  it('give in bulk what single draws give, in pieces of any size and mixed with uniforms', () => {
    const bulk = keyed.open('bulk')(3);
    const single = keyed.open('bulk')(3);
    for (const size of [1, 0, 2, 7, 50_000, 3]) {
      const out = new Float64Array(size);
      bulk.fillNormal(out);
      expect(out).toEqual(Float64Array.from({ length: size }, () => single.normal()));
      expect(bulk.uniform()).toBe(single.uniform());
      expect(bulk.normal()).toBe(single.normal());
    }
  });

  it('store simulated values as they are', () => {
    expect(keyed.record(1 / 3)).toBe(1 / 3);
  });
});

describe('uniforms', () => {
  it('lie in [0, 1) on multiples of 2^-53, with every one of their 53 bits set half the time', () => {
    const rng = keyed.open('bits')(1);
    const count = 10_000;
    const set = new Array<number>(53).fill(0);
    for (let i = 0; i < count; i++) {
      let whole = rng.uniform() * 2 ** 53;
      expect(whole >= 0 && whole < 2 ** 53 && Number.isInteger(whole)).toBe(true);
      for (let bit = 0; bit < 53; bit++) {
        set[bit]! += whole % 2;
        whole = Math.floor(whole / 2);
      }
    }
    // Binomial(10000, 1/2) has standard deviation 50; four of them.
    for (const times of set) expect(Math.abs(times - count / 2)).toBeLessThan(200);
  });
});
