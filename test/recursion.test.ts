import { describe, expect, it } from 'vitest';
import { checkConfig } from '../src/lib/config.ts';
import { generations, generationsOf, recordsOf, valuesOf } from '../src/lib/recursion.ts';
import { regimes } from '../src/lib/regimes/index.ts';
import { families } from '../src/lib/families/index.ts';
import { streams } from '../src/lib/random/index.ts';
import type { Fit, GenerationRecord, RunConfig } from '../src/lib/types.ts';

const standard: RunConfig = {
  family: 'normal',
  truth: { mu: 125, sigma: 30 },
  estimator: 'unbiased-variance',
  regime: 'replace',
  n: 200,
  generations: 500,
  seed: 'a model of a model',
  stream: 'keyed',
};

function paramsOf(fit: Fit) {
  if (!fit.ok) throw new Error(`no fit: ${fit.reason}`);
  return fit.model as { mu: number; sigma: number };
}

const lastOf = (records: readonly GenerationRecord[]) => records[records.length - 1]!;

describe('generations', () => {
  it('fits generation 1 to values of the truth and each later one to values of the fit before', () => {
    const asked: (readonly [string, number])[] = [];
    const remove = regimes.add({
      id: 'toy-watcher',
      label: 'Toy',
      short: 'Toy',
      summary: 'Replace, written down.',
      options: [],
      batches({ t, n }) {
        const from = t === 1 ? 'real' : 'synthetic';
        if (asked.length < t) asked.push([from, t]);
        return [{ from, count: n }];
      },
    });
    try {
      const config = { ...standard, generations: 4 };
      expect(recordsOf({ ...config, regime: 'toy-watcher' })).toEqual(recordsOf(config));
      expect(asked).toEqual([
        ['real', 1],
        ['synthetic', 2],
        ['synthetic', 3],
        ['synthetic', 4],
      ]);
    } finally {
      remove();
    }
  });

  it('draws the values of generation t from stream t', () => {
    const [first, second] = [...generations({ ...standard, generations: 2 })];
    const rng = streams.get('keyed').open(standard.seed, 0)(1);
    expect(first!.values).toEqual(families.get('normal').sample(rng, standard.truth, 200));
    const next = streams.get('keyed').open(standard.seed, 0)(2);
    const sample = families.get('normal').sample(next, paramsOf(first!.fit), 200);
    expect(second!.values).toEqual(sample);
  });

  it('stores what the stream records of each value', () => {
    const config = { ...standard, seed: '12345', stream: 'source', generations: 3 };
    for (const { values } of generations(config)) {
      for (const value of values) expect(value).toBe(Math.round(value * 1e5) / 1e5);
    }
  });

  it('hands out values that later generations leave alone', () => {
    const kept = [...generations({ ...standard, generations: 5 })];
    const copies: Float64Array[] = [];
    for (const { values } of generations({ ...standard, generations: 5 })) {
      copies.push(values.slice());
    }
    expect(kept.map(({ values }) => values)).toEqual(copies);
  });

  it('gives the records of a short run as the start of those of a long one', () => {
    const long = recordsOf(standard);
    expect(recordsOf({ ...standard, generations: 37 })).toEqual(long.slice(0, 37));
    expect(long).toHaveLength(500);
    expect(long.map(({ t }) => t)).toEqual(long.map((_, i) => i + 1));
  });

  it('gives replicate 0 unless told otherwise, and other replicates other runs', () => {
    const config = { ...standard, generations: 3 };
    expect(recordsOf(config, 0)).toEqual(recordsOf(config));
    expect(recordsOf(config, 1)).not.toEqual(recordsOf(config));
    expect(recordsOf(config, 1)).toEqual(recordsOf(config, 1));
  });

  it('gives the replicate that the settings name, unless told another', () => {
    const config = { ...standard, generations: 3, replicate: 7 };
    expect(recordsOf(config)).toEqual(recordsOf({ ...standard, generations: 3 }, 7));
    expect(recordsOf(config)).not.toEqual(recordsOf({ ...standard, generations: 3 }));
    expect(recordsOf(config, 1)).toEqual(recordsOf({ ...standard, generations: 3 }, 1));
    expect(recordsOf(config, 0)).toEqual(recordsOf({ ...standard, generations: 3 }));
    expect([...generations(config)]).toEqual([...generations(standard, 7)].slice(0, 3));
    expect([...generationsOf(checkConfig(config))]).toEqual([...generations(config)]);
    expect([...generationsOf(checkConfig(config), 1)]).toEqual([...generations(config, 1)]);
    expect(recordsOf({ ...config, replicate: 0 })).toEqual(
      recordsOf({ ...standard, generations: 3 }),
    );
  });

  it('takes an alias for the id that it stands for', () => {
    const config = { ...standard, generations: 3 };
    expect(recordsOf({ ...config, estimator: 'mle' })).toEqual(
      recordsOf({ ...config, estimator: 'maximum-likelihood' }),
    );
  });

  it('refuses a replicate that the stream does not have', () => {
    const source = { ...standard, seed: '12345', stream: 'source' };
    expect(() => recordsOf(source, 1)).toThrow('the stream source has one run for each seed');
    expect(() => recordsOf(standard, -1)).toThrow(
      'replicate must be a whole number of at least 0, got -1',
    );
    expect(() => recordsOf(standard, 0.5)).toThrow('replicate must be a whole number');
    expect(() => recordsOf({ ...source, replicate: 1 })).toThrow(
      'the stream source has one run for each seed: replicate must be 0',
    );
    expect(() => recordsOf({ ...standard, replicate: -1 })).toThrow('at least 0, got -1');
    expect(() => recordsOf({ ...standard, replicate: 0.5 })).toThrow('at least 0, got 0.5');
    expect(recordsOf({ ...source, replicate: 0 })).toEqual(recordsOf(source));
  });
});

