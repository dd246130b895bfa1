import { createSfc32, rekey } from '../random/sfc32.ts';
import { sfc32Rng } from '../random/sfc32Rng.ts';
import * as ziggurat from '../random/ziggurat.ts';
import { SMALLEST_NORMAL } from '../special/smallestNormal.ts';
import type { ShortcutSteps } from './shortcut.ts';

// Copies, because unbundled modules read an import afresh at every use.
const { inside, layerOf, positionOf, scale } = ziggurat;
const smallest = SMALLEST_NORMAL;

/**
 * What the loop below needs to know of a generation: one batch of new values, and what becomes of
 * it.
 */
export interface KeyedConstants {
  /**
   * Marsaglia and Tsang's for the chi-square draw: half the degrees of freedom, which are at least
   * 2, less a third …
   */
  readonly d: number;
  /** … and 1 / sqrt(9 d). */
  readonly perRoot: number;
  /** 1 / sqrt(count). */
  readonly standardError: number;
  /** c(n) / sqrt(degrees) of a batch that is fitted alone; not looked at where there is a pool. */
  readonly perDegree: number;
  /** Where the batch joins a pool: its count, that of the pool afterwards, … */
  readonly count: number;
  readonly after: number;
  /**
   * … the weight of the squared gap between their means, and what multiplies the root of all
   * squares to give the spread.
   */
  readonly gapWeight: number;
  readonly perSquares: number;
}

/**
 * Places of the pool's mean and sum of squares in a state that has a pool: see normalBatches.ts.
 */
const POOL_COUNT = 2;
const POOL_MEAN = 3;
const POOL_SQUARES = 4;

/**
 * Those of a batch of so many values; `standardError` and `perDegree` as the step itself has them.
 */
export function keyedConstants(
  degrees: number,
  rest: Omit<KeyedConstants, 'd' | 'perRoot'>,
): KeyedConstants {
  const d = degrees / 2 - 1 / 3;
  return { d, perRoot: 1 / Math.sqrt(9 * d), ...rest };
}

/**
 * `walkKeyed` for steps that draw one batch: `step` with the stream `keyed`, bit for bit, in half
 * the time, as the generator and the fit stay in local variables. `pools` says whether each batch
 * joins a pool, which the state then holds, or is fitted alone; `constantsAt` gives those of
 * generation t, or null where `step` shall make it.
 *
 * In 8 generations of 9 the normal draws of Z and C lie in the inner boxes of the ziggurat and C is
 * accepted by the squeeze, so that six words of sfc32 decide. These are written out here; in all
 * other generations `step` draws again.
 */
export function normalKeyed(
  step: ShortcutSteps['step'],
  pools: boolean,
  constantsAt: (t: number) => KeyedConstants | null,
): NonNullable<ShortcutSteps['walkKeyed']> {
  const stream = createSfc32();
  const rng = sfc32Rng(stream);
  return (state, words, from, to) => {
    const word0 = words[0]!;
    const word1 = words[1]!;
    const word2 = words[2]!;
    const word3 = words[3]!;
    let mean = state[0]!;
    let spread = state[1]!;
    let poolMean = pools ? state[POOL_MEAN]! : 0;
    let poolSquares = pools ? state[POOL_SQUARES]! : 0;
    for (let t = from + 1; t <= to; t++) {
      const k = constantsAt(t);
      let a = word0;
      let b = word1;
      let c = word2 ^ scatter(t);
      let counter = word3;
      for (let round = 0; round < 12; round++) {
        const word = (((a + b) | 0) + counter) | 0;
        counter = (counter + 1) | 0;
        a = b ^ (b >>> 9);
        b = (c + (c << 3)) | 0;
        c = (((c << 21) | (c >>> 11)) + word) | 0;
      }
      const out1 = (((a + b) | 0) + counter) | 0;
      counter = (counter + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + out1) | 0;
      const out2 = (((a + b) | 0) + counter) | 0;
      counter = (counter + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + out2) | 0;
      const out3 = (((a + b) | 0) + counter) | 0;
      counter = (counter + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + out3) | 0;
      const out4 = (((a + b) | 0) + counter) | 0;
      counter = (counter + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + out4) | 0;
      const out5 = (((a + b) | 0) + counter) | 0;
      counter = (counter + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      const out6 = (((a + b) | 0) + counter) | 0;
      const position1 = positionOf(out1, out2);
      const position2 = positionOf(out3, out4);
      const x = position2 * scale[layerOf(out3)]!;
      const root = k ? 1 + k.perRoot * x : 0;
      const v = root * root * root;
      const u = ((out5 >>> 11) * 4294967296 + (out6 >>> 0)) / 9007199254740992;
      const xx = x * x;
      let newMean = NaN;
      let newSpread = NaN;
      let newSquares = 0;
      if (k) {
        const chi = 2 * (k.d * v);
        newMean = mean + spread * k.standardError * (position1 * scale[layerOf(out1)]!);
        if (pools) {
          const gap = newMean - poolMean;
          newSquares = poolSquares + spread * spread * chi + gap * gap * k.gapWeight;
          newMean = poolMean + (gap * k.count) / k.after;
          newSpread = k.perSquares * Math.sqrt(newSquares);
        } else {
          newSpread = spread * (k.perDegree * Math.sqrt(chi));
        }
      }
      if (
        k &&
        Math.abs(position1) < inside[layerOf(out1)]! &&
        Math.abs(position2) < inside[layerOf(out3)]! &&
        root > 0 &&
        u < 1 - 0.0331 * xx * xx &&
        newSpread >= smallest &&
        newSpread < Infinity &&
        newMean - newMean === 0
      ) {
        mean = newMean;
        spread = newSpread;
        if (pools) {
          poolMean = newMean;
          poolSquares = newSquares;
          state[POOL_COUNT] = k.after;
        }
        continue;
      }
      rekey(stream, words, t);
      write(state, pools, mean, spread, poolMean, poolSquares);
      const failure = step(state, rng, t);
      if (failure) return failure;
      mean = state[0]!;
      spread = state[1]!;
      if (pools) {
        poolMean = state[POOL_MEAN]!;
        poolSquares = state[POOL_SQUARES]!;
      }
    }
    write(state, pools, mean, spread, poolMean, poolSquares);
    return null;
  };
}

function write(
  state: Float64Array,
  pools: boolean,
  mean: number,
  spread: number,
  poolMean: number,
  poolSquares: number,
): void {
  state[0] = mean;
  state[1] = spread;
  if (!pools) return;
  state[POOL_MEAN] = poolMean;
  state[POOL_SQUARES] = poolSquares;
}

/** As in ../random/sfc32.ts. */
function scatter(word: number): number {
  let h = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
