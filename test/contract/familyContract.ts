import { describe, expect, it } from 'vitest';
import { distributionOf } from '../../src/lib/distribution.ts';
import { checkParams, hasLine } from '../../src/lib/families/index.ts';
import { statisticsOf } from '../../src/lib/statistics.ts';
import { streams } from '../../src/lib/random/index.ts';
import type { Family, LineFamily, Params } from '../../src/lib/types.ts';
import { defaultParams, typicalParams, within } from '../support/points.ts';
import { byName } from '../support/models.ts';

const PROBABILITIES = [1e-9, 1e-4, 0.01, 0.2, 0.5, 0.77, 0.99, 1 - 1e-4];

const rng = (seed: string) => streams.get('keyed').open(seed)(1);

/** The width that numbers of this distribution are measured by: half of them lie in it. */
const width = (family: LineFamily<Params>, params: Params) =>
  family.line.quantile(0.75, params) - family.line.quantile(0.25, params);

/** Integral of f from a to b, Simpson's rule. */
function simpson(f: (x: number) => number, a: number, b: number, pieces = 2000): number {
  const h = (b - a) / pieces;
  let sum = f(a) + f(b);
  for (let i = 1; i < pieces; i++) sum += (i % 2 ? 4 : 2) * f(a + i * h);
  return (sum * h) / 3;
}

/**
 * E g(X) as the integral of g(quantile(p)) over p = 1 / (1 + exp(-u)), which the trapezoidal rule
 * takes almost without error. Cut at u = ±30, beyond which 1 - p loses its digits; 1e-13 of the
 * probability lies there.
 */
function expectation(family: LineFamily<Params>, params: Params, g: (x: number) => number): number {
  const h = 0.02;
  let sum = 0;
  for (let u = -30; u <= 30; u += h) {
    const p = 1 / (1 + Math.exp(-u));
    sum += g(family.line.quantile(p, params)) * p * (1 / (1 + Math.exp(u)));
  }
  return sum * h;
}

/** Describes to the test runner what holds for every registered family. */
export function describeFamily(family: Family): void {
  describe(`family ${family.id}`, () => lawsOfAny(family));
  if (hasLine(family))
    describe(`family ${family.id}, of one real variable`, () => lawsOfLine(byName(family)));
  if (family.shares) describe(`family ${family.id}, of types`, () => lawsOfTypes(family));
}

