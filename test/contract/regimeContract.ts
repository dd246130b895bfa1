import { describe, expect, it } from 'vitest';
import { checkConfig } from '../../src/lib/config.ts';
import { ConfigError } from '../../src/lib/configError.ts';
import { estimatorsFor } from '../../src/lib/estimators/index.ts';
import { failureText } from '../../src/lib/failures.ts';
import { families } from '../../src/lib/families/index.ts';
import { streams } from '../../src/lib/random/index.ts';
import { generations, recordsOf } from '../../src/lib/recursion.ts';
import { regimes } from '../../src/lib/regimes/index.ts';
import type {
  Batch,
  FitFailure,
  Generation,
  GenerationRecord,
  Params,
  ParameterSpec,
  Regime,
  RunConfig,
} from '../../src/lib/types.ts';
import { defaultParams, typicalParams } from '../support/points.ts';
import { expectSoundSpecs } from './specContract.ts';

/** Every registered combination that a regime can be run with. */
export const settings = families.all.flatMap((family) =>
  streams.all.map((stream): Omit<RunConfig, 'regime'> => ({
    family: family.id,
    truth: defaultParams(family),
    estimator: estimatorsFor(family.id)[0]!.id,
    n: 60,
    generations: 12,
    seed: '2468',
    stream: stream.id,
  })),
);

/**
 * False only where an estimator that cannot weigh samples meets a regime that does, or a family
 * whose values lie nowhere a regime that looks at where they lie.
 */
function runnable(config: RunConfig): boolean {
  try {
    checkConfig(config);
    return true;
  } catch (error) {
    if (
      error instanceof ConfigError &&
      /weighs its samples|needs numbers on a line/.test(error.message)
    )
      return false;
    throw error;
  }
}

/**
 * Originals by family of which one value in forty, or in six, is beyond the largest number,
 * 1.8e308.
 */
const WIDE: Readonly<Record<string, Params>> = {
  normal: { mu: 0, sigma: 8e307 },
  lognormal: { meanlog: 705, sdlog: 5 },
  lognormal3: { threshold: 0, meanlog: 705, sdlog: 5 },
};

/** What must be said of each reason. */
const SAID: Readonly<Record<FitFailure, RegExp>> = {
  'too-few-values': /too few values/,
  'not-finite': /not a finite number/,
  'all-equal': /All values are equal/,
  underflow: /smaller than the smallest number/,
  overflow: /larger than the largest number/,
  'not-right-skewed': /not skewed to the right/,
  'no-interior-maximum': /No maximum/,
  'no-solution': /no solution/,
  'not-positive': /values above 0/,
  negative: /no values below 0/,
  'not-a-type': /not the number of a type/,
  singular: /fewer directions than the model has/,
  'too-few-kept': /throws away all but one value in ten thousand/,
  'too-many-values': /more than ten million values/,
};

/** Reasons to end before there is anything to fit. */
const NOTHING_TO_FIT: readonly FitFailure[] = ['too-few-kept', 'too-many-values'];

const hadNothingToFit = ({ fit }: GenerationRecord) =>
  !fit.ok && NOTHING_TO_FIT.includes(fit.reason);

/**
 * Batches that hold something, for small and large samples, early and late, over the options that
 * demos offer.
 */
function batchesOf(regime: Regime, generations = [1, 2, 3, 40]) {
  const found: { readonly t: number; readonly n: number; readonly batches: readonly Batch[] }[] =
    [];
  for (const options of typicalParams({ parameters: regime.options })) {
    for (const n of [2, 3, 60, 1_000_000]) {
      for (const t of generations) {
        const batches = regime.batches({ t, n, options });
        found.push({ t, n, batches: batches.filter(({ count }) => count !== 0) });
      }
    }
  }
  return found;
}

/** Describes to the test runner what holds for every registered regime. */
export function describeRegime(regime: Regime): void {
  describe(`regime ${regime.id}`, () => lawsOf(regime));
}

