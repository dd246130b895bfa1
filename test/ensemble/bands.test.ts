import { describe, expect, it } from 'vitest';
import { bands } from '../../src/lib/ensemble/bands.ts';
import { orderStatistics, roomFor } from '../../src/lib/ensemble/orderStatistics.ts';
import { pathOf, valuesAt } from '../../src/lib/ensemble/pick.ts';
import { quantilesOf } from '../../src/lib/ensemble/quantiles.ts';
import { ensembleSlice } from '../../src/lib/ensemble/slice.ts';
import type { EnsembleSlice } from '../../src/lib/ensemble/types.ts';
import { keyed } from '../../src/lib/random/keyed.ts';
import { config, finished, slicesOf } from './support.ts';

const quantiles = (values: number[], levels: number[]) =>
  quantilesOf(Float64Array.from(values), levels, roomFor(values.length));

/** A slice of one generation and one parameter. */
function slice(from: number, values: number[]): EnsembleSlice {
  const to = from + values.length;
  const column = Float64Array.from(values);
  return { from, to, at: [1], how: 'literal', values: { sigma: column }, endings: {}, ends: [] };
}

describe('sample quantiles', () => {
  it('are those of R, type 7', () => {
    // R 4.2: quantile(c(3, 1, 4, 1, 5, 9, 2, 6), c(0, .05, .3, .5, .95, 1)) prints 1 1 2.1 3.5 7.95
    // 9.
    const found = quantiles([3, 1, 4, 1, 5, 9, 2, 6], [0, 0.05, 0.3, 0.5, 0.95, 1]);
    const expected = [1, 1, 2.1, 3.5, 7.95, 9];
    expected.forEach((value, i) => expect(found[i]).toBeCloseTo(value, 12));
  });

  it('are the value itself if there is one, and nothing if there is none', () => {
    expect(quantiles([7], [0, 0.3, 1])).toEqual([7, 7, 7]);
    expect(quantiles([], [0.5])).toEqual([NaN]);
  });

  it('stay finite between the largest doubles of both signs', () => {
    expect(quantiles([1.7e308, -1.7e308], [0.5])).toEqual([0]);
  });

  it('leave the values in their order', () => {
    const values = Float64Array.of(3, 1, 2);
    quantilesOf(values, [0.5], roomFor(3));
    expect(values).toEqual(Float64Array.of(3, 1, 2));
  });
});

describe('the values at given places of the sorted column', () => {
  const normals = new Float64Array(5000);
  keyed.open('order')(1).fillNormal(normals);
  const columns: [string, Float64Array][] = [
    ['normal values', normals],
    ['values over 300 powers of ten', normals.map((z) => Math.exp(100 * z))],
    ['nearly equal values', normals.map((z) => 125 + 1e-13 * z)],
    ['heavy tails of both signs', normals.map((z) => z * z * z * Math.exp(z * z))],
    ['nine different values', normals.map((z) => Math.round(z))],
    ['one value', normals.map(() => 4)],
    ['one value and an outlier', normals.map((_, i) => (i === 77 ? 1e300 : 4))],
    ['rising values', normals.toSorted()],
    ['values at the ends of the doubles', normals.map((z) => z * 3e307)],
    ['the smallest numbers', normals.map((z) => z * 1e-322)],
    ['a period that a sample in equal steps would miss', normals.map((z, i) => (i % 39 ? z : 1e6))],
    ['few values', normals.slice(0, 50)],
  ];

  it.each(columns)('are those of a sort: %s', (_, values) => {
    const n = values.length;
    const places = [0, 1, 0.05 * n, n / 2, n / 2 + 1, n - 2, n - 1].map(Math.floor);
    const sorted = values.toSorted();
    // Room that is larger than needed and holds what an earlier column left behind.
    const room = roomFor(6000);
    orderStatistics(normals, [17], room);
    expect(orderStatistics(values, places, room)).toEqual(places.map((place) => sorted[place]));
  });
});

