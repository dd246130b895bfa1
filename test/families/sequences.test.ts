import { describe, expect, it } from 'vitest';
import { decodings } from '../../src/lib/decodings/index.ts';
import { circleOf } from '../../src/lib/families/sequences/circle.ts';
import { wordPairs, wordTriples } from '../../src/lib/families/sequences/family.ts';
import { sequenceOf, type Sequence } from '../../src/lib/families/sequences/model.ts';
import { tripleCounts } from '../../src/lib/estimators/sequences/counts.ts';
import { streams } from '../../src/lib/random/index.ts';
import type { Family } from '../../src/lib/types.ts';

const rng = (seed: string) => streams.get('keyed').open(seed)(1);
const ORDERS: readonly (readonly [number, Family<Sequence>])[] = [
  [2, wordPairs],
  [3, wordTriples],
];
/** Types whose neighbours tell much: 0 is followed by anything, 1 by 2 alone, … */
const TEXT = Int32Array.from([0, 1, 2, 0, 3, 3, 0, 1, 2, 2, 0, 4, 1, 2, 0]);

/** Each row of `length` types of a circle, as text, with how often it occurs. */
function rowsOf(tokens: ArrayLike<number>, length: number, circle = true) {
  const rows = new Map<string, number>();
  const places = circle ? tokens.length : tokens.length - length + 1;
  for (let place = 0; place < places; place++) {
    const row = Array.from({ length }, (_, i) => tokens[(place + i) % tokens.length]).join(' ');
    rows.set(row, (rows.get(row) ?? 0) + 1);
  }
  return rows;
}

const statistic = (family: Family<Sequence>, name: string, model: Sequence) =>
  family.statistics.find((one) => one.name === name)!.of(model, null);