describe('a run whose fit fails', () => {
  const seeds = Array.from({ length: 40 }, (_, i) => `two-${i}`);

  it('ends with that record, for a reason, whenever n = 2 goes on long enough', () => {
    for (const seed of seeds) {
      const records = recordsOf({ ...standard, n: 2, generations: 5000, seed });
      const failed = records.filter(({ fit }) => !fit.ok);
      expect(failed).toEqual([lastOf(records)]);
      expect(failed[0]!.fit).toEqual({ ok: false, reason: 'all-equal' });
      expect(records.length).toBeLessThan(5000);
    }
  });

  it('has no NaN and no infinity in any fit before', () => {
    for (const estimator of ['unbiased-variance', 'mle', 'c4', 'unbiased-log']) {
      for (const seed of seeds.slice(0, 10)) {
        for (const { fit } of recordsOf({
          ...standard,
          n: 2,
          generations: 3000,
          seed,
          estimator,
        })) {
          if (fit.ok) {
            expect(Object.values(paramsOf(fit)).every(Number.isFinite)).toBe(true);
            expect(paramsOf(fit).sigma).toBeGreaterThan(0);
          } else {
            expect(['all-equal', 'underflow', 'overflow', 'not-finite']).toContain(fit.reason);
          }
        }
      }
    }
  });

  it('underflows where the mean shrinks with the spread: mu = 0 and a tiny sigma', () => {
    // From 1e-305 the spread needs fewer halvings to leave full precision (2.2e-308) than to become
    // small beside a mean that settled within a few sigma of 0.
    for (const seed of seeds) {
      const truth = { mu: 0, sigma: 1e-305 };
      const last = lastOf(recordsOf({ ...standard, truth, n: 2, generations: 5000, seed }));
      expect(last.fit).toEqual({ ok: false, reason: 'underflow' });
    }
  });

  it('says that values are not finite where the original itself overflows', () => {
    const truth = { mu: 0, sigma: Number.MAX_VALUE };
    const records = recordsOf({ ...standard, truth, generations: 5 });
    expect(records).toEqual([
      { t: 1, trainingSize: 200, fit: { ok: false, reason: 'not-finite' } },
    ]);
  });
});

describe('valuesOf', () => {
  it.each(['keyed', 'source'])(
    'makes any generation again from the fit before, stream %s',
    (stream) => {
      const config = { ...standard, seed: '12345', stream, generations: 60 };
      const whole = [...generations(config)];
      for (const t of [1, 2, 60, 31]) {
        const before = t === 1 ? null : paramsOf(whole[t - 2]!.fit);
        expect(valuesOf(config, t, before)).toEqual(whole[t - 1]!.values);
      }
    },
  );

  it('does so for other replicates', () => {
    const whole = [...generations({ ...standard, generations: 3 }, 7)];
    const before = paramsOf(whole[1]!.fit);
    expect(valuesOf(standard, 3, before, 7)).toEqual(whole[2]!.values);
    expect(valuesOf({ ...standard, replicate: 7 }, 3, before)).toEqual(whole[2]!.values);
    expect(valuesOf({ ...standard, replicate: 7 }, 3, before, 0)).not.toEqual(whole[2]!.values);
    const source = { ...standard, seed: '12345', stream: 'source', replicate: 1 };
    expect(() => valuesOf(source, 1, null)).toThrow('replicate must be 0');
  });

  it.each([0, -1, 1.5, NaN, 2])('refuses generation %s without a fit before it', (t) => {
    expect(() => valuesOf(standard, t, null)).toThrow(`no values can be made for generation ${t}`);
  });

  it('looks at the fit before and nothing else, where the regime keeps nothing', () => {
    const before = { mu: 5, sigma: 2 };
    const rng = streams.get('keyed').open(standard.seed, 0)(3);
    expect(valuesOf(standard, 3, before)).toEqual(families.get('normal').sample(rng, before, 200));
  });

  it('makes the run again where the regime keeps values', () => {
    const config = { ...standard, regime: 'accumulate', generations: 6 };
    const whole = [...generations(config, 7)];
    for (const t of [1, 2, 5]) {
      const before = t === 1 ? null : paramsOf(whole[t - 2]!.fit);
      expect(valuesOf(config, t, before, 7)).toEqual(whole[t - 1]!.values);
      expect(valuesOf({ ...config, generations: 1 }, t, before, 7)).toEqual(whole[t - 1]!.values);
    }
    // A run that ended before has no such generation.
    const ended = { ...config, truth: { mu: 0, sigma: Number.MAX_VALUE } };
    expect(() => valuesOf(ended, 2, { mu: 0, sigma: 1 })).toThrow(
      new RangeError('no values can be made for generation 2'),
    );
  });

  it('has none where there are too many to be had, and the run ends there', () => {
    const config = { ...standard, regime: 'growing', regimeOptions: { power: 10 }, n: 20_000 };
    const whole = [...generations(config)];
    expect(whole).toHaveLength(2);
    expect(whole[0]!.fit.ok).toBe(true);
    expect(whole[1]).toEqual({
      t: 2,
      trainingSize: 0,
      fit: { ok: false, reason: 'too-many-values' },
      values: new Float64Array(0),
    });
    expect(valuesOf(config, 2, paramsOf(whole[0]!.fit))).toEqual(new Float64Array(0));
  });

  it('counts a row of numbers as one value', () => {
    const rows = { ...standard, family: 'normal-d', truth: { d: 3, sd: 1 }, n: 20 };
    const [first] = [...generations({ ...rows, estimator: 'mle', generations: 1 })];
    expect([first!.trainingSize, first!.values.length]).toEqual([20, 60]);
  });
});
