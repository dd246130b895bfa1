import { describe, expect, it } from 'vitest';
import { drain } from '../../src/lib/drain.ts';
import { firstPassages } from '../../src/lib/ensemble/firstPassages.ts';
import { pathOf } from '../../src/lib/ensemble/pick.ts';
import { cutInto } from '../../src/lib/ensemble/slice.ts';
import type { EnsembleConfig } from '../../src/lib/ensemble/types.ts';
import {
  cdfOfFirstPassage,
  firstPassage,
  quantileOfFirstPassage,
} from '../../src/lib/theory/firstPassage.ts';
import { KOLMOGOROV_CRITICAL } from '../random/goodnessOfFit.ts';
import { config, distance, finished, slicesOf } from './support.ts';

const timesOf = (asked: EnsembleConfig, level: number, name = 'sigma') =>
  drain(firstPassages(asked, { name, level }, 0, asked.replicates));

/** How a replicate has to end so that it counts as below any level. */
const FADED = ['underflow', 'all-equal'];

/**
 * The times by looking through whole paths; all replicates that end do so for the same kind of
 * reason.
 */
function timesInPaths(asked: EnsembleConfig, level: number) {
  const { generations } = asked;
  const at = Array.from({ length: generations }, (_, i) => i + 1);
  const slices = slicesOf({ ...asked, at });
  const reasons = Object.keys(slices[0]!.endings);
  const fades = reasons.every((reason) => FADED.includes(reason));
  const times = Int32Array.from({ length: asked.replicates }, (_, replicate) => {
    const path = pathOf(slices, replicate, 'sigma')!;
    const row = path.findIndex((s) => s < level || (fades && Number.isNaN(s)));
    return row + 1;
  });
  return { times, reasons };
}

const small = { ...config, n: 10, generations: 150, replicates: 60, at: [1] };
const tiny = { mu: 0, sigma: 1e-305 };
const huge = { mu: 0, sigma: 1e308 };

/**
 * What is asked, the level, how replicates end on the way, and whether all are there, some, or
 * none.
 */
const CASES: [string, EnsembleConfig, number, string[], 'all' | 'some' | 'none'][] = [
  ['of which some are there too late', small, 3, [], 'some'],
  ['drawn value by value', { ...small, how: 'literal', replicates: 30 }, 3, [], 'some'],
  ['that are there at once', { ...small, n: 200 }, 60, [], 'all'],
  ['that never are there', { ...small, n: 1000, generations: 20 }, 1, [], 'none'],
  [
    'that end by underflow, which counts as below',
    { ...small, n: 2, truth: tiny, generations: 100 },
    1e-320,
    ['underflow'],
    'all',
  ],
  [
    'that end by underflow, drawn value by value',
    { ...small, n: 2, truth: tiny, generations: 100, how: 'literal' },
    1e-320,
    ['underflow'],
    'all',
  ],
  [
    'that end as all values are equal, which counts as below',
    { ...small, n: 2, generations: 300, how: 'literal' },
    1e-30,
    ['all-equal'],
    'all',
  ],
  [
    'that end by overflow, which counts as not yet',
    { ...small, n: 3, truth: huge, estimator: 'c4' },
    1e300,
    ['overflow'],
    'some',
  ],
];

describe.each(CASES)('first passages of runs %s', (_, asked, level, reasons, there) => {
  const expected = timesInPaths(asked, level);
  const times = timesOf(asked, level);

  it('are the first generations below the level on the same replicates’ paths', () => {
    expect(expected.reasons).toEqual(reasons);
    expect(times).toEqual(expected.times);
    const late = times.filter((t) => t === 0).length;
    expect(late > 0).toBe(there !== 'all');
    expect(late < times.length).toBe(there !== 'none');
  });

  it('are the same however the replicates are cut', () => {
    for (const size of [1, 7]) {
      const parts = cutInto(size, asked.replicates).map(({ from, to }) => [
        ...drain(firstPassages(asked, { name: 'sigma', level }, from, to)),
      ]);
      expect(parts.flat()).toEqual([...times]);
    }
  });
});