describe('the bands of an ensemble', () => {
  it('have mean, mean square and quantiles of the survivors only', () => {
    const [band] = bands([slice(0, [1, NaN, 2]), slice(3, [NaN, 6])], [0.5]);
    expect(band).toEqual({
      t: 1,
      survivors: 3,
      statistics: { sigma: { mean: 3, meanSquare: 41 / 3, quantiles: { '0.5': 2 } } },
    });
  });

  it('are not numbers where nothing survived', () => {
    const [band] = bands([slice(0, [NaN, NaN])], [0.5]);
    expect(band!.survivors).toBe(0);
    expect(band!.statistics.sigma).toEqual({
      mean: NaN,
      meanSquare: NaN,
      quantiles: { '0.5': NaN },
    });
  });

  it('have a finite mean also where the sum is too large for a double', () => {
    const { mean, meanSquare } = bands([slice(0, [1e308, 1.5e308])], [])[0]!.statistics.sigma!;
    expect(mean / 1.25e308).toBeCloseTo(1, 14);
    expect(meanSquare).toBe(Infinity);
  });

  it('are made of the slices that have arrived, of the parameters asked for', () => {
    const some = slicesOf(config, 30).slice(1, 3);
    const found = bands(some, [0.5], ['sigma']);
    expect(found.map(({ t }) => t)).toEqual(config.at);
    expect(found.every(({ survivors }) => survivors === 60)).toBe(true);
    expect(Object.keys(found[0]!.statistics)).toEqual(['sigma']);
    expect(bands([], [0.5])).toEqual([]);
  });

  it('refuse what makes no sense', () => {
    const whole = slicesOf(config);
    expect(() => bands(whole, [1.5])).toThrow('a level must lie in [0, 1], got 1.5');
    expect(() => bands([...whole, ...whole])).toThrow('replicate 0 is in two slices');
    expect(() => bands(whole, [], ['tau'])).toThrow('unknown statistic: tau (known: mu, sigma)');
    const others = slicesOf({ ...config, at: [2] }, 50);
    expect(() => bands([slicesOf(config, 50)[0]!, others[1]!])).toThrow('slices of two ensembles');
  });
});

describe('what is picked from slices', () => {
  it('is one generation of all replicates, or one replicate at all generations', () => {
    const slices = slicesOf(config, 30);
    const final = valuesAt(slices, 500, 'mu');
    expect(final).toHaveLength(100);
    expect(pathOf(slices, 64, 'mu')![3]).toBe(final[64]);
    expect(pathOf(slices, 64, 'mu')![0]).toBe(valuesAt(slices, 1, 'mu')[64]);
    expect(pathOf(slices.slice(0, 2), 64, 'mu')).toBe(null);
    expect(() => valuesAt(slices, 2, 'mu')).toThrow('generation 2 was not kept');
    expect(() => valuesAt(slices, 1, 'toString')).toThrow('unknown statistic: toString');
  });
});

describe('the work on a slice', () => {
  it.each([
    ['by sufficient statistics', { ...config, replicates: 300 }],
    ['literally', { ...config, replicates: 20, how: 'literal' as const }],
  ])('yields rising shares %s, and returns what a worker can hand over', (_, asked) => {
    const { shares, result } = finished(ensembleSlice(asked, 2, 20));
    // 9,000 generations, 1.8 million values.
    expect(shares.length).toBeGreaterThan(1);
    expect(shares.every((share, i) => share > (shares[i - 1] ?? 0) && share <= 1)).toBe(true);
    expect(structuredClone(result)).toEqual(result);
    expect([result.from, result.to]).toEqual([2, 20]);
    expect(result.values.sigma).toHaveLength(18 * 4);
    const whole = slicesOf(asked);
    expect(whole[0]!.to).toBe(asked.replicates);
    expect(pathOf(whole, 2, 'sigma')).toEqual(pathOf([result], 2, 'sigma'));
  });

  it('keeps no more than 8 bytes for each replicate, parameter and generation kept', () => {
    const { at, values } = slicesOf(config)[0]!;
    for (const column of Object.values(values)) {
      expect(column.buffer.byteLength).toBe(8 * config.replicates * at.length);
    }
  });
});
