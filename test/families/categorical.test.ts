import { describe, expect, it } from 'vitest';
import { draw } from '../../src/lib/families/categorical/draw.ts';
import { categorical } from '../../src/lib/families/categorical/family.ts';
import { tableOf } from '../../src/lib/families/categorical/model.ts';
import { streams } from '../../src/lib/random/index.ts';
import { fourAbove, pearson } from '../random/goodnessOfFit.ts';
import { scripted } from '../support/scripted.ts';

const table = (...counts: number[]) => tableOf(Float64Array.from(counts));

/** What is drawn by these uniform numbers. */
function drawn(counts: readonly number[], uniforms: readonly number[]): number[] {
  const rng = scripted({ uniforms });
  const types = [...draw(rng, table(...counts), uniforms.length)];
  expect(rng.left()).toBe(0);
  return types;
}

describe('a draw from a table', () => {
  it('is the type whose stretch of the cumulated counts holds the uniform number', () => {
    expect(drawn([1, 2, 1], [0, 0.249, 0.25, 0.749, 0.75, 0.999])).toEqual([0, 0, 1, 1, 2, 2]);
    expect(drawn([10, 1, 1, 1, 1, 1, 1], [0.62, 0.63, 0.7, 0.99])).toEqual([0, 1, 2, 6]);
    expect(drawn([1, 1, 1, 1, 1, 1, 10], [0.06, 0.07, 0.37, 0.38])).toEqual([0, 1, 5, 6]);
    expect(drawn([0.25, 0.75], [0.2, 0.3])).toEqual([0, 1]);
  });

  it('is never a type that has died out, wherever it stands', () => {
    expect(drawn([0, 3, 0, 0, 1, 0], [0, 0.5, 0.74, 0.75, 1 - 2 ** -53])).toEqual([1, 1, 1, 4, 4]);
    expect(drawn([0, 0, 5, 0], [0, 0.5, 1 - 2 ** -53])).toEqual([2, 2, 2]);
    // Tenths do not add up exactly: what is left beyond the last goes to the last alive.
    const tenths = new Array<number>(10).fill(0.1);
    expect(drawn([...tenths, 0, 0], [1 - 2 ** -53])).toEqual([9]);
    expect(
      draw(
        { ...streams.get('keyed').open('x')(1), uniform: () => 1 - 2 ** -53 },
        {
          counts: Float64Array.of(0.5, 0.5, 0),
          total: 1.5,
        },
        1,
      )[0],
    ).toBe(1);
  });

  it('goes back where rounding has put its guide a type too far', () => {
    // A table whose cells and counts fall together, over every cell and just below it.
    for (const types of [3, 7, 49, 1000]) {
      const counts = new Float64Array(types).fill(1 / types);
      const model = tableOf(counts);
      const upTo: number[] = [];
      counts.reduce((sum, count, i) => (upTo[i] = sum + count), 0);
      const uniforms = upTo.flatMap((sum) => [sum / model.total - 2 ** -53, sum / model.total]);
      const left = uniforms.filter((u) => u < 1);
      const asked = [...left];
      const rng = { ...streams.get('keyed').open('x')(1), uniform: () => left.shift()! };
      [...draw(rng, model, asked.length)].forEach((type, i) => {
        const place = asked[i]! * model.total;
        expect(type === 0 || upTo[type - 1]! <= place).toBe(true);
        expect(type === types - 1 || upTo[type]! > place).toBe(true);
      });
    }
  });

  it('has each type with its share', () => {
    const counts = [5, 1, 0, 3, 1];
    const found = new Array<number>(5).fill(0);
    for (const type of draw(streams.get('keyed').open('table')(1), table(...counts), 4000))
      found[type]!++;
    expect(found[2]).toBe(0);
    const alive = [0, 1, 3, 4];
    const statistic = pearson(
      alive.map((type) => found[type]!),
      (i) => 400 * counts[alive[i]!]!,
    );
    expect(statistic).toBeLessThan(fourAbove(3));
  });
});

describe('a table of types', () => {
  const model = table(2, 0, 1, 1);
  const of = (name: string, of = model) =>
    categorical.statistics.find((one) => one.name === name)!.of(of, null);

  it('has the sum of its counts, and shares by it', () => {
    expect(model.total).toBe(4);
    expect([...categorical.shares!(model)]).toEqual([0.5, 0, 0.25, 0.25]);
  });

  it('is of equal counts where only their number is named', () => {
    expect(categorical.model({ equal: 3 })).toEqual(table(1, 1, 1));
    expect(categorical.model({})).toEqual(table());
  });

  it('is nearest to what has its shares', () => {
    const shares = Float64Array.of(0.5, 0.25, 0.25);
    const real = { kind: 'categories', width: 1, sample: () => shares } as const;
    expect(categorical.nearest!({ ...real, shares })).toEqual(table(0.5, 0.25, 0.25));
    expect(categorical.nearest!(real)).toBeNull();
  });

  it('has the variety of its types: their number, diversity, entropy, shares', () => {
    expect(of('types')).toBe(3);
    // 1 - (1/4 + 1/16 + 1/16), and 1/2 · 1 + 2 · 1/4 · 2 bits.
    expect(of('diversity')).toBe(0.625);
    expect(of('entropy')).toBeCloseTo(1.5, 14);
    expect(of('commonest')).toBe(0.5);
    expect(of('first')).toBe(0.5);
    expect(of('commonest', table(1, 0, 3))).toBe(0.75);
    expect(of('first', table(1, 0, 3))).toBe(0.25);
  });

  it('has no variety where one type is left', () => {
    const one = table(0, 7);
    expect(['types', 'diversity', 'entropy', 'commonest', 'first'].map((n) => of(n, one))).toEqual([
      1, 0, 0, 1, 0,
    ]);
  });
});
