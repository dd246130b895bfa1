import type { Rng } from '../types.ts';
import * as sfc32 from './sfc32.ts';
import * as ziggurat from './ziggurat.ts';

// Copies, because unbundled modules read an import afresh at every use: it cost a third of a bulk
// draw.
const { advance } = sfc32;
const { inside, layerOf, outside, positionOf, scale } = ziggurat;

/** The three ways of drawing from an sfc32 state, which they share and advance. */
export function sfc32Rng(state: sfc32.Sfc32State): Rng {
  /** 53 bits: a multiple of 2^-53. */
  function uniform(): number {
    advance(state);
    return ((state[4] >>> 11) * 4294967296 + (state[5] >>> 0)) / 9007199254740992;
  }

  function normal(): number {
    for (;;) {
      advance(state);
      const layer = layerOf(state[4]);
      const position = positionOf(state[4], state[5]);
      if (Math.abs(position) < inside[layer]!) return position * scale[layer]!;
      const x = outside(layer, position, uniform);
      if (x === x) return x;
    }
  }

  /** `normal` with `advance` written out and the state in locals: half the time a draw. */
  function fillNormal(out: Float64Array): void {
    const n = out.length;
    let a = state[0];
    let b = state[1];
    let c = state[2];
    let counter = state[3];
    for (let filled = 0; filled < n;) {
      const first = (((a + b) | 0) + counter) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + first) | 0;
      const second = (((a + b) | 0) + counter + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + second) | 0;
      counter = (counter + 2) | 0;
      const layer = layerOf(first);
      const position = positionOf(first, second);
      if (Math.abs(position) < inside[layer]!) {
        out[filled++] = position * scale[layer]!;
        continue;
      }
      store(state, a, b, c, counter);
      const x = outside(layer, position, uniform);
      if (x === x) out[filled++] = x;
      a = state[0];
      b = state[1];
      c = state[2];
      counter = state[3];
    }
    store(state, a, b, c, counter);
  }

  return { uniform, normal, fillNormal };
}

// Not a closure inside fillNormal: captured locals would be slow.
function store(state: sfc32.Sfc32State, a: number, b: number, c: number, counter: number): void {
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = counter;
}
