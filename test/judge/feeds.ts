/**
 * What the judge reads: the words of the keyed streams before anything is made of them, so that the
 * bits that a uniform drops are judged too. `open(part)` gives other words for each of the parts 0,
 * 1 and 2.
 */
import { keyWords } from '../../src/lib/random/keyWords.ts';
import { advance, createSfc32, rekey, type Sfc32State } from '../../src/lib/random/sfc32.ts';

/** Writes the next words over all of `out`, whose length is even. */
export type Fill = (out: Uint32Array) => void;

export interface Feed {
  readonly name: string;
  readonly about: string;
  open(part: number): Fill;
}

export const SEED = 'judge';

/** Draws from the beginning of a part to that of the next. */
export const PART = 2 ** 30;

/** Both words of draw after draw: `draw(i)` leaves them in `state`. */
function wordsOf(state: Sfc32State, draw: (i: number) => void): Fill {
  let i = 0;
  return (out) => {
    for (let at = 0; at < out.length; at += 2) {
      draw(i++);
      out[at] = state[4]!;
      out[at + 1] = state[5]!;
    }
  };
}

/** The first draw of stream after stream; `key(i)` is the seed and the replicate of stream i. */
function firstDraws(part: number, key: (i: number) => readonly [seed: string, replicate: number]) {
  const state = createSfc32();
  const start = part * PART;
  return wordsOf(state, (i) => {
    rekey(state, keyWords(...key(start + i)), 1);
    advance(state);
  });
}

function stream(part: number): Fill {
  const state = createSfc32();
  rekey(state, keyWords(SEED, 0), part + 1);
  return wordsOf(state, () => advance(state));
}

function generations(part: number): Fill {
  const state = createSfc32();
  const key = keyWords(SEED, 0);
  const start = part * PART;
  return wordsOf(state, (i) => {
    rekey(state, key, (start + i) >>> 0);
    advance(state);
  });
}

/** One word of the halves of two. */
function halves(fill: Fill, join: (one: number, other: number) => number): Fill {
  let whole = new Uint32Array(0);
  return (out) => {
    if (whole.length !== 2 * out.length) whole = new Uint32Array(2 * out.length);
    fill(whole);
    for (let at = 0; at < out.length; at++) out[at] = join(whole[2 * at]!, whole[2 * at + 1]!);
  };
}

export const feeds: readonly Feed[] = [
  { name: 'stream', about: 'one long stream', open: stream },
  {
    name: 'high',
    about: 'its high halves, those of two words in one',
    open: (part) => halves(stream(part), (one, other) => (one & 0xffff0000) | (other >>> 16)),
  },
  {
    name: 'low',
    about: 'its low halves, likewise',
    open: (part) => halves(stream(part), (one, other) => (one << 16) | (other & 0xffff)),
  },
  {
    name: 'generations',
    about: 'the first draw of generation 0, of 1, of 2 …',
    open: generations,
  },
  {
    name: 'replicates',
    about: 'the first draw of replicate 0, of 1, of 2 …',
    open: (part) => firstDraws(part, (i) => [SEED, i]),
  },
  {
    name: 'seeds',
    about: 'the first draw of seed “0”, of “1”, of “2” …',
    open: (part) => firstDraws(part, (i) => [String(i), 0]),
  },
];

/** The generator RANDU of the 1960s, known for its 15 planes; its lowest bit never changes. */
function randu(part: number): Fill {
  let state = 2 * part + 1;
  return (out) => {
    for (let at = 0; at < out.length; at++) {
      state = Math.imul(state, 65539) & 0x7fffffff;
      out[at] = state << 1;
    }
  };
}

/** First draws of generations if their number were crossed in as it is and mixed by two rounds. */
function hastyGenerations(part: number): Fill {
  const state = createSfc32();
  const key = keyWords(SEED, 0);
  const start = part * PART;
  return wordsOf(state, (i) => {
    state.set(key);
    state[2] ^= start + i;
    advance(state);
    advance(state);
  });
}

/** Bad generators, which the judge must condemn: else it would condemn nothing. */
export const controls: readonly Feed[] = [
  { name: 'RANDU', about: 'a generator known to be bad', open: randu },
  {
    name: 'hasty',
    about: 'generations keyed in haste: their number not scattered, 2 rounds, not 12',
    open: hastyGenerations,
  },
];
