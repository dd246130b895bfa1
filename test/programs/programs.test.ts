import { describe, expect, it } from 'vitest';
import { estimators, estimatorsFor } from '../../src/lib/estimators/index.ts';
import { fileName, programs, runLine } from '../../src/programs/index.ts';
import { literal } from '../../src/programs/settings.ts';
import { languages } from './languages.ts';
import {
  ensemble,
  allEstimatorIds,
  firstGraph,
  keyed,
  lognormalRun,
  nastySeeds,
} from './configs.ts';

describe('every program', () => {
  it('comes in R, Python, SAS and TypeScript', () => {
    expect(programs.all.map(({ id }) => id)).toEqual(['r', 'python', 'sas', 'typescript']);
  });

  it.each(programs.all)('$label: shows the settings at the top, in plain ASCII', (writer) => {
    for (const base of [firstGraph, keyed, ensemble]) {
      for (const estimator of allEstimatorIds) {
        const truth = { mu: -1.5, sigma: 1e-7 };
        const text = writer.write({
          ...base,
          estimator,
          truth,
          n: 37,
          generations: 41,
          seed: '4711',
        });
        expect(text).toMatch(/^[\n\x20-\x7e]*$/);
        expect(text).not.toMatch(
          /undefined|NaN|\[object|\$\{\w+\(|\{(fit|regime|stream|estimator)\}| $/m,
        );
        expect(text).toContain(`estimator ${estimator}`);
        const start = text.indexOf('- Settings');
        const settings = text.slice(start, text.indexOf('4711', start) + 4);
        for (const value of ['37', '41', '-1.5', '1e-7', '4711']) expect(settings).toContain(value);
        expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
      }
    }
  });

  it('has a file name that is safe and readable', () => {
    const [r, python] = programs.all;
    expect(fileName(firstGraph, r!)).toBe('fit-simulate-fit-unbiased-variance-n200-12345.R');
    expect(runLine(firstGraph, python!)).toBe(
      'python3 fit-simulate-fit-unbiased-variance-n200-12345.py > run.csv',
    );
    expect(fileName({ ...keyed, replicate: 0 }, r!)).toBe(fileName(keyed, r!));
    expect(fileName({ ...keyed, replicate: 37 }, r!)).toBe(
      'fit-simulate-fit-unbiased-variance-n200-12345-run-37.R',
    );
    expect(fileName(ensemble, r!)).toBe(
      'fit-simulate-fit-10000-runs-unbiased-variance-n200-12345.R',
    );
    expect(runLine(ensemble, r!)).toBe(`Rscript ${fileName(ensemble, r!)} > ensemble.csv`);
    for (const writer of programs.all) {
      for (const base of [keyed, { ...keyed, replicate: 3 }, ensemble]) {
        for (const seed of nastySeeds) {
          const name = fileName({ ...base, seed }, writer);
          expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*\.[A-Za-z]+$/);
          expect(runLine({ ...base, seed }, writer)).toContain(name);
          expect(writer.write({ ...base, seed })).toContain(runLine({ ...base, seed }, writer));
        }
      }
    }
  });

  it.each(programs.all)('$label: has words for every estimator of its families', (writer) => {
    for (const base of [keyed, ensemble, lognormalRun]) {
      for (const { id, aliases = [] } of estimatorsFor(base.family)) {
        for (const name of [id, ...aliases]) {
          expect(writer.write({ ...base, estimator: name })).toContain(`estimator ${id}`);
        }
      }
    }
  });

  it.each(languages)('$label: says in one line what it cannot express', (writer) => {
    const remove = estimators.add({ ...estimators.all[0]!, id: 'toy', aliases: [] });
    try {
      for (const base of [keyed, ensemble]) {
        expect(() => writer.write({ ...base, estimator: 'toy' })).toThrow(
          `unknown estimator in the ${writer.label} program: toy (known: ${allEstimatorIds.join(', ')})`,
        );
      }
    } finally {
      remove();
    }
    const refused = [
      { regime: 'hoard' },
      { family: 'cauchy' },
      { stream: 'constructor' },
      { n: 1 },
      { n: 2.5 },
      { generations: -1 },
      { truth: { mu: NaN, sigma: 30 } },
      { truth: { mu: 125, sigma: Infinity } },
      { stream: 'source', seed: 'clown' },
    ];
    for (const change of refused) {
      for (const base of [keyed, ensemble]) {
        expect(() => writer.write({ ...base, ...change })).toThrow(/^[^\n]{10,240}$/);
      }
    }
  });

  it('writes numbers that every language reads back without loss', () => {
    for (const value of [
      0,
      125,
      -5,
      0.1,
      1 / 3,
      1e-7,
      5e-324,
      1e20,
      1.7976931348623157e308,
      2 ** 53,
    ]) {
      const text = literal(value);
      expect(Number(text)).toBe(value);
      expect(text).toMatch(/^-?\d+(\.\d+)?(e-?\d+)?$/);
    }
  });
});
