import { describe, expect, it } from 'vitest';
import { checkParams, families, hasLine } from '../../src/lib/families/index.ts';
import { failureText } from '../../src/lib/failures.ts';
import { measured, statisticsOf } from '../../src/lib/statistics.ts';
import { streams } from '../../src/lib/random/index.ts';
import type { Estimator, Params, Values } from '../../src/lib/types.ts';
import { defaultsOf } from '../../src/lib/parameters.ts';
import { defaultParams, within } from '../support/points.ts';
import { byName, paramsOf } from '../support/models.ts';

const rng = (seed: string) => streams.get('keyed').open(seed)(1);

/** Options of estimators that are in the unit of the values, and stretch with them. */
const IN_UNIT_OF_VALUES: readonly string[] = ['tau'];

/** The estimator for values that are so many times as large. */
function stretchedBy(stretch: number, estimator: Estimator): Estimator {
  const options = (estimator.options ?? []).map(({ name, default: usual }) => [
    name,
    IN_UNIT_OF_VALUES.includes(name) ? stretch * usual : usual,
  ]);
  return estimator.set?.(Object.fromEntries(options) as Params) ?? estimator;
}

/** Describes to the test runner what holds for every registered estimator. */
export function describeEstimator(estimator: Estimator): void {
  const name = `${estimator.family}: ${estimator.id}`;
  describe(`estimator ${name}`, () => lawsOfAny(estimator));
  if (hasLine(families.get(estimator.family)))
    describe(`estimator ${name}, of one real variable`, () => lawsOfLine(estimator));
}

function lawsOfAny(estimator: Estimator): void {
  const family = families.get(estimator.family);
  const { needs } = family;
  const original = family.model(defaultParams(family));
  const width = family.width?.(original) ?? 1;
  const sample = family.sample(rng('contract'), original, 200);
  /** The numbers of the fit to some values, which has to be there. */
  const numbersOf = (values: Values, by = estimator) => {
    const fit = by.fit(values, width);
    if (!fit.ok) throw new Error(`no fit: ${fit.reason}`);
    return measured(family.statistics, fit.model, original);
  };
  /** Rows, as they are or in another order. */
  const rows = Array.from({ length: 200 }, (__, i) => [
    ...sample.subarray(i * width, (i + 1) * width),
  ]);

  it('says in words what it is and what it keeps right', () => {
    expect(estimator.label).not.toBe('');
    expect(estimator.summary).toMatch(/^[A-Z].*\.$/);
  });

  it('has the defaults of its options, and can be set to others', () => {
    const { options = [] } = estimator;
    expect(options.length > 0).toBe(estimator.set !== undefined);
    for (const spec of options) {
      expect(within(spec.typical, spec.domain), spec.name).toBe(true);
      const usual = stretchedBy(1, estimator);
      expect(numbersOf(sample, usual)).toEqual(numbersOf(sample));
      const others = { ...defaultsOf(options), [spec.name]: spec.typical.max };
      const set = estimator.set!(others);
      expect(set).toMatchObject({ id: estimator.id, options });
      expect(numbersOf(sample, set), spec.name).not.toEqual(numbersOf(sample));
    }
  });

  it('fits a model that has every number of its family, also to its own output', () => {
    const fit = estimator.fit(sample, width);
    if (!fit.ok) throw new Error(`no fit: ${fit.reason}`);
    const usual = measured(statisticsOf(family), fit.model, original);
    for (const [name, value] of Object.entries(usual))
      expect(value, name).toSatisfy(Number.isFinite);
    const again = estimator.fit(family.sample(rng('again'), fit.model, 200), width);
    expect(again.ok).toBe(true);
  });

  it('does not depend on the order or the container of the values', () => {
    const expected = numbersOf(sample);
    const others = [rows.toReversed(), rows.toSorted((a, b) => a[0]! - b[0]!)];
    // In a sequence the order is what the model learns.
    for (const order of family.isSequence ? [rows] : [...others, rows]) {
      const found = numbersOf(order.flat());
      for (const [name, value] of Object.entries(expected)) {
        if (Number.isNaN(value)) continue;
        // Sums in another order round differently, by some 1e-16 of the spread a value.
        expect(Math.abs(found[name]! - value), name).toBeLessThan(1e-10 * (1 + Math.abs(value)));
      }
    }
  });

  it('leaves the values as they are', () => {
    const copy = sample.slice();
    estimator.fit(sample, width);
    expect(sample).toEqual(copy);
  });

  it('answers data without a fit with a reason that can be put into words', () => {
    const row = (...values: number[]) => values.flatMap((x) => new Array<number>(width).fill(x));
    const few = rows.slice(0, needs.values - 1).flat();
    const cases: readonly (readonly [readonly number[], string])[] = [
      [few, 'too-few-values'],
      [[], 'too-few-values'],
      ...(needs.different
        ? ([
            [row(5, 5, 5, 5, 5), 'all-equal'],
            [row(...new Array<number>(1000).fill(0.1)), 'all-equal'],
          ] as const)
        : []),
      [row(1, 2, NaN, 4, 5), 'not-finite'],
      [row(1, 2, Infinity, 4, 5), 'not-finite'],
      [row(-Infinity, 2, 3, 4, Infinity), 'not-finite'],
    ];
    for (const [values, reason] of cases) {
      expect(estimator.fit(values, width)).toEqual({ ok: false, reason });
      expect(estimator.fit(Float64Array.from(values), width)).toEqual({ ok: false, reason });
    }
    const least = estimator.fit(row(5, 5, 5), width);
    expect(least.ok, 'three equal values have a fit').toBe(!needs.different);
  });

  it('gives either a model that can be drawn from or a reason, whatever the data', () => {
    const pool = [
      ...[0, -0, 1, -1, 0.1, 1 + 2 ** -52, 5e-324, 1e-308, 2.3e-308, 1e-160, 1e154, 1.7e308],
      ...[-1.7e308, Number.MAX_VALUE, -Number.MAX_VALUE, NaN, Infinity, -Infinity],
    ];
    const source = rng('whatever');
    for (let round = 0; round < 3000; round++) {
      // Small counts and few kinds of value make every collision of extremes likely.
      const length = Math.floor(source.uniform() * 6) * width;
      const kinds = round % 2 ? pool.length : pool.length - 3;
      const values = Array.from({ length }, () => pool[Math.floor(source.uniform() * kinds)]!);
      const fit = estimator.fit(values, width);
      if (fit.ok) expect(family.sample(rng('drawn'), fit.model, 3)).toHaveLength(3 * width);
      else expect(failureText(fit.reason)).toMatch(/^[A-Z].*\.$/);
    }
  });
}