function lawsOfAny(family: Family): void {
  const points = typicalParams(family);

  it('describes each of its parameters with a range that holds the default and is legal', () => {
    expect(family.label).not.toBe('');
    const names = family.parameters.map((spec) => spec.name);
    expect(new Set(names).size).toBe(names.length);
    for (const spec of family.parameters) {
      expect(spec.name).toMatch(/^[a-z][a-zA-Z]*$/);
      expect(spec.symbol.length * spec.label.length).toBeGreaterThan(0);
      expect(within(spec.typical, spec.domain), spec.name).toBe(true);
      expect(within({ min: spec.default, max: spec.default }, spec.typical), spec.name).toBe(true);
      if (spec.scale === 'log') expect(spec.typical.min).toBeGreaterThan(0);
    }
    for (const params of points) expect(() => checkParams(family, params)).not.toThrow();
  });

  it('refuses parameters that are missing, unknown, NaN, infinite or out of their domain', () => {
    const fine = defaultParams(family);
    expect(() => checkParams(family, { ...fine, extra: 1 })).toThrow(
      `unknown parameter of ${family.id}: extra (known: `,
    );
    for (const { name, domain } of family.parameters) {
      const rest = Object.fromEntries(Object.entries(fine).filter(([key]) => key !== name));
      expect(() => checkParams(family, rest)).toThrow(`missing parameter of ${family.id}: ${name}`);
      for (const bad of [NaN, Infinity, -Infinity]) {
        const message = `${name} must be a finite number, got ${bad}`;
        expect(() => checkParams(family, { ...fine, [name]: bad })).toThrow(message);
      }
      if (Number.isFinite(domain.min)) {
        const below = { ...fine, [name]: domain.min - 3 };
        expect(() => checkParams(family, below)).toThrow(/must be .*, got -?\d/);
      }
    }
  });

  it('describes each of its statistics, which typical models have', () => {
    const { statistics } = family;
    const names = statistics.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(statisticsOf(family).length).toBeGreaterThan(0);
    for (const params of points) {
      const model = family.model(params);
      for (const { name, symbol, label, role, inSeries, of } of statistics) {
        expect(name).toMatch(/^[a-z][a-zA-Z0-9]*$/);
        expect(symbol.length * label.length).toBeGreaterThan(0);
        expect(['mean', 'spread', 'shape', 'share', 'count']).toContain(role);
        // A model of few dimensions lacks the directions beyond them.
        if (inSeries) continue;
        expect(Number.isFinite(of(model, model)), `${name} of ${JSON.stringify(params)}`).toBe(
          true,
        );
        if (role === 'share') expect(of(model, model)).toBeLessThanOrEqual(1);
      }
    }
  });

  it('has what its kind has, and is the nearest model to itself', () => {
    expect(hasLine(family)).toBe(family.kind === 'line');
    expect(family.shares !== undefined).toBe(family.kind === 'categories');
    for (const params of points) {
      const model = family.model(params);
      const nearest = family.nearest?.(distributionOf(family, model));
      if (!nearest) continue;
      for (const { name, role, onlyAsked, of } of family.statistics) {
        const [its, own] = [of(nearest, model), of(model, model)];
        // Shares do not say how many types occur once.
        if (Number.isNaN(its) && onlyAsked && role === 'count') continue;
        if (Object.is(its, own)) continue;
        expect(Math.abs(its - own), name).toBeLessThan(1e-12 * (1 + Math.abs(own)));
      }
    }
  });

  it('draws n values, the same ones from the same stream', () => {
    const model = family.model(defaultParams(family));
    const width = family.width?.(model) ?? 1;
    for (const n of [0, 1, 2, 7, 200]) {
      const values = family.sample(rng('again'), model, n);
      expect(values).toHaveLength(n * width);
      expect(family.sample(rng('again'), model, n)).toEqual(values);
    }
    expect(family.sample(rng('another'), model, 7)).not.toEqual(
      family.sample(rng('again'), model, 7),
    );
  });
}

