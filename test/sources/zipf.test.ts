import { describe, expect, it } from 'vitest';
import { streams } from '../../src/lib/random/index.ts';
import { sources } from '../../src/lib/sources/index.ts';
import type { Params } from '../../src/lib/types.ts';

const open = (options: Params) => sources.get('zipf').open(options);

describe('words by their rank', () => {
  it('have shares that fall with a power of the rank', () => {
    const { shares } = open({ size: 3, a: 1, b: 0 });
    // 1, 1/2 and 1/3 of 11/6.
    [6 / 11, 3 / 11, 2 / 11].forEach((share, i) => expect(shares![i]).toBeCloseTo(share, 14));
  });

  it('have the rank shifted by b, and the power a', () => {
    const { shares } = open({ size: 2, a: 2, b: 2 });
    // 1/9 and 1/16: 16 to 9.
    expect(shares).toHaveLength(2);
    expect(shares![0]).toBeCloseTo(16 / 25, 14);
    expect(shares![1]).toBeCloseTo(9 / 25, 14);
  });

  it('are drawn by their numbers, from 0', () => {
    const source = open({ size: 5, a: 1, b: 2.7 });
    const drawn = source.sample(streams.get('keyed').open('words')(1), 500);
    expect(drawn).toHaveLength(500);
    expect([...new Set(drawn)].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4]);
  });
});

it('sources are of the kind of their values', () => {
  expect(open({ size: 2, a: 1, b: 0 })).toMatchObject({ kind: 'categories', width: 1 });
  const kinds = ['two-humps', 'column', 'zipf'].map((id) => sources.get(id).kind);
  expect(kinds).toEqual(['line', 'line', 'categories']);
});
