import { describe, expect, it } from 'vitest';
import { checkConfig } from '../../src/lib/config.ts';
import { firstPassages } from '../../src/lib/ensemble/firstPassages.ts';
import { pathOf } from '../../src/lib/ensemble/pick.ts';
import { ensembleSlice } from '../../src/lib/ensemble/slice.ts';
import type { EnsembleConfig } from '../../src/lib/ensemble/types.ts';
import { recordsOf } from '../../src/lib/recursion.ts';
import { shortcutFor } from '../../src/lib/shortcuts/index.ts';
import type { FitFailure } from '../../src/lib/types.ts';
import { config, finished } from './support.ts';

/*
 * Ensembles of a few short runs, which are looked at one by one.
 */

/** What one replicate has by generation, from 1, until it ends, and why it does. */
interface Made {
  readonly models: readonly { readonly mu: number; readonly sigma: number }[];
  readonly reason: FitFailure | null;
}

function literally(asked: EnsembleConfig, replicate: number): Made {
  const records = recordsOf(asked, replicate);
  const last = records.at(-1)!.fit;
  return {
    models: records.flatMap(({ fit }) => (fit.ok ? [fit.model as Made['models'][number]] : [])),
    reason: last.ok ? null : last.reason,
  };
}

function byShortcut(asked: EnsembleConfig, replicate: number): Made {
  const checked = checkConfig(asked);
  const { steps } = shortcutFor(checked)!;
  const streams = checked.stream.open(asked.seed, replicate);
  const state = new Float64Array(steps.size);
  steps.start(state);
  const models: Made['models'][number][] = [];
  let reason: FitFailure | null = null;
  for (let t = 1; t <= asked.generations && !reason; t++) {
    reason = steps.step(state, streams(t), t);
    if (!reason) models.push({ mu: state[0]!, sigma: state[1]! });
  }
  return { models, reason };
}

const small: EnsembleConfig = { ...config, n: 5, generations: 40, replicates: 6, at: [1, 7, 40] };

const WAYS: readonly (readonly [string, EnsembleConfig, typeof literally])[] = [
  ['literally', { ...small, how: 'literal' }, literally],
  [
    'literally, with ends',
    { ...small, n: 2, how: 'literal', generations: 60, at: [2, 50, 60] },
    literally,
  ],
  ['by a walk of the keyed stream', { ...small, how: 'sufficient' }, byShortcut],
  ['by steps', { ...small, n: 2, how: 'sufficient' }, byShortcut],
  ['by steps, with ends', { ...small, n: 2, generations: 1500, at: [3, 1000, 1500] }, byShortcut],
];

describe.each(WAYS)('an ensemble that is made %s', (_, asked, made) => {
  const at = asked.at!;
  const part = () => finished(ensembleSlice(asked, 2, 6)).result;
  const expected = () => [2, 3, 4, 5].map((replicate) => made(asked, replicate));

  it('has of each replicate what it had at the generations that are kept', () => {
    const slice = part();
    expect([slice.from, slice.to, slice.at]).toEqual([2, 6, at]);
    for (const [i, { models }] of expected().entries()) {
      expect([...pathOf([slice], 2 + i, 'mu')!]).toEqual(at.map((t) => models[t - 1]?.mu ?? NaN));
      expect([...pathOf([slice], 2 + i, 'sigma')!]).toEqual(
        at.map((t) => models[t - 1]?.sigma ?? NaN),
      );
    }
  });

  it('counts those that ended, by reason, and says when where it knows', () => {
    const { endings, ends, how } = part();
    const ended = expected().filter(({ reason }) => reason !== null);
    const counted: Partial<Record<FitFailure, number>> = {};
    for (const { reason } of ended) counted[reason!] = (counted[reason!] ?? 0) + 1;
    expect(endings).toEqual(counted);
    const known = ended.map(({ models, reason }) => ({ t: models.length + 1, reason }));
    expect(ends).toEqual(how === 'literal' ? known : []);
  });

  it('keeps other statistics of the same models', () => {
    const only = finished(ensembleSlice({ ...asked, statistics: ['sigma'] }, 2, 6)).result;
    const both = { ...asked, statistics: ['sd', 'mu', 'mean'] };
    const { values } = finished(ensembleSlice(both, 2, 6)).result;
    const whole = part().values;
    expect(Object.keys(only.values)).toEqual(['sigma']);
    expect(only.values['sigma']).toEqual(whole['sigma']);
    expect(Object.keys(values)).toEqual(['sd', 'mu', 'mean']);
    expect([values['mu'], values['mean']]).toEqual([whole['mu'], whole['mu']]);
    // The root of a square may differ in its last bit, and the square of 1e-162 is 0.
    values['sd']!.forEach((sd, i) => {
      const sigma = whole['sigma']![i]!;
      if (Number.isNaN(sigma)) expect(sd).toBeNaN();
      else expect(Math.abs(sd - sigma)).toBeLessThan(1e-15 * sigma + 1e-160);
    });
  });

  it.each(['sigma', 'sd'])('has first passages of %s that its paths have', (name) => {
    // Of small samples the spread falls below a third of the original soon, but not at once.
    const passages = finished(firstPassages(asked, { name, level: 10 }, 2, 6)).result;
    const times = expected().map(({ models, reason }) => {
      const found = models.findIndex(({ sigma }) => sigma < 10) + 1;
      return found === 0 && reason ? models.length + 1 : found;
    });
    expect([...passages]).toEqual(times);
    expect(times.some((t) => t > 1)).toBe(true);
  });
});

