import { describe, expect, it } from 'vitest';
import { zipf } from '../../src/lib/sources/zipf.ts';
import {
  diversityKept,
  diversityKeptByAll,
  diversityMixed,
  diversityMixedAtRest,
} from '../../src/lib/theory/diversity.ts';
import { firstPassages } from '../../src/lib/ensemble/firstPassages.ts';
import { drain } from '../../src/lib/drain.ts';
import {
  driftOfLogDeterminant,
  exponents,
  halvingOfTypicalSpread,
} from '../../src/lib/theory/manyDirections.ts';
import { chanceGone, chanceOfALine, typesAlive } from '../../src/lib/theory/typesAlive.ts';
import { copiesUntilOneIsLeft, fatesOfType } from '../../src/lib/theory/wrightFisher.ts';

/*
 * Numbers that were worked out twice in NumPy 2.3 on 29 November 2026, by formula and by
 * simulation, to the digits that stand here.
 */
describe('types that are copied', () => {
  it.each([
    [{ size: 1000, a: 1, b: 2.7 }, [390.0, 292.5, 239.3, 179.7, 115.2]],
    [{ size: 1000, a: 2, b: 5 }, [121.0, 96.0, 82.3, 66.5, 48.3]],
  ])('are alive in the numbers of the law: %o', (options, expected) => {
    const { shares } = zipf.open(options);
    const found = [1, 2, 3, 5, 10].map((k) => typesAlive({ shares: shares!, n: 1000, k }));
    found.forEach((types, i) => expect(Math.abs(types - expected[i]!)).toBeLessThan(0.06));
  });

  it('leave a line with the chance 2 / k, for large k', () => {
    expect(chanceOfALine(1)).toBe(1);
    expect(chanceOfALine(2)).toBeCloseTo(1 - Math.exp(-1), 12);
    // g_k = 2 / (k + (log k) / 3 + O(1)).
    expect(chanceOfALine(1000) * 1000).toBeGreaterThan(1.95);
    expect(chanceOfALine(1000) * 1000).toBeLessThan(2);
    // After one copy a type seen once is gone with probability (1 - 1/n)^n, nearly 1/e.
    expect(Math.abs(chanceGone(1, 1) - (1 - 1 / 1000) ** 1000)).toBeLessThan(2e-4);
  });

  it('are lost by the binomial transition matrix', () => {
    const lost = (n: number, share: number, at: readonly number[]) => {
      const fates = fatesOfType({ n, share }, at.at(-1)!);
      return at.map((k) => Number(fates[k - 1]!.gone.toFixed(4)));
    };
    const AT = [5, 10, 20, 50, 100, 200];
    expect(lost(100, 0.05, AT)).toEqual([0.2009, 0.4094, 0.6168, 0.8082, 0.8884, 0.9308]);
    expect(lost(100, 0.2, AT)).toEqual([0.0011, 0.0226, 0.1291, 0.4054, 0.605, 0.7358]);
    expect(lost(200, 0.05, AT)).toEqual([0.041, 0.1704, 0.387, 0.6652, 0.8052, 0.8875]);
    expect(lost(200, 0.01, [1])).toEqual([0.134]);
  });

  it('are fixed in the end with the chance of their share', () => {
    const { gone, fixed } = fatesOfType({ n: 20, share: 0.3 }, 1000).at(-1)!;
    expect(fixed).toBeCloseTo(0.3, 9);
    expect(gone).toBeCloseTo(0.7, 9);
  });

  it('are two for about so many copies', () => {
    const copies = [0.05, 0.1, 0.2].map((share) => copiesUntilOneIsLeft({ n: 100, share }));
    expect(copies.map(Math.round)).toEqual([40, 65, 100]);
    expect(copiesUntilOneIsLeft({ n: 100, share: 0 })).toBe(0);
  });
});

describe('ten types that are equally common', () => {
  // Kazdan et al. 2024, simulated: 16.8 for n = 10, 184 for n = 100.
  it.each([
    [10, 16.8, 0.05],
    [100, 184, 0.5],
  ])('are one after so many copies on average: n = %i', (n, expected, half) => {
    const runs = 2_000;
    const ensemble = {
      ...{ family: 'categorical', truth: { equal: 10 }, estimator: 'mle', regime: 'replace' },
      ...{ n, generations: 5_000, seed: 'fixed', stream: 'keyed', replicates: runs, at: [5_000] },
    };
    const times = drain(firstPassages(ensemble, { name: 'types', level: 1.5 }, 0, runs));
    expect(Math.min(...times)).toBeGreaterThan(0);
    // Counted in copies: generation 1 is the first sample, as it is there.
    const mean = times.reduce((sum, t) => sum + t, 0) / runs;
    const squares = times.reduce((sum, t) => sum + (t - mean) ** 2, 0);
    const error = Math.sqrt(squares / (runs - 1) / runs);
    expect(Math.abs(mean - expected)).toBeLessThan(4 * error + half);
  });
});

