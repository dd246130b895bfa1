import { describe, expect, it } from 'vitest';
import { principalDeviations } from '../../src/lib/families/vectors/directions.ts';
import { vectors } from '../../src/lib/families/vectors/family.ts';
import type { Vectors } from '../../src/lib/families/vectors/model.ts';
import { MOST_DIMENSIONS } from '../../src/lib/families/vectors/statistics.ts';
import { expectRelative } from '../support/relative.ts';
import { scripted } from '../support/scripted.ts';

/** A model by its mean and the lower triangle, row by row. */
const model = (mean: readonly number[], ...rows: readonly (readonly number[])[]): Vectors => ({
  mean: Float64Array.from(mean),
  factor: Float64Array.from(rows.flatMap((row) => mean.map((_, column) => row[column] ?? 0))),
});

const of = (name: string, which: Vectors) =>
  vectors.statistics.find((one) => one.name === name)!.of(which, null);

describe('a normal in d dimensions', () => {
  it('named by hand has the same spread in all directions, about 0', () => {
    expect(vectors.model({ d: 3, sd: 2 })).toEqual(model([0, 0, 0], [2], [0, 2], [0, 0, 2]));
    expect(vectors.width!(vectors.model({ d: 3, sd: 2 }))).toBe(3);
  });

  it('is drawn as its mean and the factor times a row of standard normals', () => {
    const rng = scripted({ normals: [1, 10, 100, -1, -10, -100] });
    const rows = vectors.sample(rng, model([1000, 2000, 3000], [2], [3, 4], [5, 6, 7]), 2);
    expect([...rows]).toEqual([
      1000 + 2,
      2000 + 3 + 40,
      3000 + 5 + 60 + 700,
      1000 - 2,
      2000 - 3 - 40,
      3000 - 5 - 60 - 700,
    ]);
    expect(rng.left()).toBe(0);
  });
});

describe('principal directions', () => {
  it('have the singular values of the factor, the widest first', () => {
    // L = [[3, 0], [4, 5]]: L Lᵀ = [[9, 12], [12, 41]] has the eigenvalues 45 and 5.
    const [wide, narrow, ...more] = principalDeviations(model([0, 0], [3], [4, 5]));
    expectRelative(wide!, Math.sqrt(45), 1e-14);
    expectRelative(narrow!, Math.sqrt(5), 1e-14);
    expect(more).toEqual([]);
  });

  it('are the axes where the factor has no more than its diagonal', () => {
    expect([...principalDeviations(model([0, 0, 0], [1], [0, 4], [0, 0, 2]))]).toEqual([4, 2, 1]);
  });

  it('keep all digits however far apart they are', () => {
    // Of [[1, 0], [1, e]] the product is e, and the wide one √2 up to e².
    for (const e of [1e-9, 1e-150]) {
      const [wide, narrow] = principalDeviations(model([0, 0], [1], [1, e]));
      expectRelative(wide!, Math.SQRT2, 1e-14);
      expectRelative(narrow!, e / Math.SQRT2, 1e-14);
    }
  });

  it('have the product and the squares of the factor, and a sign changes none of them', () => {
    const rows = [[2], [-1, 3], [0.5, -4, 1], [6, 0.25, -2, 5]];
    const found = principalDeviations(model([0, 0, 0, 0], ...rows));
    expectRelative(
      found.reduce((product, s) => product * s),
      2 * 3 * 1 * 5,
      1e-13,
    );
    const squares = rows.flat().reduce((sum, x) => sum + x * x, 0);
    expectRelative(
      found.reduce((sum, s) => sum + s * s, 0),
      squares,
      1e-14,
    );
    expect([...found]).toEqual([...found].toSorted((a, b) => b - a));
    const mirrored = rows.map((row) => row.map((x) => -x));
    principalDeviations(model([0, 0, 0, 0], ...mirrored)).forEach((s, i) =>
      expectRelative(s, found[i]!, 1e-14),
    );
  });

  it('are worked out once a model', () => {
    const one = model([0, 0], [3], [4, 5]);
    expect(principalDeviations(one)).toBe(principalDeviations(one));
    expect(principalDeviations(model([0, 0], [3], [4, 5]))).not.toBe(principalDeviations(one));
  });
});

describe('statistics of a normal in d dimensions', () => {
  const one = model([7, 8], [3], [4, 5]);

  it('are its determinant, its trace, and its widest and narrowest direction', () => {
    expectRelative(of('logdet', one), 2 * Math.log(15), 1e-14);
    expectRelative(of('typical', one), Math.sqrt(15), 1e-14);
    // (9 + 16 + 25) / 2.
    expect(of('trace', one)).toBe(25);
    expectRelative(of('widest', one), Math.sqrt(45), 1e-14);
    expectRelative(of('narrowest', one), Math.sqrt(5), 1e-14);
  });

  it('have the directions by number, and none beyond those that the model has', () => {
    expect(of('direction1', one)).toBe(of('widest', one));
    expect(of('direction2', one)).toBe(of('narrowest', one));
    expect(of('direction3', one)).toBeNaN();
    const series = vectors.statistics.filter(({ inSeries }) => inSeries);
    expect(series.map(({ symbol }) => symbol)).toEqual(
      Array.from({ length: MOST_DIMENSIONS }, (_, i) => `SD ${i + 1}`),
    );
    expect(series[1]!.label).toBe('Standard deviation in principal direction 2');
  });
});
