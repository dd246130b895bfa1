import { describe, expect, it } from 'vitest';
import { keyed } from '../../src/lib/random/keyed.ts';
import { keyWords } from '../../src/lib/random/keyWords.ts';
import { advance, createSfc32, rekey } from '../../src/lib/random/sfc32.ts';
import { correlation, countCells, fourAbove, pearson } from './goodnessOfFit.ts';

function normals(seed: string, replicate: number, generation: number, count: number): Float64Array {
  const out = new Float64Array(count);
  keyed.open(seed, replicate)(generation).fillNormal(out);
  return out;
}

describe('uniforms', () => {
  it('fill a thousand cells evenly', () => {
    const rng = keyed.open('even')(1);
    const draws = Float64Array.from({ length: 1_000_000 }, () => rng.uniform());
    const cuts = Array.from({ length: 999 }, (_, i) => (i + 1) / 1000);
    expect(pearson(countCells(draws, cuts), () => 1000)).toBeLessThan(fourAbove(999));
  });
});

/**
 * Sum of n r² over pairs of streams: chi-square with as many degrees as pairs if they are
 * independent.
 */
function excess(pairs: number, length: number, pair: (i: number) => [Float64Array, Float64Array]) {
  let sum = 0;
  for (let i = 0; i < pairs; i++) sum += length * correlation(...pair(i)) ** 2;
  return sum;
}

describe('neighbouring keys', () => {
  it.each([
    ['generations', (i: number) => ['near', 0, i] as const],
    ['replicates', (i: number) => ['near', i, 1] as const],
    ['seeds written as numbers', (i: number) => [`${i}`, 0, 1] as const],
    ['seeds that differ in their last letter', (i: number) => [`seed-${i}`, 0, 1] as const],
  ])('give uncorrelated streams: %s', (_, key) => {
    const pairs = 2000;
    const stream = (i: number) => {
      const [seed, replicate, generation] = key(i);
      return normals(seed, replicate, generation, 200);
    };
    const pair = (i: number): [Float64Array, Float64Array] => [stream(i), stream(i + 1)];
    expect(excess(pairs, 200, pair)).toBeLessThan(fourAbove(pairs));
  });

  it.each([
    ['generations', (i: number) => ['first', 0, i] as const],
    ['replicates', (i: number) => ['first', i, 1] as const],
    ['seeds', (i: number) => [`${i}`, 0, 1] as const],
  ])('give first draws that are uniform, alone and in consecutive pairs: %s', (_, key) => {
    const count = 100_000;
    const first = Float64Array.from({ length: count }, (__, i) => {
      const [seed, replicate, generation] = key(i);
      return keyed.open(seed, replicate)(generation).uniform();
    });
    const side = 32;
    const counts = new Array<number>(side * side).fill(0);
    for (let i = 0; i + 1 < count; i += 2) {
      counts[Math.floor(first[i]! * side) * side + Math.floor(first[i + 1]! * side)]!++;
    }
    expect(pearson(counts, () => count / 2 / (side * side))).toBeLessThan(
      fourAbove(side * side - 1),
    );
  });

  it('turn every bit of the generation into a change of half the bits of the first output', () => {
    const state = createSfc32();
    const words = keyWords('avalanche', 0);
    const trials = 2000;
    const firstOutput = (generation: number) => {
      rekey(state, words, generation);
      advance(state);
      return [state[4], state[5]];
    };
    for (let bit = 0; bit < 32; bit++) {
      const flips = new Array<number>(64).fill(0);
      for (let trial = 0; trial < trials; trial++) {
        // Odd multiples never repeat, so hardly any pair is met twice, which would widen the limit.
        const generation = Math.imul(trial, 0x9e3779b1) >>> 0;
        const one = firstOutput(generation);
        const other = firstOutput((generation ^ (1 << bit)) >>> 0);
        for (let i = 0; i < 64; i++)
          flips[i]! += ((one[i >> 5]! ^ other[i >> 5]!) >>> (i & 31)) & 1;
      }
      // Binomial(2000, 1/2): standard deviation 22.4. Five of them, for 2048 counts (chance 1e-3).
      for (const count of flips) expect(Math.abs(count - trials / 2)).toBeLessThan(112);
    }
  });
});
