import { describe, expect, it } from 'vitest';
import { checkEnsemble, spreadGenerations } from '../../src/lib/ensemble/config.ts';
import { cutInto, ensembleSlice } from '../../src/lib/ensemble/slice.ts';
import type { EnsembleConfig } from '../../src/lib/ensemble/types.ts';
import { config } from './support.ts';

describe('the settings of an ensemble', () => {
  it('are completed: ids, the generations kept in rising order, and how it is made', () => {
    const asked: EnsembleConfig = {
      ...config,
      estimator: 'mle',
      at: [500, 1, 10, 1],
      how: undefined,
    };
    const { config: complete, shortcut } = checkEnsemble(asked);
    expect(complete).toEqual({
      ...config,
      estimator: 'maximum-likelihood',
      at: [1, 10, 500],
      how: 'sufficient',
    });
    expect(shortcut?.id).toBe('normal-replace');
    expect(checkEnsemble(complete).config).toEqual(complete);
  });

  it('have no shortcut where the literal way is asked for', () => {
    const { config: complete, shortcut, steps } = checkEnsemble({ ...config, how: 'literal' });
    expect([complete.how, shortcut, steps]).toEqual(['literal', null, null]);
  });

  it('keep 101 generations or fewer if nobody says which, always the first and the last', () => {
    const { at } = checkEnsemble({ ...config, at: undefined }).config;
    expect(at.slice(0, 4)).toEqual([1, 5, 10, 15]);
    expect(at.slice(-2)).toEqual([495, 500]);
    expect(at).toHaveLength(101);
    for (const generations of [1, 2, 100, 101, 102, 150, 777, 5000, 100_000]) {
      const kept = spreadGenerations(generations);
      expect([100, 101]).toContain(kept.length + Math.max(0, 101 - generations));
      expect([kept[0], kept.at(-1)]).toEqual([1, generations]);
      expect(kept.every((t, i) => i === 0 || t > kept[i - 1]!)).toBe(true);
    }
    expect(spreadGenerations(500, 2)).toEqual([1, 500]);
  });

  it('leave 12 million values of a parameter at most to be kept', () => {
    const everyOne = Array.from({ length: 121 }, (_, i) => i + 1);
    const most = { ...config, replicates: 100_000, at: everyOne.slice(1) };
    expect(checkEnsemble(most).config.at).toHaveLength(120);
    expect(() => checkEnsemble({ ...most, at: everyOne })).toThrow(
      'replicates times generations kept must be at most 12000000, got 100000 × 121',
    );
  });

  it.each([
    [{ replicates: 0 }, 'replicates must be at least 1, got 0'],
    [{ replicates: 100_001 }, 'replicates must be at most 100000, got 100001'],
    [{ replicates: 2.5 }, 'replicates must be a whole number, got 2.5'],
    [{ replicates: NaN }, 'replicates must be a whole number, got NaN'],
    [{ at: [] }, 'at must name at least one generation'],
    [{ at: [0] }, 'at must hold generations from 1 to 500, got 0'],
    [{ at: [1, 501] }, 'at must hold generations from 1 to 500, got 501'],
    [{ at: [1.5] }, 'at must hold generations from 1 to 500, got 1.5'],
    [{ how: 'fast' as 'auto' }, 'unknown how: fast (known: auto, literal, sufficient)'],
    [{ regime: 'hoard' }, 'unknown regime: hoard'],
    [{ n: 1 }, 'n must be at least 2, got 1'],
    [{ stream: 'source' }, 'the stream source has one run for each seed: replicates must be 1'],
    [
      { stream: 'source', replicates: 1, how: 'sufficient' as const },
      'no shortcut for normal, replace, unbiased-variance with the stream source',
    ],
  ])('are refused in one line if they are %j', (wrong, expected) => {
    expect(() => checkEnsemble({ ...config, ...wrong })).toThrow(expected);
  });

  it.each([
    [0, 101, 'a slice must end at 100 at most, got 101'],
    [5, 5, 'a slice must hold replicates, got 5 to 5'],
    [-1, 5, 'a slice must hold replicates, got -1 to 5'],
  ])('have no replicates %i to %i', (from, to, expected) => {
    expect(() => ensembleSlice(config, from, to).next()).toThrow(expected);
  });
});

describe('the cuts of an ensemble', () => {
  it('hold every replicate once', () => {
    expect(cutInto(40, 100)).toEqual([
      { from: 0, to: 40 },
      { from: 40, to: 80 },
      { from: 80, to: 100 },
    ]);
    expect(cutInto(100, 7)).toEqual([{ from: 0, to: 7 }]);
  });
});
