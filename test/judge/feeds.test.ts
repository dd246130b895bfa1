import { describe, expect, it } from 'vitest';
import { keyed } from '../../src/lib/random/keyed.ts';
import { inside, layerOf, positionOf, scale } from '../../src/lib/random/ziggurat.ts';
import type { Rng } from '../../src/lib/types.ts';
import { controls, feeds, PART, SEED } from './feeds.ts';

function take(name: string, part: number, count: number, chunk = count): number[] {
  const fill = [...feeds, ...controls].find((feed) => feed.name === name)!.open(part);
  const words: number[] = [];
  while (words.length < count) {
    const out = new Uint32Array(chunk);
    fill(out);
    words.push(...out);
  }
  return words;
}

/** The Rng that makes draw i of a part: the engine's own, as a run opens it. */
const engine: Readonly<Record<string, (part: number) => (i: number) => Rng>> = {
  stream: (part) => {
    const rng = keyed.open(SEED)(1 + part);
    return () => rng;
  },
  generations: (part) => (i) => keyed.open(SEED)(part * PART + i),
  replicates: (part) => (i) => keyed.open(SEED, part * PART + i)(1),
  seeds: (part) => (i) => keyed.open(String(part * PART + i))(1),
};

const PARTS = [0, 1, 2];
const DRAWS = 200;

describe.each(Object.entries(engine))('the feed %s', (name, rngs) => {
  it('has the words of which the engine makes the uniforms', () => {
    for (const part of PARTS) {
      const rngOf = rngs(part);
      const words = take(name, part, 2 * DRAWS);
      const made = Array.from({ length: DRAWS }, (_, i) => {
        const [one, other] = words.slice(2 * i);
        return (Math.floor(one! / 2 ** 11) * 2 ** 32 + other!) / 2 ** 53;
      });
      expect(made).toEqual(Array.from({ length: DRAWS }, (_, i) => rngOf(i).uniform()));
    }
  });

  it('has the low bits, which no uniform has, by which the engine chooses the layers of normals', () => {
    let same = 0;
    for (const part of PARTS) {
      const rngOf = rngs(part);
      const words = take(name, part, 2 * DRAWS);
      for (let i = 0; i < DRAWS; i++) {
        const [one, other] = words.slice(2 * i);
        const layer = layerOf(one!);
        const position = positionOf(one!, other!);
        // Outside the inner box a normal takes further words.
        if (Math.abs(position) >= inside[layer]!) break;
        expect(rngOf(i).normal()).toBe(position * scale[layer]!);
        same++;
      }
    }
    // One draw in 67 is outside: three parts hold some 190 before theirs, and fewer than 20 by a
    // chance of one in 200.
    expect(same).toBeGreaterThan(20);
  });

  it('goes on where it stopped', () => {
    expect(take(name, 0, 96, 32)).toEqual(take(name, 0, 96));
  });
});

it('the feeds high and low have the halves of the words of the stream', () => {
  for (const part of PARTS) {
    const words = take('stream', part, 2 * DRAWS);
    const high = take('high', part, DRAWS, 20);
    const low = take('low', part, DRAWS, 20);
    for (let i = 0; i < DRAWS; i++) {
      const [one, other] = words.slice(2 * i);
      const top = (word: number) => Math.floor(word / 65536);
      expect(high[i]).toBe(top(one!) * 65536 + top(other!));
      expect(low[i]).toBe((one! % 65536) * 65536 + (other! % 65536));
    }
  }
});

it('no feed of the engine goes unexamined here', () => {
  expect(feeds.map(({ name }) => name).sort()).toEqual(
    [...Object.keys(engine), 'high', 'low'].sort(),
  );
});

it('the control RANDU is 65539 times the word before, modulo 2^31, in the upper 31 bits', () => {
  expect(take('RANDU', 0, 4)).toEqual([65539, 393225, 1769499, 7077969].map((x) => 2 * x));
});
