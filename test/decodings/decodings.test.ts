import { describe, expect, it } from 'vitest';
import { decodings } from '../../src/lib/decodings/index.ts';
import { checkConfig } from '../../src/lib/config.ts';
import { tableOf } from '../../src/lib/families/categorical/model.ts';
import { categoricalStatistics } from '../../src/lib/families/categorical/statistics.ts';
import { lawOf } from '../../src/lib/laws/index.ts';
import { defaultsOf } from '../../src/lib/parameters.ts';
import { recordsOf } from '../../src/lib/recursion.ts';
import { shortcutFor } from '../../src/lib/shortcuts/index.ts';
import { zipf } from '../../src/lib/sources/zipf.ts';
import type { Params, RunConfig } from '../../src/lib/types.ts';

const reweighed = (id: string, counts: readonly number[], options: Params) => [
  ...decodings.get(id).reweigh(options)(Float64Array.from(counts)),
];
const sharesOf = (weights: readonly number[]) => {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
};
const entropy = categoricalStatistics.find(({ name }) => name === 'entropy')!;

describe.each(decodings.all)('the decoding $id', ({ id, label, summary, options, reweigh }) => {
  it('says what it is, with legal options', () => {
    expect(label).toMatch(/^[A-Z]/);
    expect(summary).toMatch(/^[A-Z].*\.$/);
    expect(options.length).toBeGreaterThan(0);
    for (const { domain, default: usual } of options) {
      expect(usual).toBeGreaterThanOrEqual(domain.min);
      expect(usual).toBeLessThanOrEqual(domain.max);
    }
  });

  it('keeps the order of the chances, revives nothing, leaves what it is given as it is', () => {
    const counts = Float64Array.from([3, 0, 5, 5, 1, 0, 8, 2]);
    const copy = counts.slice();
    const rule = reweigh(defaultsOf(options));
    const kept = rule(counts);
    expect(counts).toEqual(copy);
    expect(kept).toHaveLength(counts.length);
    expect(kept.some((weight) => weight > 0)).toBe(true);
    for (const [i, weight] of kept.entries()) {
      expect(weight).toBeGreaterThanOrEqual(0);
      if (counts[i] === 0) expect(weight).toBe(0);
      for (const [j, other] of kept.entries())
        if (counts[i]! > counts[j]!) expect(weight).toBeGreaterThanOrEqual(other);
    }
    expect([...rule(Float64Array.of(7))]).toHaveLength(1);
    expect(rule(Float64Array.of(1e-300, 1e300)).every(Number.isFinite)).toBe(true);
  });

  it('is run by families of types, without law or shortcut, and refused by others', () => {
    const config: RunConfig = {
      family: 'categorical',
      source: 'zipf',
      truth: { size: 20 },
      estimator: 'mle',
      regime: 'replace',
      n: 500,
      generations: 5,
      seed: 'a',
      stream: 'keyed',
    };
    expect(shortcutFor(checkConfig(config))).not.toBeNull();
    expect(lawOf(checkConfig(config), 'types')).not.toBeNull();
    const checked = checkConfig({ ...config, decoding: id });
    expect(checked.config.decodingOptions).toEqual(defaultsOf(options));
    expect(shortcutFor(checked)).toBeNull();
    expect(lawOf(checked, 'types')).toBeNull();
    for (const family of ['categorical', 'ngram-2', 'ngram-3'])
      expect(recordsOf({ ...config, family, decoding: id })).toHaveLength(5);
    expect(() =>
      checkConfig({
        ...config,
        family: 'normal',
        source: undefined,
        truth: { mu: 0, sigma: 1 },
        decoding: id,
      }),
    ).toThrow(`the decoding ${id} needs types, the family normal is of numbers on a line`);
  });
});

it('a decoding that is none, or has no such option, is refused', () => {
  const config: RunConfig = {
    family: 'categorical',
    truth: { equal: 3 },
    estimator: 'mle',
    regime: 'replace',
    n: 5,
    generations: 1,
    seed: 'a',
    stream: 'keyed',
  };
  expect(() => checkConfig({ ...config, decoding: 'beam' })).toThrow(
    'unknown decoding: beam (known: temperature, top-k, nucleus)',
  );
  expect(() =>
    checkConfig({ ...config, decoding: 'temperature', decodingOptions: { tau: 0 } }),
  ).toThrow('tau must be at least 0.05 and at most 20, got 0');
  expect(() => checkConfig({ ...config, decodingOptions: { tau: 1 } })).toThrow(
    'decodingOptions are for a decoding',
  );
});

describe('temperature', () => {
  it('raises chances to the power 1 / τ', () => {
    const found = sharesOf(reweighed('temperature', [4, 1, 0, 9], { tau: 0.5 }));
    sharesOf([16, 1, 0, 81]).forEach((share, i) => expect(found[i]).toBeCloseTo(share, 14));
    expect(reweighed('temperature', [4, 1, 0, 9], { tau: 1 })).toEqual([4, 1, 0, 9]);
  });

  // NumPy 2.3, 29 November 2026: Zipf's law with exponent 1 on 1,000 types, endless draws.
  it.each([
    [0.9, [7.49, 6.73, 5.86, 3.31, 1.08, 0.03]],
    [1.1, [7.49, 8.06, 8.51, 9.33, 9.79, 9.95]],
  ])('of %d takes the entropy of Zipf’s law where it goes', (tau, expected) => {
    let shares = zipf.open({ size: 1_000, a: 1, b: 0 }).shares!;
    const rule = decodings.get('temperature').reweigh({ tau });
    const found: number[] = [];
    for (let round = 0; round <= 20; round++) {
      if ([0, 1, 2, 5, 10, 20].includes(round)) found.push(entropy.of(tableOf(shares), null));
      shares = rule(shares);
    }
    found.forEach((bits, i) => expect(Math.abs(bits - expected[i]!)).toBeLessThan(0.006));
  });
});

describe('top-k and nucleus', () => {
  it('keep the likeliest, and of equals those with the lower number', () => {
    expect(reweighed('top-k', [2, 5, 2, 1, 5], { k: 3 })).toEqual([2, 5, 0, 0, 5]);
    expect(reweighed('top-k', [2, 5], { k: 3 })).toEqual([2, 5]);
    expect(reweighed('nucleus', [2, 5, 2, 1], { mass: 0.5 })).toEqual([0, 5, 0, 0]);
    expect(reweighed('nucleus', [2, 5, 2, 1], { mass: 0.6 })).toEqual([2, 5, 0, 0]);
    expect(reweighed('nucleus', [2, 5, 2, 1], { mass: 1 })).toEqual([2, 5, 2, 1]);
  });
});
