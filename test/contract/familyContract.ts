import { describe, expect, it } from 'vitest';
import { distributionOf } from '../../src/lib/distribution.ts';
import { checkParams, hasLine } from '../../src/lib/families/index.ts';
import { statisticsOf } from '../../src/lib/statistics.ts';
import { streams } from '../../src/lib/random/index.ts';
import type { Family } from '../../src/lib/types.ts';
import { defaultParams, typicalParams } from '../support/points.ts';
import { lawsOfModels } from './lineContract.ts';
import { expectSoundSpecs } from './specContract.ts';
import { expectDrawnByShares } from './typesContract.ts';

const rng = (seed: string) => streams.get('keyed').open(seed)(1);

/** Describes to the test runner what holds for every registered family. */
export function describeFamily(family: Family): void {
  describe(`family ${family.id}`, () => lawsOfAny(family));
  if (hasLine(family))
    describe(`models of the family ${family.id}, of one real variable`, () =>
      lawsOfModels(
        typicalParams(family).map((params) => ({
          name: JSON.stringify(params),
          real: distributionOf(family, family.model(params)),
        })),
      ));
  if (family.shares) describe(`family ${family.id}, of types`, () => lawsOfTypes(family));
}

function lawsOfAny(family: Family): void {
  const points = typicalParams(family);

  it('describes each of its parameters with a range that holds the default and is legal', () => {
    expect(family.label).not.toBe('');
    expectSoundSpecs(family.parameters);
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

function lawsOfTypes(family: Family): void {
  it.each(typicalParams(family))('draws each type with its chance: %o', (params) => {
    expectDrawnByShares(distributionOf(family, family.model(params)));
  });
}
