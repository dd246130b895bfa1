import { describe, expect, it } from 'vitest';
import { exponential } from '../../src/lib/families/exponential.ts';
import { checkParams, families, hasLine, lineFamily } from '../../src/lib/families/index.ts';
import { lognormal3 } from '../../src/lib/families/lognormal3.ts';
import { lognormal } from '../../src/lib/families/lognormal.ts';
import { normal } from '../../src/lib/families/normal.ts';
import { parameterStatistic } from '../../src/lib/families/statistics.ts';
import { sources } from '../../src/lib/sources/index.ts';
import { streams } from '../../src/lib/random/index.ts';
import type { Distribution, Statistic } from '../../src/lib/types.ts';
import { expectRelative } from '../support/relative.ts';
import { scripted } from '../support/scripted.ts';

const words = sources.get('zipf').open({ size: 3, a: 1, b: 0 });

/** A distribution of one variable of which mean and variance alone are looked at. */
const withMoments = (mean: number, variance: number): Distribution => ({
  ...words,
  line: { ...sources.get('column').open({}, { column: [1, 2] }).line!, mean, variance },
});

/** The statistic of this name. */
function named<Model>(statistics: readonly Statistic<Model>[], name: string): Statistic<Model> {
  const found = statistics.filter((one) => one.name === name);
  expect(found).toHaveLength(1);
  return found[0]!;
}

describe('the normal', () => {
  const { line } = normal;
  const model = { mu: 10, sigma: 4 };

  it('has the density and the distribution function of R, moved and scaled', () => {
    // R 4.2.2: dnorm(16, 10, 4), pnorm(16, 10, 4), qnorm(0.975, 10, 4).
    expectRelative(Math.exp(line.logPdf(16, model)), 0.0323793989165, 1e-11);
    expectRelative(line.cdf(16, model), 0.933192798731, 1e-11);
    expectRelative(line.upper(16, model), 0.0668072012689, 1e-11);
    expectRelative(line.quantile(0.975, model), 17.8398559382, 1e-11);
  });

  it('has its mean, the square of its sd, and the whole line', () => {
    expect([line.mean(model), line.variance(model)]).toEqual([10, 16]);
    expect(line.support(model)).toEqual({ min: -Infinity, max: Infinity });
  });

  it('is nearest to what has its mean and its variance, if that has a variance at all', () => {
    const nearest = (mean: number, variance: number) =>
      normal.nearest!(withMoments(mean, variance));
    expect(nearest(3, 16)).toEqual({ mu: 3, sigma: 4 });
    expect([nearest(3, 0), nearest(3, Infinity), nearest(3, NaN)]).toEqual([null, null, null]);
    expect(normal.nearest!(words)).toBeNull();
  });

  it('is drawn as mean and sd times a standard normal', () => {
    expect([...normal.sample(scripted({ normals: [0, 1, -2.5] }), model, 3)]).toEqual([10, 14, 0]);
  });
});

describe('the exponential', () => {
  const { line } = exponential;
  const model = { mean: 4 };

  it('has an upper tail exp(-x / mean), and all else by it', () => {
    for (const x of [1e-9, 2, 4, 400]) {
      const upper = Math.exp(-x / 4);
      expectRelative(line.upper(x, model), upper, 1e-14);
      expectRelative(line.cdf(x, model), -Math.expm1(-x / 4), 1e-14);
      expectRelative(line.logPdf(x, model), -x / 4 - Math.log(4), 1e-14);
    }
    expectRelative(line.quantile(0.5, model), 4 * Math.LN2, 1e-15);
    expectRelative(line.quantile(1e-12, model), 4e-12, 1e-11);
    expect([0, 1].map((p) => line.quantile(p, model) + 0)).toEqual([0, Infinity]);
    for (const p of [-0.1, 1.1, NaN]) expect(line.quantile(p, model)).toBeNaN();
  });

  it('begins at 0', () => {
    expect(line.support(model)).toEqual({ min: 0, max: Infinity });
    for (const x of [-1e-300, -5, -Infinity]) {
      expect([line.logPdf(x, model), line.cdf(x, model), line.upper(x, model)]).toEqual([
        -Infinity,
        0,
        1,
      ]);
    }
    expect([line.cdf(0, model), line.upper(0, model)]).toEqual([0, 1]);
    expectRelative(line.logPdf(0, model), -Math.log(4), 1e-15);
  });

  it('has a mean that is its standard deviation too', () => {
    expect([line.mean(model), line.variance(model)]).toEqual([4, 16]);
    expect(exponential.statistics.map(({ name }) => name)).toEqual(['mean', 'sd']);
    expect(named(exponential.statistics, 'mean').of(model, null)).toBe(4);
    expect(named(exponential.statistics, 'sd').of(model, null)).toBe(4);
  });

  it('is nearest to what has its mean, if that is above 0', () => {
    expect(exponential.nearest!(withMoments(3, 100))).toEqual({ mean: 3 });
    expect(exponential.nearest!(withMoments(0, 1))).toBeNull();
    expect(exponential.nearest!(withMoments(-3, 1))).toBeNull();
    expect(exponential.nearest!(words)).toBeNull();
  });

  it('is drawn as the point that a uniform share lies below', () => {
    const drawn = exponential.sample(scripted({ uniforms: [0, 0.5, 0.75] }), model, 3);
    expect(drawn[0]! + 0).toBe(0);
    expectRelative(drawn[1]!, 4 * Math.LN2, 1e-15);
    expectRelative(drawn[2]!, 8 * Math.LN2, 1e-15);
    expect(exponential.sample(streams.get('keyed').open('x')(1), model, 5)).toHaveLength(5);
  });
});

