const WORDS = 624;
const MIDDLE = 397;

/**
 * The Mersenne twister MT19937: 32-bit words as its authors' programs give them (matsumoto1998).
 */
export interface Mt19937 {
  /**
   * Starts again from `seed` as the authors' first program did: powers of 69069. `seed` must not be
   * 0.
   */
  seed1998(seed: number): void;
  /**
   * Starts again from `seed` as their program of 2002 does, which mends what even seeds did to the
   * first.
   */
  seed2002(seed: number): void;
  /** The next output, a whole number in [0, 2^32). */
  next(): number;
}

export function createMt19937(): Mt19937 {
  const words = new Int32Array(WORDS);
  let used = WORDS;

  function fill(seed: number, following: (word: number, i: number) => number): void {
    let word = seed | 0;
    words[0] = word;
    for (let i = 1; i < WORDS; i++) {
      word = following(word, i);
      words[i] = word;
    }
    used = WORDS;
  }

  function twist(i: number, next: number, far: number): void {
    const joined = (words[i]! & 0x80000000) | (words[next]! & 0x7fffffff);
    words[i] = words[far]! ^ (joined >>> 1) ^ (joined & 1 ? 0x9908b0df : 0);
  }

  function twistAll(): void {
    let i = 0;
    for (; i < WORDS - MIDDLE; i++) twist(i, i + 1, i + MIDDLE);
    for (; i < WORDS - 1; i++) twist(i, i + 1, i + MIDDLE - WORDS);
    twist(i, 0, MIDDLE - 1);
    used = 0;
  }

  return {
    seed1998: (seed) => fill(seed, (word) => Math.imul(word, 69069)),
    seed2002: (seed) =>
      fill(seed, (word, i) => (Math.imul(word ^ (word >>> 30), 1812433253) + i) | 0),
    next() {
      if (used === WORDS) twistAll();
      let y = words[used++]!;
      y ^= y >>> 11;
      y ^= (y << 7) & 0x9d2c5680;
      y ^= (y << 15) & 0xefc60000;
      return (y ^ (y >>> 18)) >>> 0;
    },
  };
}