describe('the work on first passages', () => {
  it.each([
    ['by shortcut', { ...config, replicates: 40 }],
    ['value by value', { ...config, replicates: 3, how: 'literal' as const }],
  ])('reports a share done that rises, %s', (_, asked) => {
    const work = firstPassages(asked, { name: 'sigma', level: 1e-3 }, 0, asked.replicates);
    const { shares, result } = finished(work);
    expect(shares.length).toBeGreaterThan(3);
    expect(shares.every((share, i) => share > (shares[i - 1] ?? 0) && share <= 1)).toBe(true);
    expect(result).toEqual(new Int32Array(asked.replicates));
  });

  it('looks at whatever parameter it is told to', () => {
    const asked = { ...config, replicates: 50 };
    const times = timesOf(asked, 120, 'mu');
    const slices = slicesOf({ ...asked, at: Array.from({ length: 500 }, (_, i) => i + 1) });
    times.forEach((t, replicate) => {
      expect(t).toBe(pathOf(slices, replicate, 'mu')!.findIndex((m) => m < 120) + 1);
    });
  });

  it('is refused for a statistic that does not exist, and for an ensemble that cannot be', () => {
    expect(() => timesOf(config, 1, 'tau')).toThrow('unknown statistic of normal: tau');
    expect(() => timesOf({ ...config, n: 1 }, 1)).toThrow('n must be at least 2, got 1');
  });
});

describe('the law of first passages', () => {
  it.each([
    [2, 0.5],
    [20, 0.5],
    [20, 0.1],
    [100, 0.5],
  ])('is the same by shortcut and value by value, n = %i, share %d', (n, fraction) => {
    const runs = n === 100 ? 1000 : 3000;
    // Nearly all are there; the others stand at 0 in both columns.
    const generations = Math.ceil(quantileOfFirstPassage({ n, fraction, p: 0.99 }));
    const asked = { ...config, n, generations, replicates: runs, at: [1] };
    const literal = timesOf({ ...asked, how: 'literal', seed: 'literal' }, 30 * fraction);
    const sufficient = timesOf({ ...asked, how: 'sufficient', seed: 'sufficient' }, 30 * fraction);
    // Smirnov: D sqrt(runs / 2) has Kolmogorov's limit law, and less where values come twice.
    const found = distance(literal, sufficient);
    expect(found * Math.sqrt(runs / 2)).toBeLessThan(KOLMOGOROV_CRITICAL);
  });

  it.each([
    [100, 0.5],
    [100, 0.1],
  ])('is inverse Gaussian to within a generation, n = %i, share %d', (n, fraction) => {
    const runs = 20_000;
    const asked = { ...config, n, generations: 20_000, replicates: runs, at: [1] };
    const times = timesOf(asked, 30 * fraction);
    expect(times).not.toContain(0);
    const { mean, shape } = firstPassage({ n, fraction });
    // What the law leaves out (see firstPassage.ts), with v = 1 / (2 nu) and a fall of 1 / (2 nu) a
    // generation: a sixth of the skewness sqrt(2 / nu) times sqrt(v) is a third of a generation,
    // and a quarter of the fall a quarter of one.
    const late = 1 / 3 + 1 / 4;
    // The variance of an inverse Gaussian is mean^3 / shape.
    const error = Math.sqrt(mean ** 3 / shape / runs);
    const found = times.reduce((sum, t) => sum + t, 0) / runs;
    expect(Math.abs(found - mean)).toBeLessThan(4 * error + late);
    for (const p of [0.05, 0.25, 0.5, 0.75, 0.95]) {
      const k = Math.round(quantileOfFirstPassage({ n, fraction, p }));
      const law = cdfOfFirstPassage({ n, fraction, k });
      const share = times.filter((t) => t <= k).length / runs;
      // 4 standard errors, and what is left out.
      const around = law - cdfOfFirstPassage({ n, fraction, k: k - late });
      const tolerance = 4 * Math.sqrt((law * (1 - law)) / runs) + around;
      expect(Math.abs(share - law), `p = ${p}`).toBeLessThan(tolerance);
    }
  });
});
