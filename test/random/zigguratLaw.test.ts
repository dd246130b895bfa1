import { describe, expect, it } from 'vitest';
import { advance, createSfc32, rekey } from '../../src/lib/random/sfc32.ts';
import { LAYERS, layerOf, positionOf } from '../../src/lib/random/ziggurat.ts';
import { fourAbove, pearson } from './goodnessOfFit.ts';

describe('layer, sign and position of a draw', () => {
  it('are jointly uniform', () => {
    const state = createSfc32();
    rekey(state, Int32Array.of(1, 2, 3, 4), 5);
    const slices = 32;
    const counts = new Array<number>(LAYERS * slices).fill(0);
    const count = 4_000_000;
    for (let i = 0; i < count; i++) {
      advance(state);
      const position = positionOf(state[4], state[5]) / 2 ** 54 + 0.5;
      counts[layerOf(state[4]) * slices + Math.floor(position * slices)]!++;
    }
    expect(pearson(counts, () => count / counts.length)).toBeLessThan(fourAbove(counts.length - 1));
  });
});