describe.each(ORDERS)('a model of order %i', (order, family) => {
  const model = sequenceOf(order, TEXT);

  it('writes no row of so many types that its text does not have', () => {
    const known = rowsOf(TEXT, order);
    const written = family.sample(rng('rows'), model, 5_000);
    for (const row of rowsOf(written, order, false).keys()) expect(known.has(row), row).toBe(true);
  });

  it('writes what follows a context as often as the text has it', () => {
    const n = 40_000;
    const written = family.sample(rng('often'), model, n);
    const [rows, contexts] = [rowsOf(TEXT, order), rowsOf(TEXT, order - 1)];
    const [seen, seenContexts] = [rowsOf(written, order, false), rowsOf(written, order - 1, false)];
    for (const [row, count] of rows) {
      const context = row.split(' ').slice(0, -1).join(' ');
      const chance = count / contexts.get(context)!;
      const times = seenContexts.get(context)!;
      // A binomial number, given how often the context came: four standard deviations and the end.
      const error = 4 * Math.sqrt(times * chance * (1 - chance)) + 2;
      expect(Math.abs((seen.get(row) ?? 0) - times * chance), row).toBeLessThan(error);
    }
  });

  it('writes each type as often as the text has it, wherever it begins', () => {
    const first = new Map<number, number>();
    const runs = 8_000;
    const streamOf = streams.get('keyed').open('first');
    for (let run = 1; run <= runs; run++) {
      const [type] = family.sample(streamOf(run), model, 1);
      first.set(type!, (first.get(type!) ?? 0) + 1);
    }
    for (const [row, count] of rowsOf(TEXT, 1)) {
      const share = count / TEXT.length;
      const error = 4 * Math.sqrt(runs * share * (1 - share));
      expect(Math.abs((first.get(Number(row)) ?? 0) - runs * share)).toBeLessThan(error);
    }
  });

  it('of two texts with weights writes from each as they weigh', () => {
    const fit = family === wordPairs ? undefined : tripleCounts;
    const estimator = fit ?? tripleCounts;
    const found = estimator.fitWeighted!([
      { values: [0, 1, 2, 0, 1, 2], weight: 0.2 },
      { values: [5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6], weight: 0.8 },
      { values: [9], weight: 0 },
    ]);
    if (!found.ok) throw new Error(found.reason);
    const shares = family.shares!(found.model);
    expect([...shares].map((share) => share.toFixed(6))).toEqual(
      [1 / 15, 1 / 15, 1 / 15, 0, 0, 0.4, 0.4].map((share) => share.toFixed(6)),
    );
    const runs = 8_000;
    const streamOf = streams.get('keyed').open('weights');
    let high = 0;
    for (let run = 1; run <= runs; run++)
      if (family.sample(streamOf(run), found.model, 1)[0]! >= 5) high++;
    expect(Math.abs(high - 0.8 * runs)).toBeLessThan(4 * Math.sqrt(runs * 0.16));
  });

  it('draws by temperature from what can come next, as its chances say', () => {
    const reweigh = decodings.get('temperature').reweigh({ tau: 0.5 });
    const written = family.sample(rng('warm'), model, 40_000, reweigh);
    const [rows, contexts] = [rowsOf(TEXT, order), rowsOf(TEXT, order - 1)];
    const [seen, seenContexts] = [rowsOf(written, order, false), rowsOf(written, order - 1, false)];
    for (const [context] of contexts) {
      const next = [...rows].filter(([row]) => row.split(' ').slice(0, -1).join(' ') === context);
      const total = next.reduce((sum, [, count]) => sum + count ** 2, 0);
      const times = seenContexts.get(context) ?? 0;
      for (const [row, count] of next) {
        const chance = count ** 2 / total;
        const error = 4 * Math.sqrt(times * chance * (1 - chance)) + 2;
        expect(Math.abs((seen.get(row) ?? 0) - times * chance), row).toBeLessThan(error);
      }
    }
  });

  it('has every number of its parameters equally likely, after anything', () => {
    const equal = family.model({ few: 4 });
    expect([...family.shares!(equal)]).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(statistic(family, 'next', equal)).toBeCloseTo(2, 12);
    expect(statistic(family, 'rate', equal)).toBeCloseTo(2, 12);
  });

  it('fits a text of a single word, which goes on for ever', () => {
    const one = sequenceOf(order, Int32Array.of(0));
    expect([...family.sample(rng('one'), one, 4)]).toEqual([0, 0, 0, 0]);
    expect(statistic(family, 'next', one)).toBe(0);
  });
});

describe('the entropy of what comes next', () => {
  it('is that of the pairs or the triples less that of what is known', () => {
    const entropy = (rows: Map<string, number>) =>
      [...rows.values()].reduce((sum, count) => {
        const share = count / TEXT.length;
        return sum - share * Math.log2(share);
      }, 0);
    const [one, two, three] = [1, 2, 3].map((length) => entropy(rowsOf(TEXT, length)));
    const pairs = sequenceOf(2, TEXT);
    const triples = sequenceOf(3, TEXT);
    expect(statistic(wordPairs, 'next', pairs)).toBeCloseTo(two! - one!, 12);
    expect(statistic(wordPairs, 'rate', pairs)).toBeCloseTo(two! - one!, 12);
    expect(statistic(wordTriples, 'next', triples)).toBeCloseTo(two! - one!, 12);
    expect(statistic(wordTriples, 'rate', triples)).toBeCloseTo(three! - two!, 12);
    const weights = new Float64Array(TEXT.length).fill(1 / TEXT.length);
    const weighed = sequenceOf(3, TEXT, weights);
    expect(statistic(wordTriples, 'rate', weighed)).toBeCloseTo(three! - two!, 12);
  });
});

describe('a circle', () => {
  it.each([
    [2, 2],
    [3, 2],
    [2, 3],
    [5, 3],
    [30, 2],
  ])('of %i types has each row of %i once', (types, length) => {
    const circle = circleOf(types, length);
    expect(circle).toHaveLength(types ** length);
    const rows = rowsOf(circle, length);
    expect(rows.size).toBe(types ** length);
  });
});