describe('humps, of which values are copied', () => {
  it.each([
    [0.05, [0.7991, 0.5906, 0.3832, 0.1918, 0.1116]],
    [0.1, [0.9621, 0.838, 0.6263, 0.352, 0.2143]],
    [0.2, [0.9989, 0.9774, 0.8709, 0.5946, 0.395]],
  ])('are alive with the chance of a type: weight %d', (share, expected) => {
    const fates = fatesOfType({ n: 100, share }, 100);
    const alive = [5, 10, 20, 50, 100].map((k) => Number((1 - fates[k - 1]!.gone).toFixed(4)));
    expect(alive).toEqual(expected);
  });
});

describe('diversity', () => {
  it('halves after 0.69 n copies', () => {
    expect(diversityKept(1000, 693)).toBeCloseTo(0.5, 3);
    expect(diversityKept(7, 1)).toBeCloseTo(6 / 7, 14);
  });

  it('comes to rest where a part of each sample is real, and dies where none is', () => {
    for (const mixed of [
      { real: 10, synthetic: 90 },
      { real: 1, synthetic: 99 },
    ]) {
      const rest = diversityMixedAtRest(mixed);
      expect(diversityMixed(mixed, 5_000)).toBeCloseTo(rest, 12);
      // At rest a copy changes nothing: H = (1 - 1/n) less what two copied tokens have lost.
      const n = 100;
      const copied = (mixed.synthetic * (mixed.synthetic - 1)) / (n * n);
      expect(1 - 1 / n - copied + copied * rest).toBeCloseTo(rest, 12);
    }
    expect(diversityMixed({ real: 100, synthetic: 0 }, 7)).toBeCloseTo(0.99, 12);
    expect(diversityMixed({ real: 0, synthetic: 100 }, 7)).toBeCloseTo(diversityKept(100, 7), 12);
    expect(diversityMixedAtRest({ real: 0, synthetic: 100 })).toBe(0);
  });

  it('tends under accumulate to the sine’s product', () => {
    const found = [1, 2, 5, 20, 200].map((t) => diversityKeptByAll(10, t));
    expect(found.map((kept) => kept.toFixed(4))).toEqual([
      '0.9000',
      '0.8775',
      '0.8589',
      '0.8476',
      '0.8439',
    ]);
    const x = Math.PI / Math.sqrt(10);
    // What is left of the product after T factors is 1 - 1 / (n T), nearly.
    expect(diversityKeptByAll(10, 1e5)).toBeCloseTo(Math.sin(x) / x, 5);
    expect((Math.sin(x) / x).toFixed(4)).toBe('0.8434');
  });
});

describe('a normal in many dimensions', () => {
  it('loses .5761 of its log determinant a generation: d = 10, n = 100', () => {
    expect(driftOfLogDeterminant({ d: 10, n: 100 }).toFixed(4)).toBe('-0.5761');
  });

  it('has halved its typical spread after so many generations', () => {
    const halving = (d: number, n: number) => halvingOfTypicalSpread({ d, n }).toFixed(1);
    expect([50, 100, 200].map((n) => halving(10, n))).toEqual(['11.4', '24.1', '49.3']);
    expect(halving(2, 100)).toBe('90.8');
  });

  it('loses its directions one after another', () => {
    const halving = (d: number) =>
      exponents({ d, n: 100 }).map((rate) => (-Math.LN2 / rate).toFixed(1));
    expect([halving(10)[0], halving(10)[9]]).toEqual(['136.8', '13.0']);
    expect(halving(2)).toEqual(['136.8', '68.0']);
  });

  it('is the normal of one dimension where d is 1', () => {
    // E log s² of n = 5 values: ψ(2) - log 2.
    const digamma2 = 1 - 0.5772156649015329;
    expect(driftOfLogDeterminant({ d: 1, n: 5 })).toBeCloseTo(digamma2 - Math.LN2, 12);
    expect(driftOfLogDeterminant({ d: 1, n: 5, divisor: 'n' })).toBeCloseTo(
      digamma2 - Math.log(2.5),
      12,
    );
  });
});
