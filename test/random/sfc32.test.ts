import { describe, expect, it } from 'vitest';
import { advance, createSfc32, rekey } from '../../src/lib/random/sfc32.ts';

/** sfc32 as PractRand defines it, one word at a time, in integers of any size. */
function* sfc32(state: readonly number[]): Generator<number> {
  const mask = 0xffffffffn;
  let [a, b, c, counter] = state.map((word) => BigInt(word) & mask) as [
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  for (;;) {
    const output = (a + b + counter) & mask;
    counter = (counter + 1n) & mask;
    a = b ^ (b >> 9n);
    b = (c + (c << 3n)) & mask;
    c = ((((c << 21n) | (c >> 11n)) & mask) + output) & mask;
    yield Number(BigInt.asIntN(32, output));
  }
}

describe('sfc32', () => {
  it.each([
    [[0, 0, 0, 1]],
    [[1, 2, 3, 4]],
    [[-1, -1, -1, -2]],
    [[0x80000000 | 0, 0x7fffffff, 123456789, -5]],
  ])('is what its definition gives, two words at a time, from %j', (start) => {
    const state = createSfc32();
    state.set(start);
    const expected = sfc32(start);
    for (let i = 0; i < 500; i++) {
      advance(state);
      expect([state[4], state[5]]).toEqual([expected.next().value, expected.next().value]);
    }
  });

  it('starts a stream from its key words alone, whatever the state held before', () => {
    const words = Int32Array.of(9, 8, 7, 6);
    const used = createSfc32().fill(77);
    const fresh = createSfc32();
    rekey(used, words, 3);
    rekey(fresh, words, 3);
    expect(used).toEqual(fresh);
  });

  it('depends on every key word', () => {
    const starts = new Set(
      [-1, 0, 1, 2, 3].map((changed) => {
        const words = Int32Array.of(1, 2, 3, 4).map((word, i) => (i === changed ? word + 1 : word));
        const state = createSfc32();
        rekey(state, words, 1);
        return state.join();
      }),
    );
    expect(starts.size).toBe(5);
  });
});