describe('a lognormal', () => {
  const shape = { meanlog: 1, sdlog: 0.5 };
  const moved = { ...shape, threshold: 10 };

  it('has the upper tail of R', () => {
    // R 4.2.2: plnorm(5, 1, 0.5, lower.tail = FALSE), and at 50.
    expectRelative(lognormal.line.upper(5, shape), 0.111445663293, 1e-11);
    expectRelative(lognormal3.line.upper(60, moved), 2.8719875686e-9, 1e-11);
    for (const x of [10, 9, -Infinity]) expect(lognormal3.line.upper(x, moved)).toBe(1);
    expect(lognormal3.line.upper(NaN, moved)).toBeNaN();
    expect(lognormal3.line.cdf(NaN, moved)).toBeNaN();
  });

  it('has the mean and the variance of its law', () => {
    // exp(mu + s² / 2), and its square times exp(s²) - 1.
    expectRelative(lognormal.line.mean(shape), Math.exp(1.125), 1e-14);
    expectRelative(lognormal.line.variance(shape), Math.exp(2.25) * Math.expm1(0.25), 1e-14);
    expectRelative(lognormal3.line.mean(moved), 10 + Math.exp(1.125), 1e-14);
  });
});

describe('statistics of a line', () => {
  it('are its mean and its standard deviation, of models and of what no model is nearest to', () => {
    const model = { meanlog: 1, sdlog: 0.5 };
    const mean = named(lognormal.statistics, 'mean');
    const sd = named(lognormal.statistics, 'sd');
    expectRelative(mean.of(model, null), Math.exp(1.125), 1e-14);
    expectRelative(sd.of(model, null), Math.exp(1.125) * Math.sqrt(Math.expm1(0.25)), 1e-14);
    expect([mean, sd].map(({ ofReal }) => ofReal!(withMoments(3, 16)))).toEqual([3, 4]);
    expect([mean, sd].map(({ ofReal }) => ofReal!(words))).toEqual([NaN, NaN]);
  });

  it('are parameters by their names, with the scale that those are set by', () => {
    const { of, scale, unit } = named(normal.statistics, 'sigma');
    expect([of({ mu: 1, sigma: 2 }, null), scale, unit]).toEqual([2, 'log', undefined]);
    expect(named(normal.statistics, 'mu')).toMatchObject({ scale: 'linear', role: 'mean' });
    expect(named(normal.statistics, 'mu').of({ sigma: 2 } as never, null)).toBeNaN();
    expect('unit' in named(normal.statistics, 'mu')).toBe(false);
    const spec = { ...normal.parameters[0]!, unit: 'mm' };
    expect(parameterStatistic(spec, 'shape')).toMatchObject({
      name: 'mu',
      unit: 'mm',
      role: 'shape',
    });
  });
});

describe('families by name', () => {
  it('are told apart by whether they are of one real variable', () => {
    for (const family of families.all) expect(hasLine(family)).toBe(family.kind === 'line');
    for (const id of [
      'normal',
      'lognormal',
      'lognormal3',
      'exponential',
      'categorical',
      'normal-d',
    ])
      expect(families.get(id).id).toBe(id);
    expect(lineFamily('normal')).toBe(normal);
    expect(() => lineFamily('categorical')).toThrow(
      'not a family of one real variable: categorical',
    );
  });

  it('say which parameter of a model is not legal', () => {
    expect(() => checkParams(normal, { mu: 1, sigma: -3 })).toThrow(
      'sigma must be greater than 0, got -3',
    );
    expect(() => checkParams(normal, { mu: 1, sigma: 3 })).not.toThrow();
  });

  it('hand on the parameters of their models', () => {
    for (const family of [normal, lognormal, lognormal3, exponential]) {
      const params = Object.fromEntries(family.parameters.map(({ name }, i) => [name, i + 1]));
      expect(family.model(params)).toEqual(params);
    }
  });
});
