import { describe, expect, it } from 'vitest';
import { asIs } from '../src/lib/asIs.ts';
import { checkConfig, type CheckedConfig } from '../src/lib/config.ts';
import { streams } from '../src/lib/random/index.ts';
import {
  fitOf,
  MOST_VALUES,
  openTrainingSets,
  standsAlone,
  type TrainingSet,
} from '../src/lib/trainingSets.ts';
import type { Batch, Curation, Distribution, Regime, RunConfig } from '../src/lib/types.ts';
import { fourAbove, pearson } from './random/goodnessOfFit.ts';

const settings: RunConfig = {
  family: 'normal',
  truth: { mu: 0, sigma: 1 },
  estimator: 'unbiased-variance',
  regime: 'replace',
  n: 4,
  generations: 10,
  seed: 'training sets',
  stream: 'keyed',
};
const usual = checkConfig(settings);

/** A policy of these batches, by generation, and of what of them is fitted. */
const policy = (batches: Regime['batches'], fitted?: Regime['fitted']): Regime => ({
  ...usual.regime,
  batches,
  ...(fitted && { fitted }),
});

/** Values 1, 2, 3 … one after the other, `width` of them in a row. */
function counting(width = 1): Distribution {
  let last = 0;
  return {
    kind: width === 1 ? 'line' : 'vectors',
    width,
    sample: (_, n) => new Float64Array(n * width).map(() => ++last),
    ...(width === 1 && { line: { ...usual.real.line!, mean: 0, variance: 4 } }),
  };
}

const real = (count: number, more: Partial<Batch> = {}): Batch => ({
  from: 'real',
  count,
  ...more,
});

const open = (changes: Partial<CheckedConfig>) => {
  const checked = { ...usual, real: counting(), ...changes };
  return openTrainingSets(checked, checked.stream.open('training sets'));
};

function valuesOf(set: TrainingSet | string): number[] {
  if (typeof set === 'string') throw new Error(set);
  return [...set.values];
}

describe('what is kept', () => {
  it('stands before what is new, in every later generation', () => {
    const sets = open({ regime: policy(() => [real(1, { keep: true }), real(2)]) });
    expect([1, 2, 3].map((t) => valuesOf(sets(t, null)))).toEqual([
      [1, 2, 3],
      [1, 4, 5, 6],
      [1, 4, 7, 8, 9],
    ]);
  });

  it('grows without a change to what was handed out before', () => {
    const sets = open({ regime: policy(({ t }) => [real(t, { keep: true })]) });
    const handed = [1, 2, 3, 4, 5].map((t) => sets(t, null) as TrainingSet);
    const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1);
    expect(handed.map(valuesOf)).toEqual([1, 3, 6, 10, 15].map(upTo));
  });

  it('makes later generations depend on earlier ones, and nothing else does', () => {
    const keeping = policy(({ t }) => [real(1, { keep: t === 2 }), real(1)]);
    const checked = { ...usual, regime: keeping };
    expect([1, 2, 3, 9].map((t) => standsAlone(checked, t))).toEqual([true, true, false, false]);
    expect(standsAlone({ ...usual, regime: policy(() => [real(1)]) }, 9)).toBe(true);
  });

  it('is asked for with n and the options of the policy', () => {
    const seen: unknown[] = [];
    const watching = policy((about) => {
      seen.push(about);
      return [real(1)];
    });
    const config = { ...settings, regimeOptions: { share: 0.3 } };
    standsAlone({ ...usual, regime: watching, config }, 3);
    standsAlone({ ...usual, regime: watching }, 2);
    open({ regime: watching, config })(5, null);
    open({ regime: watching })(6, null);
    const options = { share: 0.3 };
    expect(seen).toEqual([
      { t: 1, n: 4, options },
      { t: 2, n: 4, options },
      { t: 1, n: 4, options: {} },
      { t: 5, n: 4, options },
      { t: 6, n: 4, options: {} },
    ]);
  });
});

