import { describe, expect, it } from 'vitest';
import { bands } from '../../src/lib/ensemble/bands.ts';
import { pathOf, valuesAt } from '../../src/lib/ensemble/pick.ts';
import { ensembleSlice } from '../../src/lib/ensemble/slice.ts';
import type { EnsembleConfig } from '../../src/lib/ensemble/types.ts';
import { recordsOf } from '../../src/lib/recursion.ts';
import { config, finished, slicesOf } from './support.ts';
import { paramsOf } from '../support/models.ts';

const ways: [string, EnsembleConfig][] = [
  ['by sufficient statistics', { ...config, how: 'sufficient' }],
  ['literally', { ...config, how: 'literal', n: 20, generations: 60, at: [1, 7, 60] }],
  ['with early ends', { ...config, how: 'literal', n: 2, generations: 60, at: [1, 30, 50, 60] }],
];

describe.each(ways)('an ensemble made %s', (_, asked) => {
  const whole = slicesOf(asked);
  const names = ['mu', 'sigma'];
  const last = asked.at!.at(-1)!;

  it('is the same to the last bit however it is cut, and in whatever order slices arrive', () => {
    const expected = bands(whole);
    for (const size of [1, 7, 20, 99]) {
      const slices = slicesOf(asked, size);
      expect(bands(slices.toReversed())).toEqual(expected);
      for (const name of names) {
        for (const t of asked.at!) {
          expect(valuesAt(slices, t, name)).toEqual(valuesAt(whole, t, name));
        }
      }
    }
  });

  it('has the same replicate 7 alone, among 100 and among 10,000', () => {
    const many = { ...asked, replicates: 10_000 };
    const alone = [finished(ensembleSlice(many, 7, 8)).result];
    for (const name of names) expect(pathOf(alone, 7, name)).toEqual(pathOf(whole, 7, name));
  });

  it('has the same generations in one pass or two, whichever are kept', () => {
    for (const t of asked.at!) {
      const short = slicesOf({ ...asked, generations: t, at: [t] });
      for (const name of names) {
        expect(valuesAt(short, t, name)).toEqual(valuesAt(whole, t, name));
      }
    }
  });

  it('is another one with another seed', () => {
    const other = slicesOf({ ...asked, seed: '2468' });
    expect(valuesAt(other, 1, 'mu')).not.toEqual(valuesAt(whole, 1, 'mu'));
    expect(bands(other)[0]).not.toEqual(bands(whole)[0]);
  });

  it('keeps NaN from the generation on in which a replicate ended, and says why', () => {
    const ended = valuesAt(whole, last, 'sigma').filter(Number.isNaN).length;
    const counted = Object.values(whole[0]!.endings).reduce((sum, count) => sum + count, 0);
    expect(counted).toBe(ended);
    expect(bands(whole).at(-1)!.survivors).toBe(asked.replicates - ended);
  });
});

describe('a replicate that is made literally', () => {
  it('is the run that the recursion gives', () => {
    const [, asked] = ways[2]!;
    const slices = slicesOf(asked);
    for (let replicate = 0; replicate < asked.replicates; replicate++) {
      const records = recordsOf(asked, replicate);
      const expected = asked.at!.map((t) => {
        const fit = records[t - 1]?.fit;
        return fit?.ok ? paramsOf(fit) : { mu: NaN, sigma: NaN };
      });
      for (const name of ['mu', 'sigma']) {
        const path = [...pathOf(slices, replicate, name)!];
        expect(path).toEqual(expected.map((params) => params[name as 'mu']));
      }
    }
  });
});
