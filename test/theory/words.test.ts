import { describe, expect, it } from 'vitest';
import { checkConfig } from '../../src/lib/config.ts';
import { drain } from '../../src/lib/drain.ts';
import { valuesAt } from '../../src/lib/ensemble/pick.ts';
import { ensembleSlice } from '../../src/lib/ensemble/slice.ts';
import { lawOf } from '../../src/lib/laws/index.ts';
import type { RunConfig } from '../../src/lib/types.ts';
import { mobyDick } from '../support/mobyDick.ts';

const AT = [1, 2, 3, 5, 10];
const BOOK = mobyDick(10);

const config = (family: string): RunConfig => ({
  family,
  source: 'text',
  text: BOOK,
  truth: {},
  estimator: 'mle',
  regime: 'replace',
  n: 19_931,
  generations: 10,
  seed: 'book',
  stream: 'keyed',
});

/** Numbers of the runs in each generation of AT, by statistic. */
function runsOf(family: string, runs: number, statistics: readonly string[]) {
  const ensemble = { ...config(family), replicates: runs, at: AT, statistics };
  const slice = drain(ensembleSlice(ensemble, 0, runs));
  return (name: string) => AT.map((t) => valuesAt([slice], t, name));
}

const meanOf = (values: Float64Array) => values.reduce((sum, x) => sum + x, 0) / values.length;
const deviationOf = (values: Float64Array) => {
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1));
};

describe('the first ten chapters of Moby Dick, copied from copies', () => {
  const known = lawOf(checkConfig(config('categorical')), 'types')!.known;

  it('have words alive by the law as it was worked out elsewhere', () => {
    // NumPy 2.3, 29 November 2026.
    const expected = [3131.9, 2571.2, 2208.1, 1752.7, 1201.9, 775.7, 405.7, 238.9];
    [1, 2, 3, 5, 10, 20, 50, 100].forEach((k, i) =>
      expect(Math.abs(known.mean!(k) - expected[i]!)).toBeLessThan(0.06),
    );
    const three = { ...config('categorical'), text: mobyDick(3), n: 9_596 };
    const inThree = lawOf(checkConfig(three), 'types')!.known;
    [1798.8, 1464.4, 1251.1, 987.1, 672.1].forEach((types, i) =>
      expect(Math.abs(inThree.mean!(AT[i]!) - types)).toBeLessThan(0.06),
    );
  });

  it('keep as many words as the law of single words says: order 1, within four standard errors', () => {
    const types = runsOf('categorical', 200, ['types'])('types');
    types.forEach((values, i) => {
      const error = deviationOf(values) / Math.sqrt(values.length);
      // The law takes tokens to be independent, which is off by some 0.1 % here.
      const slack = 0.001 * known.mean!(AT[i]!);
      expect(Math.abs(meanOf(values) - known.mean!(AT[i]!))).toBeLessThan(4 * error + slack);
    });
  });

  it.each([
    ['ngram-2', 2.38, 3.61],
    ['ngram-3', 0.25, 0.59],
  ])(
    'nearly as many by the model %s, which knows less and less what comes next',
    (family, end, start) => {
      const found = runsOf(family, 12, ['types', 'rate']);
      found('types').forEach((values, i) => {
        const law = known.mean!(AT[i]!);
        expect(Math.abs(meanOf(values) - law)).toBeLessThan(0.05 * law);
      });
      const rates = found('rate').map(meanOf);
      rates.slice(1).forEach((rate, i) => expect(rate).toBeLessThan(rates[i]!));
      // About 2.5 and 0.25 bits after ten rounds in another program, one run each.
      expect(Math.abs(rates.at(-1)! - end)).toBeLessThan(0.05 * end);
      expect(Math.abs(rates[0]! - start)).toBeLessThan(0.05 * start);
    },
  );
});