function lawsOf(regime: Regime): void {
  const { id } = regime;
  const configs = settings.map((rest): RunConfig => ({ ...rest, regime: id })).filter(runnable);

  it('can be run with every normal model', () => {
    const normal = configs.filter(({ family }) => family === 'normal');
    expect(normal).toHaveLength(streams.all.length);
  });

  it('describes itself and its options', () => {
    expect(regime.label).not.toBe('');
    expect(regime.short).toMatch(/^[A-Z][a-z]{1,9}$/);
    const words = regimes.all.map(({ short }) => short);
    expect(words.filter((word) => word === regime.short)).toHaveLength(1);
    expect(regime.summary).toMatch(/^[A-Z].*\.$/);
    expectSoundSpecs(regime.options);
  });

  it('means by an option what every other regime means by one of that name, its default aside', () => {
    const plain = (spec: ParameterSpec) => ({ ...spec, default: 'its own' });
    for (const spec of regime.options) {
      for (const other of regimes.all.flatMap(({ options }) => options)) {
        if (other.name === spec.name) expect(plain(other), spec.name).toEqual(plain(spec));
      }
    }
  });

  it('asks for n real values in generation 1, as they are', () => {
    for (const { n, batches } of batchesOf(regime, [1])) {
      expect(batches.every(({ from }) => from === 'real')).toBe(true);
      expect(batches.reduce((sum, { count }) => sum + count, 0)).toBe(n);
      expect(batches.some(({ weight, curation }) => weight !== undefined || curation)).toBe(false);
    }
  });

  it('asks for whole numbers of values, however its options are set', () => {
    for (const { t, n, batches } of batchesOf(regime)) {
      for (const { count } of batches) {
        expect(Number.isSafeInteger(count) && count > 0, `${count}, t = ${t}`).toBe(true);
      }
      const fitted = regime.fitted?.({
        t,
        n,
        options: defaultParams({ parameters: regime.options }),
      });
      expect(fitted === undefined || (Number.isSafeInteger(fitted) && fitted >= 2)).toBe(true);
    }
  });

  it('weighs all batches or none, to 1 in all, and keeps nothing that it weighs', () => {
    for (const { batches } of batchesOf(regime)) {
      const weights = batches.flatMap(({ weight }) => weight ?? []);
      if (weights.length === 0) continue;
      expect(weights).toHaveLength(batches.length);
      expect(weights.every((weight) => weight >= 0)).toBe(true);
      // Weights w and 1 - w, rounded once each.
      expect(Math.abs(weights.reduce((sum, weight) => sum + weight, 0) - 1)).toBeLessThan(1e-15);
      expect(batches.some(({ keep }) => keep)).toBe(false);
    }
  });

  it('curates no real values', () => {
    for (const { batches } of batchesOf(regime)) {
      for (const { from, curation } of batches) {
        if (curation) expect(from).toBe('synthetic');
      }
    }
  });

  it('gives the first generation n real values and nothing else', () => {
    for (const config of configs) {
      const [first] = generations({ ...config, generations: 1 });
      const { real, stream, config: complete } = checkConfig(config);
      const rng = stream.open(config.seed)(1);
      const options = complete.regimeOptions ?? {};
      // A text that is drawn in two batches begins twice; independent values do not notice.
      const values = regime
        .batches({ t: 1, n: config.n, options })
        .flatMap(({ count }) => [...real.sample(rng, count).map(stream.record)]);
      expect(Array.from(first!.values)).toEqual(values);
    }
  });

  it('states the size of each training set, which is never below n', () => {
    for (const config of configs) {
      for (const generation of generations(config)) {
        const { trainingSize, values } = generation;
        expect(trainingSize).toBe(values.length / checkConfig(config).real.width);
        if (hadNothingToFit(generation)) expect(trainingSize).toBe(0);
        else expect(trainingSize).toBeGreaterThanOrEqual(config.n);
        expect(values.every(Number.isFinite)).toBe(true);
      }
    }
  });

  it('makes the same run again, however far it goes', () => {
    for (const config of configs) {
      const whole = recordsOf(config);
      expect(recordsOf(config)).toEqual(whole);
      for (const generations of [1, 2, 7]) {
        expect(recordsOf({ ...config, generations })).toEqual(whole.slice(0, generations));
      }
    }
  });

  it('makes another run from another seed', () => {
    for (const config of configs) {
      const short = { ...config, generations: 3 };
      expect(recordsOf({ ...short, seed: '12345' })).not.toEqual(recordsOf(short));
    }
  });

  it.each([
    // What grows, keeps everything or has fresh real values does not collapse: there only the fits
    // that fail are looked at.
    ['that collapses', () => undefined],
    ['whose values may be larger than any number', (family: string) => WIDE[family]],
  ])('ends a run %s with the first fit that fails, and says why', (_, originalOf) => {
    for (const config of configs) {
      const wide = originalOf(config.family);
      const asked = { ...config, n: 2, generations: 20_000, ...(wide && { truth: wide }) };
      const made = untilItEnds(asked);
      const { fit } = made.at(-1)!;
      expect(made.slice(0, -1).every((before) => before.fit.ok)).toBe(true);
      // Where so wide an original is known, every regime comes to an end.
      if (wide) expect(fit.ok, `${config.family}, ${config.stream}`).toBe(false);
      if (fit.ok) continue;
      expect(fit.reason).toBe(reasonFor(asked, made.at(-1)!));
      expect(failureText(fit.reason)).toMatch(SAID[fit.reason]);
    }
  });
}

/** A run up to its end, or as far as it takes 20,000 values. */
function untilItEnds(config: RunConfig): Generation[] {
  const made: Generation[] = [];
  let drawn = 0;
  for (const generation of generations(config)) {
    made.push(generation);
    drawn += generation.trainingSize;
    if (drawn > 20_000) break;
  }
  return made;
}

/** Why the values of a generation have no fit: by the estimator alone, without the run. */
function reasonFor(config: RunConfig, { t, fit, values }: Generation): FitFailure {
  if (!fit.ok && NOTHING_TO_FIT.includes(fit.reason)) {
    expect(values).toHaveLength(0);
    return fit.reason;
  }
  const { estimator, regime, config: complete, real } = checkConfig(config);
  const options = complete.regimeOptions ?? {};
  const batches = regime.batches({ t, n: config.n, options });
  let taken = 0;
  const samples = batches.flatMap(({ count, weight = NaN }) => {
    const own = values.subarray(taken, (taken += count * real.width));
    return count > 0 ? [{ values: own, weight }] : [];
  });
  const isWeighed = samples.some(({ weight }) => !Number.isNaN(weight));
  const found = isWeighed
    ? estimator.fitWeighted!(samples, real.width)
    : estimator.fit(values, real.width);
  if (found.ok) throw new Error(`these values have a fit: ${Array.from(values).join(', ')}`);
  return found.reason;
}