it('a first passage is strictly below its level', () => {
  const [first] = recordsOf(small, 0);
  if (!first!.fit.ok) throw new Error('no fit');
  const { mu } = first!.fit.model as { mu: number };
  const asked: EnsembleConfig = { ...small, how: 'literal', generations: 1, at: [1] };
  const timeOf = (level: number) =>
    finished(firstPassages(asked, { name: 'mu', level }, 0, 1)).result[0];
  expect([timeOf(mu), timeOf(mu + 1e-9)]).toEqual([0, 1]);
  const quick: EnsembleConfig = { ...asked, how: 'sufficient' };
  const { mu: drawn } = byShortcut(quick, 0).models[0]!;
  const quickly = (level: number) =>
    finished(firstPassages(quick, { name: 'mu', level }, 0, 1)).result[0];
  expect([quickly(drawn), quickly(drawn + 1e-9)]).toEqual([0, 1]);
});

it('a passage that no run has made by the last generation is 0', () => {
  const never = { name: 'sigma', level: 1e-300 };
  for (const how of ['literal', 'sufficient'] as const)
    expect([...finished(firstPassages({ ...small, how }, never, 0, 3)).result]).toEqual([0, 0, 0]);
});

describe('the share done', () => {
  it('is told after each thousand generations by shortcut, once a replicate at most', () => {
    const asked: EnsembleConfig = { ...small, generations: 600, at: [1, 500], replicates: 5 };
    expect(finished(ensembleSlice(asked, 0, 5)).shares).toEqual([2 / 5, 4 / 5]);
    const longer = { ...asked, generations: 2000, at: [1500] };
    expect(finished(ensembleSlice(longer, 0, 2)).shares).toEqual([1 / 2, 1]);
  });

  it('is told after each ten thousand values where they are drawn', () => {
    const asked: EnsembleConfig = {
      ...small,
      n: 2500,
      how: 'literal',
      generations: 90,
      at: [1, 5],
      replicates: 2,
    };
    // Four generations of 2,500 values: 4 of the first run, 3 and so on of the second.
    expect(finished(ensembleSlice(asked, 0, 2)).shares).toEqual([4 / 10, 8 / 10]);
  });

  it('is told after each thousand generations of passages, or after each where values are drawn', () => {
    const never = { name: 'sigma', level: 1e-300 };
    const asked: EnsembleConfig = { ...small, n: 200, generations: 800, at: [1] };
    const { shares } = finished(firstPassages(asked, never, 0, 4));
    expect(shares).toEqual([1.25 / 4, 2.5 / 4, 3.75 / 4]);
    const few: EnsembleConfig = { ...small, how: 'literal', generations: 2, at: [1] };
    expect(finished(firstPassages(few, never, 0, 2)).shares).toEqual([0.25, 0.5, 0.75, 1]);
    // Not told any more of a run that is over.
    const once = { name: 'sigma', level: 1e300 };
    expect(finished(firstPassages(few, once, 0, 2)).shares).toEqual([]);
    expect(finished(firstPassages(asked, once, 0, 4)).shares).toEqual([]);
  });
});

it('a slice has replicates that there are', () => {
  for (const [from, to] of [
    [0.5, 2],
    [0, 1.5],
    [3, 2],
    [-1, 2],
  ] as const) {
    expect(() => ensembleSlice(small, from, to).next()).toThrow(
      `a slice must hold replicates, got ${from} to ${to}`,
    );
  }
  expect(finished(ensembleSlice(small, 5, 6)).result.to).toBe(6);
});