describe('batches', () => {
  it('come one after the other, and one of no values is none', () => {
    const weight = 1;
    const sets = open({ regime: policy(() => [real(0), real(2, { weight }), real(0)]) });
    expect(sets(1, null)).toEqual({
      values: Float64Array.of(1, 2),
      width: 1,
      samples: [{ values: Float64Array.of(1, 2), weight }],
    });
  });

  it('that are weighed are handed on with their weights, and fitted by them', () => {
    const weighing = policy(() => [real(2, { weight: 0.25 }), real(3, { weight: 0.75 })]);
    const checked = { ...usual, regime: weighing };
    const set = open({ regime: weighing })(1, null) as TrainingSet;
    const samples = [
      { values: Float64Array.of(1, 2), weight: 0.25 },
      { values: Float64Array.of(3, 4, 5), weight: 0.75 },
    ];
    expect(set).toEqual({ values: Float64Array.of(1, 2, 3, 4, 5), width: 1, samples });
    // The mean by weight: a quarter of 1.5 and three quarters of 4.
    expect(fitOf(checked, set)).toMatchObject({ ok: true, model: { mu: 3.375 } });
    const { values, width } = set;
    expect(fitOf(checked, { values, width })).toMatchObject({ ok: true, model: { mu: 3 } });
  });

  it('that are not weighed have no samples', () => {
    expect(open({ regime: policy(() => [real(1), real(1)]) })(1, null)).toEqual({
      values: Float64Array.of(1, 2),
      width: 1,
    });
  });

  it('come from the original or from the newest model, in the order in which they are asked for', () => {
    const regime = policy(() => [real(2), { from: 'synthetic', count: 1 }]);
    const family = {
      ...usual.family,
      sample: (_: unknown, model: unknown) => model as Float64Array,
    };
    const newest = Float64Array.of(70);
    expect(valuesOf(open({ regime, family })(2, newest))).toEqual([1, 2, 70]);
  });

  it('cannot come of a model that there is not', () => {
    expect(() => open({})(2, null)).toThrow('there is no model before generation 1 is fitted');
  });

  it('are stored as the stream stores values, curated or not', () => {
    const halved = { ...usual.stream, record: (value: number) => value / 2 };
    const curation: Curation = { take: (x) => x + 10 };
    const regime = policy(() => [real(2), real(2, { curation })]);
    expect(valuesOf(open({ stream: halved, regime })(1, null))).toEqual([0.5, 1, 6.5, 7]);
  });
});

describe('a literal training set', () => {
  // Draws nothing: only the number that is asked for counts.
  const empty = { ...counting(2), sample: () => new Float64Array(0) };

  it('holds ten million numbers at most, kept ones and all numbers of a row counted', () => {
    const sized = (count: number) => open({ real: empty, regime: policy(() => [real(count)]) });
    expect(MOST_VALUES).toBe(10_000_000);
    expect(sized(5_000_000)(1, null)).not.toBe('too-many-values');
    expect(sized(5_000_001)(1, null)).toBe('too-many-values');
    expect(sized(Infinity)(1, null)).toBe('too-many-values');
    const growing = policy(({ t }) => [real(t === 1 ? 3 : 4_999_997, { keep: true })]);
    const zeros = { ...counting(2), sample: (_: unknown, n: number) => new Float64Array(2 * n) };
    const sets = open({ real: zeros, regime: growing });
    sets(1, null);
    expect(sets(2, null)).not.toBe('too-many-values');
    expect(sets(3, null)).toBe('too-many-values');
  });
});