function lawsOfLine(family: LineFamily<Params>): void {
  const points = typicalParams(family);

  it('has a cdf that rises from 0 to 1 over the support', () => {
    for (const params of points) {
      const { min, max } = family.line.support(params);
      expect(family.line.cdf(min, params)).toBe(0);
      expect(family.line.cdf(max, params)).toBe(1);
      expect(family.line.quantile(0, params)).toBe(min);
      expect(family.line.quantile(1, params)).toBe(max);
      let last = 0;
      for (const p of PROBABILITIES) {
        const value = family.line.cdf(family.line.quantile(p, params), params);
        expect(value).toBeGreaterThan(last);
        last = value;
      }
    }
  });

  it('has a quantile that undoes the cdf', () => {
    for (const params of points) {
      // A quantile is rounded to a double, which moves the probability by the density times up to
      // a unit in its last place, 2.2e-16 |x|, and on the way there it is rounded once or twice
      // more.
      for (const p of PROBABILITIES) {
        const x = family.line.quantile(p, params);
        const rounding = 5e-16 * Math.abs(x) * Math.exp(family.line.logPdf(x, params));
        const tolerance = 1e-13 * p + rounding;
        expect(Math.abs(family.line.cdf(x, params) - p), `p = ${p}`).toBeLessThan(
          tolerance + 1e-16,
        );
      }
    }
  });

  it('gives NaN for what is not a probability', () => {
    const params = defaultParams(family);
    for (const p of [-0.1, 1.1, NaN]) expect(family.line.quantile(p, params)).toBeNaN();
    expect(family.line.cdf(NaN, params)).toBeNaN();
  });

  it('has a density that integrates to differences of the cdf', () => {
    for (const params of points) {
      const ends = [0.001, 0.1, 0.5, 0.9, 0.999].map((p) => family.line.quantile(p, params));
      for (let i = 1; i < ends.length; i++) {
        const a = ends[i - 1]!;
        const b = ends[i]!;
        const area = simpson((x) => Math.exp(family.line.logPdf(x, params)), a, b);
        const exact = family.line.cdf(b, params) - family.line.cdf(a, params);
        // Simpson's error falls with the fourth power of the step (here under 1e-11); the rest is
        // the rounding of x far from 0 beside its width.
        const rounding = (1e-15 * Math.abs(b)) / width(family, params);
        expect(Math.abs(area - exact)).toBeLessThan(1e-9 + rounding);
      }
      const { min, max } = family.line.support(params);
      if (Number.isFinite(min)) expect(family.line.logPdf(min - 1, params)).toBe(-Infinity);
      if (Number.isFinite(max)) expect(family.line.logPdf(max + 1, params)).toBe(-Infinity);
    }
  });

  it('has the mean and the variance of its own distribution', () => {
    for (const params of points) {
      const mean = family.line.mean(params);
      const variance = family.line.variance(params);
      if (!Number.isFinite(variance)) continue;
      const centre = family.line.quantile(0.5, params);
      const spread = Math.sqrt(variance);
      // About the median, so that a mean far from 0 costs no digits.
      const shift = expectation(family, params, (x) => (x - centre) / spread);
      const square = expectation(family, params, (x) => ((x - mean) / spread) ** 2);
      const rounding = (1e-15 * Math.abs(mean)) / spread;
      expect(Math.abs(shift - (mean - centre) / spread)).toBeLessThan(1e-9 + rounding);
      // What lies beyond the cut of the integral, in squares: much where the tail is long.
      const beyond = 1e-12 * ((family.line.quantile(1 - 1e-13, params) - mean) / spread) ** 2;
      expect(Math.abs(square - 1)).toBeLessThan(1e-9 + rounding + beyond);
    }
  });

  it('draws samples that follow its cdf', () => {
    const n = 20_000;
    points.forEach((params, i) => {
      const values = family.sample(rng(`ks ${i}`), params, n).sort();
      let distance = 0;
      values.forEach((x, rank) => {
        const p = family.line.cdf(x, params);
        distance = Math.max(distance, p - rank / n, (rank + 1) / n - p);
      });
      // Kolmogorov: P(sqrt(n) D > d) < 2 exp(-2 d^2), which is 1e-6 at d = 2.694.
      expect(distance * Math.sqrt(n), JSON.stringify(params)).toBeLessThan(2.694);
    });
  });

  it('has an upper tail with the digits that 1 less the cdf loses', () => {
    for (const params of points) {
      for (const p of PROBABILITIES) {
        const x = family.line.quantile(p, params);
        const upper = family.line.upper(x, params);
        const rounding = 5e-16 * Math.abs(x) * Math.exp(family.line.logPdf(x, params));
        expect(Math.abs(upper - (1 - family.line.cdf(x, params)))).toBeLessThan(2e-15 + rounding);
      }
      const { min, max } = family.line.support(params);
      expect([family.line.upper(min, params), family.line.upper(max, params)]).toEqual([1, 0]);
      const far = family.line.quantile(1 - 1e-12, params);
      expect(family.line.upper(far, params)).toBeGreaterThan(0.9e-12);
      expect(family.line.upper(far, params)).toBeLessThan(1.1e-12);
      expect(family.line.upper(NaN, params)).toBeNaN();
    }
  });
}

function lawsOfTypes(family: Family): void {
  it.each(typicalParams(family))('draws each type with its chance: %o', (params) => {
    const model = family.model(params);
    const shares = family.shares!(model);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    const n = 50 * shares.length;
    const counts = new Float64Array(shares.length);
    for (const type of family.sample(rng('types'), model, n)) counts[type]!++;
    const chiSquare = shares.reduce((sum, share, type) => {
      const expected = n * share;
      return sum + (counts[type]! - expected) ** 2 / expected;
    }, 0);
    // Pearson's statistic has mean V - 1 and variance 2 (V - 1) (1 - 1/n), nearly.
    const degrees = shares.length - 1;
    expect(Math.abs(chiSquare - degrees)).toBeLessThan(4 * Math.sqrt(2 * degrees) + 4);
  });
}
