/**
 * The generator sfc32 of C. Doty-Humphrey's PractRand: three chaotic words and a counter, 128 bits
 * in all, so that no state returns within 2^32 steps. It is advanced by two, as each draw of this
 * engine takes 64 bits.
 *
 * A state holds [a, b, c, counter, first word, second word]; the last two are the newest output.
 */
export type Sfc32State = Int32Array & Record<0 | 1 | 2 | 3 | 4 | 5, number>;

export function createSfc32(): Sfc32State {
  return new Int32Array(6) as Sfc32State;
}

/** Writes the next two output words to `state[4]` and `state[5]`, as signed 32-bit integers. */
export function advance(state: Sfc32State): void {
  let a = state[0];
  let b = state[1];
  let c = state[2];
  const counter = state[3];
  const first = (((a + b) | 0) + counter) | 0;
  a = b ^ (b >>> 9);
  b = (c + (c << 3)) | 0;
  c = (((c << 21) | (c >>> 11)) + first) | 0;
  const second = (((a + b) | 0) + counter + 1) | 0;
  state[0] = b ^ (b >>> 9);
  state[1] = (c + (c << 3)) | 0;
  state[2] = (((c << 21) | (c >>> 11)) + second) | 0;
  state[3] = counter + 2;
  state[4] = first;
  state[5] = second;
}

// PractRand runs 12 rounds before the first output, so that every key bit reaches every state bit.
const DOUBLE_ROUNDS = 6;

/**
 * Sets `state` to the start of the stream of `generation` under the key `words`. Different
 * generations start from different states, as each step is a bijection.
 *
 * Throws a RangeError unless `generation` is a whole number from 0 to 2^32 - 1.
 */
export function rekey(state: Sfc32State, words: Int32Array, generation: number): void {
  if (generation >>> 0 !== generation) {
    throw new RangeError(`generation must be a whole number from 0 to 4294967295: ${generation}`);
  }
  state[0] = words[0]!;
  state[1] = words[1]!;
  state[2] = words[2]! ^ scatter(generation);
  state[3] = words[3]!;
  for (let i = 0; i < DOUBLE_ROUNDS; i++) advance(state);
}

/** A bijection of the 32-bit integers that spreads each bit over all (finaliser of MurmurHash3). */
function scatter(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
