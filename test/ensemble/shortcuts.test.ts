import { describe, expect, it } from 'vitest';
import { checkConfig } from '../../src/lib/config.ts';
import { estimators, estimatorsFor } from '../../src/lib/estimators/index.ts';
import { maximumLikelihood } from '../../src/lib/estimators/maximumLikelihood.ts';
import { checkEnsemble } from '../../src/lib/ensemble/config.ts';
import { chiSquare } from '../../src/lib/random/gamma.ts';
import { keyed } from '../../src/lib/random/keyed.ts';
import { keyWords } from '../../src/lib/random/keyWords.ts';
import { chiSquareSampler } from '../../src/lib/shortcuts/chiSquareSampler.ts';
import { shortcutFor, shortcuts } from '../../src/lib/shortcuts/index.ts';
import type { FitFailure, RunConfig } from '../../src/lib/types.ts';
import { config, slicesOf } from './support.ts';

/** One replicate by single steps: its states, and why it ended. */
function steps(asked: RunConfig, replicate: number) {
  const { steps } = shortcutFor(checkConfig(asked))!;
  const streams = keyed.open(asked.seed, replicate);
  const state = new Float64Array(steps.size);
  steps.start(state);
  const states: number[][] = [];
  let reason: FitFailure | null = null;
  for (let t = 1; t <= asked.generations && !reason; t++) {
    reason = steps.step(state, streams(t), t);
    if (!reason) states.push([...state]);
  }
  return { states, reason };
}

describe('the registry of shortcuts', () => {
  it('says what each one stands on', () => {
    for (const { label, summary, reference } of shortcuts.all) {
      expect(label).not.toBe('');
      expect(summary).toMatch(/^[A-Z].*\.$/);
      expect(reference).toMatch(/^[a-z]+\d{4}[a-z]*$/);
    }
  });

  it('has one for every estimator of the normal family under replace', () => {
    for (const { id } of estimatorsFor('normal')) {
      const { config: complete } = checkEnsemble({ ...config, estimator: id });
      expect(complete.how).toBe('sufficient');
    }
  });

  it('has none for an estimator that is no multiple of the standard deviation', () => {
    const { fit } = maximumLikelihood;
    const remove = estimators.add({
      id: 'toy',
      family: 'normal',
      label: 'Toy',
      summary: 'A toy.',
      fit,
    });
    try {
      expect(checkEnsemble({ ...config, estimator: 'toy' }).config.how).toBe('literal');
      expect(() => checkEnsemble({ ...config, estimator: 'toy', how: 'sufficient' })).toThrow(
        'no shortcut for normal, replace, toy with the stream keyed: how must be literal',
      );
    } finally {
      remove();
    }
  });

  it('has none for a stream that rounds what it simulates', () => {
    const { config: complete } = checkEnsemble({ ...config, stream: 'source', replicates: 1 });
    expect(complete.how).toBe('literal');
  });

  it('takes the first that opens a run', () => {
    const none = shortcuts.add({ ...shortcuts.all[0]!, id: 'none', open: () => null });
    try {
      expect(checkEnsemble(config).shortcut?.id).toBe('normal-replace');
    } finally {
      none();
    }
  });
});

describe('a chi-square draw with its constants worked out once', () => {
  it('is the same draw to the last bit', () => {
    for (const degrees of [0.3, 1, 2, 3, 9, 199, 1e6]) {
      const sampler = chiSquareSampler(degrees);
      for (let t = 1; t <= 2000; t++) {
        const expected = chiSquare(keyed.open('chi')(t), degrees);
        expect(sampler(keyed.open('chi')(t))).toBe(expected);
      }
    }
  });
});

describe('the shortcut of the normal model under replace', () => {
  it('draws Z first and C second, from the stream of the generation', () => {
    const { states } = steps({ ...config, estimator: 'mle', generations: 3 }, 5);
    const streams = keyed.open(config.seed, 5);
    let [mu, sigma] = [125, 30];
    for (const [t, [mean, spread]] of states.map((state, i) => [i + 1, state] as const)) {
      const rng = streams(t);
      mu += (sigma / Math.sqrt(200)) * rng.normal();
      sigma *= Math.sqrt(chiSquare(rng, 199) / 200);
      // A few roundings of relative size 1e-16 each.
      expect(Math.abs(mean! / mu - 1)).toBeLessThan(1e-14);
      expect(Math.abs(spread! / sigma - 1)).toBeLessThan(1e-14);
    }
  });

  it('walks the keyed stream as it steps, to the last bit and to the same end', () => {
    const settings: Partial<RunConfig>[] = [
      { n: 2, generations: 1500 },
      { n: 3, generations: 2500 },
      { n: 10 },
      { n: 200, estimator: 'c4' },
      { n: 1_000_000, estimator: 'mle' },
      { n: 3, estimator: 'c4', truth: { mu: 0, sigma: 1e308 } },
      { n: 5, truth: { mu: 0, sigma: 1e-307 } },
      { n: 5, truth: { mu: 1.7e308, sigma: 5e307 } },
    ];
    const reasons: Partial<Record<FitFailure, number>> = {};
    for (const setting of settings) {
      const asked = { ...config, ...setting };
      const at = Array.from({ length: asked.generations }, (_, i) => i + 1);
      const [slice] = slicesOf({ ...asked, at, replicates: 40 });
      for (let replicate = 0; replicate < 40; replicate++) {
        const { states, reason } = steps(asked, replicate);
        if (reason) reasons[reason] = (reasons[reason] ?? 0) + 1;
        ['mu', 'sigma'].forEach((name, p) => {
          const path = at.map((_, row) => slice!.values[name]![row * 40 + replicate]!);
          const expected = at.map((_, row) => states[row]?.[p] ?? NaN);
          expect(path).toEqual(expected);
        });
      }
    }
    expect(Object.keys(reasons).sort()).toEqual(['overflow', 'underflow']);
  });

  it.each([
    { n: 2 },
    { n: 3, generations: 900 },
    { n: 40, estimator: 'mle' },
    { n: 1_000_000, estimator: 'unbiased-log' },
    { n: 5, truth: { mu: 1.7e308, sigma: 5e307 } },
  ] satisfies Partial<RunConfig>[])('does so where all values are pooled: %o', (setting) => {
    const asked = { ...config, regime: 'accumulate', ...setting };
    // Kept at every generation and at some only: the walk is taken up again where it was left.
    const every = Array.from({ length: asked.generations }, (_, i) => i + 1);
    const some = every.filter((t) => t % 7 === 0);
    const [whole] = slicesOf({ ...asked, at: every, replicates: 30 });
    const [parts] = slicesOf({ ...asked, at: some, replicates: 30 });
    for (let replicate = 0; replicate < 30; replicate++) {
      const { states } = steps(asked, replicate);
      ['mu', 'sigma'].forEach((name, p) => {
        const column = (slice: typeof whole, at: readonly number[]) =>
          at.map((_, row) => slice!.values[name]![row * 30 + replicate]!);
        expect(column(whole, every)).toEqual(every.map((_, row) => states[row]?.[p] ?? NaN));
        expect(column(parts, some)).toEqual(some.map((t) => states[t - 1]?.[p] ?? NaN));
      });
    }
  });

  it('offers its walk of the keyed stream from n = 3 on', () => {
    // Below, chi-square draws take a third number.
    const walks = (n: number) => 'walkKeyed' in shortcutFor(checkConfig({ ...config, n }))!.steps;
    expect([2, 3, 200].map(walks)).toEqual([false, true, true]);
    expect(keyWords('12345', 0)).toHaveLength(4);
  });
});
