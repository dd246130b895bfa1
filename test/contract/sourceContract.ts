import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/lib/configError.ts';
import { defaultsOf } from '../../src/lib/parameters.ts';
import { streams } from '../../src/lib/random/index.ts';
import type { Given, Params, Source } from '../../src/lib/types.ts';
import { typicalParams } from '../support/points.ts';
import { lawsOfSource, type Point } from './lineContract.ts';
import { expectSoundSpecs } from './specContract.ts';
import { expectDrawnByShares } from './typesContract.ts';

/** What the sources take that take something. */
const GIVEN: Required<Given> = {
  column: [3, 1, 4, 1, 5, 9, 2.6],
  text: 'the cat and the dog and the bird sat on the mat',
};

/** Describes to the test runner what holds for every registered source. */
export function describeSource(source: Source): void {
  describe(`source ${source.id}`, () => lawsOf(source));
}

/** The defaults, and each option at the ends of its usual range with the others at theirs. */
function settingsOf({ options }: Source): readonly Params[] {
  const usual = defaultsOf(options);
  return [
    usual,
    ...options.flatMap(({ name, typical }) =>
      [typical.min, typical.max].map((value) => ({ ...usual, [name]: value })),
    ),
  ];
}

function lawsOf(source: Source): void {
  const { options, takes } = source;
  const given = takes && { [takes]: GIVEN[takes] };
  /** The distributions with these options; what the options refuse is left out. */
  const opened = (settings: readonly Params[]): Point[] =>
    settings.flatMap((params) => {
      try {
        return [{ name: JSON.stringify(params), real: source.open(params, given) }];
      } catch (error) {
        if (error instanceof ConfigError) return [];
        throw error;
      }
    });
  const points = opened(settingsOf(source));
  const rng = (seed: string) => streams.get('keyed').open(seed)(1);

  it('says in words what it is, and describes its options', () => {
    expect(source.label).toMatch(/^[A-Z]/);
    expect(source.summary).toMatch(/^[A-Z].*\.$/);
    expectSoundSpecs(options);
  });

  it('has a distribution of its kind at its defaults, and elsewhere one or a ConfigError', () => {
    expect(() => source.open(defaultsOf(options), given)).not.toThrow();
    for (const { name, real } of opened(typicalParams({ parameters: options }))) {
      expect(real.kind, name).toBe(source.kind);
      if (real.kind !== 'vectors') expect(real.width, name).toBe(1);
      if (real.line) expect(real.kind, name).toBe('line');
      if (real.shares) expect(real.kind, name).toBe('categories');
    }
  });

  it.runIf(takes)('refuses to be without what it takes', () => {
    expect(() => source.open(defaultsOf(options))).toThrow(ConfigError);
  });

  it('draws n finite values, the same ones from the same stream', () => {
    for (const { name, real } of points) {
      for (const n of [0, 1, 2, 7, 200]) {
        const values = real.sample(rng('again'), n);
        expect(values, name).toHaveLength(n * real.width);
        expect(values.every(Number.isFinite), name).toBe(true);
        expect(real.sample(rng('again'), n), name).toEqual(values);
      }
      const drawn = real.sample(rng('again'), 200);
      if (new Set(drawn).size > 1) expect(real.sample(rng('another'), 200)).not.toEqual(drawn);
    }
  });

  if (points[0]?.real.line) lawsOfSource(points);

  it.runIf(source.kind === 'categories')('draws whole numbers, each with its share', () => {
    for (const { name, real } of points) {
      expect(real.sample(rng('types'), 200).every(isType), name).toBe(true);
      if (real.shares) expectDrawnByShares(real);
      if (real.names) expect(real.names, name).toHaveLength(real.shares!.length);
      if (real.sequence) expect([...real.sequence].every(isType), name).toBe(true);
    }
  });
}

const isType = (value: number) => Number.isInteger(value) && value >= 0;