function lawsOfLine(estimator: Estimator): void {
  const family = byName(estimator.family);
  const truth = defaultParams(family);
  const sample = family.sample(rng('contract'), truth, 200);
  const quantiles = (params: Params) =>
    [0.01, 0.3, 0.5, 0.9].map((p) => family.line.quantile(p, params));
  const spread = family.line.quantile(0.75, truth) - family.line.quantile(0.25, truth);

  it('fits every parameter of its family with a legal value', () => {
    const params = paramsOf(estimator.fit(sample));
    expect(Object.keys(params)).toEqual(family.parameters.map((spec) => spec.name));
    expect(() => checkParams(family, params)).not.toThrow();
  });

  it('finds the same distribution whatever the order or the container of the values', () => {
    const expected = quantiles(paramsOf(estimator.fit(sample)));
    const orders = [[...sample].reverse(), [...sample].sort((a, b) => a - b), [...sample]];
    for (const order of orders) {
      const found = quantiles(paramsOf(estimator.fit(order)));
      found.forEach((value, i) => {
        // Sums in another order round differently, by some 1e-16 of the spread a value.
        expect(Math.abs(value - expected[i]!) / spread).toBeLessThan(1e-12);
      });
    }
  });

  it('moves and stretches with the data', () => {
    const expected = quantiles(paramsOf(estimator.fit(sample)));
    // Powers of two and small whole numbers, so that the data themselves are hardly rounded.
    for (const [shift, stretch] of [
      [0, 2],
      [64, 1],
      [-1024, 0.25],
      [0, 2 ** 900],
      [0, 2 ** -900],
    ] as const) {
      // A family whose support begins at 0 whatever its parameters cannot be moved.
      if (shift !== 0 && family.line.support(truth).min === 0) continue;
      const moved = sample.map((x) => shift + stretch * x);
      const found = quantiles(paramsOf(stretchedBy(stretch, estimator).fit(moved)));
      found.forEach((value, i) => {
        const wanted = shift + stretch * expected[i]!;
        const size = stretch * spread + Math.abs(shift);
        expect(Math.abs(value - wanted) / size).toBeLessThan(1e-12);
      });
    }
  });

  it.skipIf(estimator.rough)('comes as close to the truth as n values allow', () => {
    const n = 200_000;
    const params = paramsOf(estimator.fit(family.sample(rng('large'), truth, n)));
    for (const p of [0.05, 0.25, 0.5, 0.75, 0.95]) {
      // The plain sample quantile has this standard error in terms of p; a fit must not be worse.
      const standardError = Math.sqrt((p * (1 - p)) / n);
      const reached = family.line.cdf(family.line.quantile(p, params), truth);
      expect(Math.abs(reached - p)).toBeLessThan(4 * standardError);
    }
  });

  it('gives either a legal fit or a reason, whatever the data', () => {
    const pool = [
      ...[0, -0, 1, -1, 0.1, 1 + 2 ** -52, 5e-324, 1e-308, 2.3e-308, 1e-160, 1e154, 1.7e308],
      ...[-1.7e308, Number.MAX_VALUE, -Number.MAX_VALUE, NaN, Infinity, -Infinity],
    ];
    const source = rng('whatever');
    for (let round = 0; round < 3000; round++) {
      // Small counts and few kinds of value make every collision of extremes likely.
      const length = Math.floor(source.uniform() * 6);
      const kinds = round % 2 ? pool.length : pool.length - 3;
      const values = Array.from({ length }, () => pool[Math.floor(source.uniform() * kinds)]!);
      const fit = estimator.fit(values);
      if (fit.ok) expect(() => checkParams(family, paramsOf(fit)), String(values)).not.toThrow();
      else expect(failureText(fit.reason)).toMatch(/^[A-Z].*\.$/);
    }
  });
}
