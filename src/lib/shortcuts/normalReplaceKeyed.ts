import { createSfc32, rekey } from '../random/sfc32.ts';
import { sfc32Rng } from '../random/sfc32Rng.ts';
import * as ziggurat from '../random/ziggurat.ts';
import type { ShortcutSteps } from './shortcut.ts';

// Copies, because unbundled modules read an import afresh at every use.
const { inside, layerOf, positionOf, scale } = ziggurat;

/** The smallest number that a double holds in full precision: below it the estimators end a run, and so does this. */
export const SMALLEST_NORMAL = 2.2250738585072014e-308;

/** What the loop below needs to know of a run. */
interface Constants {
  /** Degrees of freedom of the chi-square draw, at least 2. */
  readonly degrees: number;
  /** 1 / sqrt(n). */
  readonly standardError: number;
  /** c(n) / sqrt(degrees). */
  readonly perDegree: number;
}

/**
 * `walkKeyed` for the steps of normalReplace: `step` with the stream `keyed`, bit for bit, in half the time, as the
 * generator and the fit stay in local variables.
 *
 * In 8 generations of 9 the normal draws of Z and C lie in the inner boxes of the ziggurat and C is accepted by the
 * squeeze, so that six words of sfc32 decide. These are written out here; in all other generations `step` draws again.
 */
export function normalReplaceKeyed(
  step: ShortcutSteps['step'],
  { degrees, standardError, perDegree }: Constants,
): NonNullable<ShortcutSteps['walkKeyed']> {
  const d = degrees / 2 - 1 / 3;
  const perRoot = 1 / Math.sqrt(9 * d);
  const stream = createSfc32();
  const rng = sfc32Rng(stream);
  return (state, words, from, to) => {
    const word0 = words[0]!;
    const word1 = words[1]!;
    const word2 = words[2]!;
    const word3 = words[3]!;
    let mean = state[0]!;
    let spread = state[1]!;
    for (let t = from + 1; t <= to; t++) {
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
      const root = 1 + perRoot * x;
      const v = root * root * root;
      const u = ((out5 >>> 11) * 4294967296 + (out6 >>> 0)) / 9007199254740992;
      const xx = x * x;
      const newMean = mean + spread * standardError * (position1 * scale[layerOf(out1)]!);
      const newSpread = spread * (perDegree * Math.sqrt(2 * (d * v)));
      if (
        Math.abs(position1) < inside[layerOf(out1)]! &&
        Math.abs(position2) < inside[layerOf(out3)]! &&
        root > 0 &&
        u < 1 - 0.0331 * xx * xx &&
        newSpread >= SMALLEST_NORMAL &&
        newSpread < Infinity &&
        newMean - newMean === 0
      ) {
        mean = newMean;
        spread = newSpread;
        continue;
      }
      rekey(stream, words, t);
      state[0] = mean;
      state[1] = spread;
      const failure = step(state, rng, t);
      if (failure) return failure;
      mean = state[0]!;
      spread = state[1]!;
    }
    state[0] = mean;
    state[1] = spread;
    return null;
  };
}

/** As in ../random/sfc32.ts. */
function scatter(word: number): number {
  let h = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
