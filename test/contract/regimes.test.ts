import { describe, expect, it } from 'vitest';
import { recordsOf } from '../../src/lib/recursion.ts';
import { regimes } from '../../src/lib/regimes/index.ts';
import { describeRegime, settings } from './regimeContract.ts';

regimes.all.forEach(describeRegime);

it('has regimes that share an option', () => {
  const names = regimes.all.flatMap(({ options }) => options.map(({ name }) => name));
  expect(new Set(names).size).toBeLessThan(names.length);
});

describe('regime replace', () => {
  it('fits every generation to n values', () => {
    for (const config of settings) {
      for (const { trainingSize } of recordsOf({ ...config, regime: 'replace' })) {
        expect(trainingSize).toBe(60);
      }
    }
  });
});
