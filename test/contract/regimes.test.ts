import { describe, expect, it } from 'vitest';
import { checkConfig } from '../../src/lib/config.ts';
import { estimatorsFor } from '../../src/lib/estimators/index.ts';
import { families } from '../../src/lib/families/index.ts';
import { streams } from '../../src/lib/random/index.ts';
import { generations, run } from '../../src/lib/recursion.ts';
import { regimes } from '../../src/lib/regimes/index.ts';
import type { RunConfig } from '../../src/lib/types.ts';
import { defaultParams, within } from '../support/points.ts';

/** Every registered combination that a regime can be run with. */
const settings = families.all.flatMap((family) =>
  streams.all.map((stream): Omit<RunConfig, 'regime'> => ({
    family: family.id,
    truth: defaultParams(family),
    estimator: estimatorsFor(family.id)[0]!.id,
    n: 60,
    generations: 30,
    seed: '2468',
    stream: stream.id,
  })),
);

describe.each(regimes.all.map((regime) => [regime.id, regime] as const))(
  'regime %s',
  (id, regime) => {
    const configs = settings.map((rest): RunConfig => ({ ...rest, regime: id }));

    it('describes itself and its options', () => {
      expect(regime.label).not.toBe('');
      expect(regime.summary).toMatch(/^[A-Z].*\.$/);
      for (const spec of regime.options) {
        expect(within(spec.typical, spec.domain), spec.name).toBe(true);
        expect(within({ min: spec.default, max: spec.default }, spec.typical)).toBe(true);
      }
    });

    it('gives the first generation n real values and nothing else', () => {
      for (const config of configs) {
        const [first] = generations(config);
        const { family, stream } = checkConfig(config);
        const rng = stream.open(config.seed)(1);
        const real = family.sample(rng, config.truth, config.n).map(stream.record);
        expect(first!.values).toEqual(real);
      }
    });

    it('states the size of each training set, which is never below n', () => {
      for (const config of configs) {
        for (const { trainingSize, values } of generations(config)) {
          expect(trainingSize).toBe(values.length);
          expect(trainingSize).toBeGreaterThanOrEqual(config.n);
          expect(values.every(Number.isFinite)).toBe(true);
        }
      }
    });

    it('makes the same run again, however far it goes', () => {
      for (const config of configs) {
        const whole = run(config);
        expect(run(config)).toEqual(whole);
        for (const generations of [1, 2, 17]) {
          expect(run({ ...config, generations })).toEqual(whole.slice(0, generations));
        }
      }
    });

    it('makes another run from another seed', () => {
      for (const config of configs) {
        expect(run({ ...config, seed: '12345' })).not.toEqual(run(config));
      }
    });

    it('ends a run with the first fit that fails, and says why', () => {
      for (const config of configs) {
        const tiny = { ...config, n: 2, generations: 20_000 };
        const records = run(tiny);
        records.slice(0, -1).forEach(({ fit }) => expect(fit.ok).toBe(true));
        if (records.length < tiny.generations) expect(records.at(-1)!.fit.ok).toBe(false);
      }
    });
  },
);

describe('regime replace', () => {
  it('fits every generation to n values', () => {
    for (const config of settings) {
      for (const { trainingSize } of run({ ...config, regime: 'replace' })) {
        expect(trainingSize).toBe(60);
      }
    }
  });
});
