import { describe, expect, it } from 'vitest';
import {
  edge,
  inside,
  LAYER_AREA,
  layerOf,
  LAYERS,
  outside,
  positionOf,
  scale,
  TAIL_START,
} from '../../src/lib/random/ziggurat.ts';
import { reference } from './goodnessOfFit.ts';

const height = (x: number) => Math.exp(-0.5 * x * x);

describe('the layers of the ziggurat', () => {
  it('have equal areas, which cover the half density exactly', () => {
    for (let i = 1; i < LAYERS; i++) {
      const area = edge[i]! * (height(edge[i + 1]!) - height(edge[i]!));
      // Heights carry errors of 1e-16 each, against differences of 1e-3 and more.
      expect(Math.abs(area / LAYER_AREA - 1)).toBeLessThan(1e-11);
    }
    // The share beyond r is R's, and the whole half density is √(π/2).
    const beyond = reference.beyond.share[reference.beyond.x.indexOf(TAIL_START)]!;
    const lowest = TAIL_START * height(TAIL_START) + beyond * Math.sqrt(Math.PI / 2);
    expect(Math.abs(lowest / LAYER_AREA - 1)).toBeLessThan(1e-13);
  });

  it('narrow strictly from the base to the mode', () => {
    for (let i = 0; i < LAYERS; i++) expect(edge[i]!).toBeGreaterThan(edge[i + 1]!);
    expect(edge[1]).toBe(TAIL_START);
    expect(edge[LAYERS]).toBe(0);
  });

  it('decide 98.5 % of draws by their inner boxes', () => {
    const share = inside.reduce((sum, limit) => sum + limit / 2 ** 53, 0) / LAYERS;
    expect(share).toBeCloseTo(0.985, 3);
  });

  it('keep in a wedge what lies under the curve, and nothing else', () => {
    const layer = 100;
    const x = 0.5 * (edge[layer]! + edge[layer + 1]!);
    const position = Math.round(x / scale[layer]!);
    const low = height(edge[layer]!);
    const high = height(edge[layer + 1]!);
    const curve = (height(x) - low) / (high - low);
    expect(outside(layer, position, () => curve - 1e-6)).toBe(position * scale[layer]!);
    expect(outside(layer, -position, () => curve - 1e-6)).toBe(-position * scale[layer]!);
    expect(outside(layer, position, () => curve + 1e-6)).toBeNaN();
  });
});

describe('the tail beyond the layers', () => {
  const position = (sign: number) => (sign * 0.99 * edge[0]!) / scale[0]!;
  /** Uniforms whose 1 - u have these negative logarithms, one after the other. */
  const uniforms = (...logs: number[]) => {
    const left = logs.map((log) => 1 - Math.exp(-log));
    return { left, draw: () => left.shift()! };
  };

  it('keeps x beyond its start if 2 y is above x², x and y being exponential', () => {
    // The first of rate TAIL_START: here x = 0.5, and y must be above 0.125.
    const { left, draw } = uniforms(0.5 * TAIL_START, 0.126);
    expect(outside(0, position(1), draw)).toBeCloseTo(TAIL_START + 0.5, 12);
    expect(left).toEqual([]);
  });

  it('draws both again if it is not', () => {
    const { left, draw } = uniforms(0.5 * TAIL_START, 0.124, 0.25 * TAIL_START, 2);
    expect(outside(0, position(-1), draw)).toBeCloseTo(-TAIL_START - 0.25, 12);
    expect(left).toEqual([]);
  });
});

describe('layer, sign and position of a draw', () => {
  it('share no bit', () => {
    const origin = positionOf(0, 0);
    let layerBits = 0;
    let positionBits = 0;
    for (let bit = 0; bit < 64; bit++) {
      const first = bit < 32 ? 1 << bit : 0;
      const second = bit < 32 ? 0 : 1 << (bit - 32);
      const movesLayer = layerOf(first) !== 0;
      const movesPosition = positionOf(first, second) !== origin;
      expect(movesLayer && movesPosition).toBe(false);
      layerBits += Number(movesLayer);
      positionBits += Number(movesPosition);
    }
    expect([layerBits, positionBits]).toEqual([8, 54]);
  });

  it('reach every position from -2^53 to 2^53 - 1', () => {
    expect(positionOf(0x80000000 | 0, 0)).toBe(-(2 ** 53));
    expect(positionOf(0x7fffffff, -1)).toBe(2 ** 53 - 1);
    expect(positionOf(-1, -1)).toBe(-1);
  });
});