describe('a curation', () => {
  it('sees what the values come from, the original, and the options', () => {
    const seen: unknown[] = [];
    const curation: Curation = {
      take(x, between) {
        seen.push(between);
        return x;
      },
    };
    const regime = policy(({ t }) => [
      t === 1 ? real(1, { curation }) : { from: 'synthetic', count: 1, curation },
    ]);
    const config = { ...settings, regimeOptions: { share: 0.3 } };
    const original = { mean: 0, sd: 2 };
    const sets = open({ regime, config });
    sets(1, null);
    sets(2, { mu: 5, sigma: 3 });
    open({ regime })(1, null);
    expect(seen).toEqual([
      { model: original, original, options: { share: 0.3 } },
      { model: { mean: 5, sd: 3 }, original, options: { share: 0.3 } },
      { model: original, original, options: {} },
    ]);
  });

  it('draws until there are n values, and throws away what is beyond them', () => {
    const curation: Curation = { take: (x) => (x % 3 === 0 ? -x : NaN) };
    const sets = open({ regime: policy(() => [real(4, { curation })]) });
    expect(valuesOf(sets(1, null))).toEqual([-3, -6, -9, -12]);
    // One of 1 to 4 is used, and three of 5 to 8: the last is not looked at.
    const seen: number[] = [];
    const some: Curation = { take: (x) => (seen.push(x), x === 3 || x > 4 ? x : NaN) };
    const others = open({ regime: policy(() => [real(4, { curation: some })]) });
    expect(valuesOf(others(1, null))).toEqual([3, 5, 6, 7]);
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('has uniform numbers of the stream where it looks at them, and zeros elsewhere', () => {
    const seen: number[] = [];
    const take = (x: number, _: unknown, u: number) => (seen.push(u), x);
    for (const chance of [true, false])
      open({ regime: policy(() => [real(2, { curation: { take, chance } })]) })(1, null);
    const { uniform } = streams.get('keyed').open('training sets')(1);
    expect(seen).toEqual([uniform(), uniform(), 0, 0]);
  });

  it.each([
    [10_000, true],
    [10_001, false],
  ])('that keeps nothing before round %i of draws ends the run: %s', (round, has) => {
    let rounds = 0;
    const curation: Curation = { take: (x) => (++rounds < round ? NaN : x) };
    const set = open({ regime: policy(() => [real(1, { curation })]) })(1, null);
    if (has) expect(valuesOf(set)).toEqual([10_000]);
    else expect(set).toBe('too-few-kept');
  });

  it('needs values that lie somewhere', () => {
    const regime = policy(() => [real(1, { curation: { take: (x) => x } })]);
    expect(() => open({ real: counting(2), regime })(1, null)).toThrow(
      'values without a place on a line cannot be curated',
    );
  });
});

describe('a training set of fewer values than there are', () => {
  it('has whole rows, each once, in an order of chance', () => {
    const regime = policy(
      () => [real(50)],
      () => 20,
    );
    const set = open({ real: counting(3), regime })(1, null) as TrainingSet;
    expect([set.width, set.values.length, set.samples]).toEqual([3, 60, undefined]);
    const rows = Array.from({ length: 20 }, (_, i) => [...set.values.slice(3 * i, 3 * i + 3)]);
    for (const [first, second, third] of rows) {
      expect(first! % 3).toBe(1);
      expect([second, third]).toEqual([first! + 1, first! + 2]);
    }
    expect(new Set(rows.map(([first]) => first)).size).toBe(20);
    const starts = rows.map(([first]) => first!);
    expect(starts).not.toEqual(starts.toSorted((a, b) => a - b));
  });

  it('is each possible one in each order as often as any other', () => {
    const regime = policy(
      () => [real(4)],
      () => 2,
    );
    const counts = new Map<string, number>();
    const draws = 3000;
    const at = streams.get('keyed').open('subsets');
    for (let t = 0; t < draws; t++) {
      const checked = { ...usual, real: counting(), regime };
      const pair = valuesOf(openTrainingSets(checked, () => at(t))(1, null)).join();
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
    // Twelve ordered pairs of four.
    expect(counts.size).toBe(12);
    expect(pearson([...counts.values()], () => draws / 12)).toBeLessThan(fourAbove(11));
  });

  it.each([
    // A twentieth of what is asked for, but a hundred tokens at most and one at least.
    [2010, 405, 20],
    [10_000, 4000, 100],
    [50, 7, 1],
  ])(
    'is of passages where values follow each other: of %i tokens %i, by %i',
    (n, count, length) => {
      const regime = policy(
        () => [real(n)],
        () => count,
      );
      const family = { ...usual.family, isSequence: true };
      const picked = valuesOf(open({ regime, family })(1, null));
      expect(picked).toHaveLength(count);
      expect(new Set(picked).size).toBe(count);
      // Of counting numbers: each follows the one before, or begins a passage where the last ended.
      picked.forEach((value, i) => {
        if ((value - 1) % length > 0) expect(picked[i - 1]).toBe(value - 1);
        else if (i > 0) expect(picked[i - 1]! % length === 0 || picked[i - 1] === n).toBe(true);
      });
      expect(picked).not.toEqual(picked.toSorted((a, b) => a - b));
      expect(Math.max(...picked)).toBeGreaterThan(count);
    },
  );

  it('is all of them, in their order, where as many or more are asked for', () => {
    for (const fitted of [3, 4]) {
      const regime = policy(
        () => [real(3)],
        () => fitted,
      );
      expect(valuesOf(open({ real: counting(2), regime })(1, null))).toEqual([1, 2, 3, 4, 5, 6]);
    }
  });
});

it('a stream that stores values as they are is known by its function', () => {
  // One loop that calls now this, now another rounding would take as long as all the draws.
  expect(streams.get('keyed').record).toBe(asIs);
});
