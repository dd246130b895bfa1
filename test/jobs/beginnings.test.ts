import '../../src/lib/withLognormals.ts';
import { describe, expect, it } from 'vitest';
import { pathOf } from '../../src/lib/ensemble/pick.ts';
import type { EnsembleConfig } from '../../src/lib/ensemble/types.ts';
import { estimatorsFor } from '../../src/lib/estimators/index.ts';
import { ensembles, type EnsemblesInput } from '../../src/lib/jobs/ensembles.ts';
import { fits, type FitsInput } from '../../src/lib/jobs/fits.ts';
import { jobNamed, jobs, type JobName } from '../../src/lib/jobs/index.ts';
import { passages, type PassagesInput } from '../../src/lib/jobs/passages.ts';
import { oneRun as run, type RunInput } from '../../src/lib/jobs/run.ts';
import { shapes, type ShapesInput } from '../../src/lib/jobs/shapes.ts';
import type { TailsInput } from '../../src/lib/jobs/tails.ts';
import type { TextsInput } from '../../src/lib/jobs/texts.ts';
import { recordsOf } from '../../src/lib/recursion.ts';
import { regimes } from '../../src/lib/regimes/index.ts';
import type { RunConfig } from '../../src/lib/types.ts';
import { config } from '../ensemble/support.ts';
import { allMade, joined } from './support.ts';

const single = (({ at: _, replicates: __, ...plain }: EnsembleConfig): RunConfig => plain)(config);
const lognormal: RunConfig = {
  ...single,
  family: 'lognormal3',
  truth: { threshold: 10, meanlog: 2, sdlog: 0.5 },
  estimator: 'mle',
  generations: 20,
};

const ofRun: RunInput = { config: single };
const ofEnsembles: EnsemblesInput = {
  ensembles: [
    { ...config, replicates: 900 },
    { ...config, n: 10, replicates: 15, generations: 40, at: [1, 40] },
    { ...config, n: 20, replicates: 300, generations: 30, at: [1, 30], how: 'literal' },
  ],
  keep: ['sigma'],
  levels: [0.5],
  runs: [single, { ...single, n: 50 }, { ...single, replicate: 2 }],
};
const ofPassages: PassagesInput = {
  ensemble: { ...config, n: 20, replicates: 900, generations: 200, at: [1] },
  below: { name: 'sigma', level: 0.1 * config.truth.sigma! },
};
const ofShapes: ShapesInput = {
  family: 'normal',
  params: { mu: 0, sigma: 1 },
  sizes: [5, 50],
  replicates: 700,
  seed: 'shapes',
};
const ofFits: FitsInput = { family: 'lognormal3', values: Float64Array.of(1.2, 1.4, 1.5, 2, 9) };
const ofTexts: TextsInput = {
  config: {
    ...single,
    ...{ family: 'ngram-2', source: 'text', text: 'a rose is a rose is a rose', truth: {} },
    ...{ estimator: 'mle', n: 600, generations: 80 },
  },
  statistics: ['types', 'count0'],
  page: 12,
};

const INPUTS: Record<JobName, unknown> = {
  run: ofRun,
  ensembles: ofEnsembles,
  passages: ofPassages,
  shapes: ofShapes,
  fits: ofFits,
  texts: ofTexts,
  // It is exact at once: its beginning is the whole.
  tails: { beta: 1.5, types: 1_000, kept: 10, draws: [10, 100] } satisfies TailsInput,
};
const names = Object.keys(jobs) as JobName[];

describe('what work costs', () => {
  it('is what is drawn, in values: of a run its values, of a shortcut less', () => {
    expect(run.cost(ofRun)).toBe(single.n * single.generations);
    const { generations } = config;
    const few = { ...config, n: 1000, replicates: 1 };
    const cost = ensembles.cost({ ...ofEnsembles, ensembles: [few], runs: [] });
    expect(cost).toBeGreaterThanOrEqual(generations);
    expect(cost).toBeLessThan(0.05 * 1000 * generations);
    const literal = { ...few, how: 'literal' as const };
    const dear = ensembles.cost({ ...ofEnsembles, ensembles: [literal], runs: [] });
    expect(dear).toBeGreaterThanOrEqual(1000 * generations);
    expect(dear).toBeLessThan(2 * 1000 * generations);
  });

  it('of a run grows with its values, its generations and the work of its estimator', () => {
    const of = (changes: Partial<RunConfig>) => run.cost({ config: { ...single, ...changes } });
    expect(of({ n: 2 * single.n })).toBe(2 * of({}));
    expect(of({ generations: 3 * single.generations })).toBe(3 * of({}));
    const costs = estimatorsFor('lognormal3').map(({ id }) =>
      run.cost({ config: { ...lognormal, estimator: id } }),
    );
    const values = lognormal.n * lognormal.generations;
    for (const cost of costs) expect(cost).toBeGreaterThan(values);
    expect(new Set(costs).size).toBeGreaterThan(3);
  });

  it('of a run is that of every training set, up to one that is too large to be made', () => {
    const of = (changes: Partial<RunConfig>) =>
      run.cost({ config: { ...single, n: 100, generations: 40, ...changes } });
    for (const { id } of regimes.all) {
      const fitted = recordsOf({ ...single, n: 100, generations: 40, regime: id });
      const values = fitted.reduce((sum, { trainingSize }) => sum + trainingSize, 0);
      expect(of({ regime: id }), id).toBe(values);
    }
    const growing = { regime: 'growing', regimeOptions: { power: 3 } };
    // 100 t³ values are more than ten million from t = 47 on.
    expect(of({ ...growing, generations: 500 })).toBe(of({ ...growing, generations: 46 }));
  });

  it.each(['sufficient', 'literal'] as const)(
    'of an ensemble grows with replicates and generations, and with n where values are drawn: %s',
    (how) => {
      const asked = { ...config, n: 50, replicates: 100, generations: 60, at: [1], how };
      const of = (changes: object) =>
        ensembles.cost({ ...ofEnsembles, ensembles: [{ ...asked, ...changes }], runs: [] });
      const first = (changes: object) =>
        passages.cost({ ...ofPassages, ensemble: { ...asked, ...changes } });
      for (const cost of [of, first]) {
        expect(cost({ replicates: 300 }) / cost({})).toBeCloseTo(3, 12);
        expect(cost({ generations: 120 }) / cost({})).toBeCloseTo(2, 12);
        if (how === 'sufficient') expect(cost({ n: 5000 })).toBe(cost({}));
        else expect(cost({ n: 5000 }) / cost({})).toBeGreaterThan(50);
      }
    },
  );

  it('of ensembles is that of each, and of each single run', () => {
    const { ensembles: all, runs } = ofEnsembles;
    const alone = all.map((one) => ensembles.cost({ ...ofEnsembles, ensembles: [one], runs: [] }));
    const paths = runs!.map((one) => run.cost({ config: one }));
    const sum = [...alone, ...paths].reduce((a, b) => a + b);
    expect(ensembles.cost(ofEnsembles)).toBeCloseTo(sum, 6);
    expect(ensembles.cost({ ...ofEnsembles, runs: undefined })).toBeLessThan(sum);
  });

  it('of first passages is less than that of the ensemble: runs are not followed further', () => {
    const { ensemble } = ofPassages;
    const whole = ensembles.cost({ ...ofEnsembles, ensembles: [ensemble], runs: [] });
    expect(passages.cost(ofPassages)).toBeLessThan(whole);
  });

  it('of samples and of fits grows with their number and their values', () => {
    const { cost } = shapes;
    expect(cost({ ...ofShapes, replicates: 1400 })).toBe(2 * cost(ofShapes));
    expect(cost({ ...ofShapes, sizes: [5, 50, 55] })).toBe(2 * cost(ofShapes));
    const twice = Float64Array.of(...ofFits.values, ...ofFits.values);
    expect(fits.cost({ ...ofFits, values: twice })).toBe(2 * fits.cost(ofFits));
    expect(fits.cost(ofFits)).toBeGreaterThan(fits.cost({ ...ofFits, family: 'normal' }));
  });
});

describe.each(names)('the beginning of the job %s', (name) => {
  const { cost, beginning } = jobNamed(name);
  const whole = INPUTS[name];
  const least = beginning(whole, 0);

  it.each([0, 1, 100, 3000, 30_000, 400_000, 1e12])(
    'costs a few times %d at most, or the least that there is, and never more than the whole',
    (values) => {
      const begun = beginning(whole, values);
      expect(cost(begun)).toBeLessThanOrEqual(Math.max(5 * values, cost(least) + 2 * values));
      expect(cost(begun)).toBeLessThanOrEqual(cost(whole));
      expect(cost(begun)).toBeGreaterThanOrEqual(cost(least));
    },
  );

  it('is the whole where that is cheap enough, and its own beginning', () => {
    if (name !== 'ensembles') {
      const small = beginning(whole, 10_000);
      expect(beginning(small, cost(small))).toEqual(small);
    }
    const small = beginning(whole, 3000);
    expect(beginning(small, 1e9)).toEqual(small);
  });

  it('is more where more may be done', () => {
    const costs = [0, 3000, 30_000, 200_000].map((values) => cost(beginning(whole, values)));
    expect(costs).toEqual(costs.toSorted((a, b) => a - b));
    expect(new Set(costs).size).toBe(['fits', 'tails'].includes(name) ? 1 : 4);
  });
});

describe('the least beginning', () => {
  it('is one generation, one run of each ensemble, one sample of each size', () => {
    expect(run.beginning(ofRun, 0).config.generations).toBe(1);
    const begun = ensembles.beginning(ofEnsembles, 0);
    expect(begun.ensembles.map(({ replicates }) => replicates)).toEqual([1, 1, 1]);
    expect(begun.runs).toEqual([]);
    expect(passages.beginning(ofPassages, 0).ensemble.replicates).toBe(1);
    expect(shapes.beginning(ofShapes, 0).replicates).toBe(1);
  });

  it('is of some runs where they are cheap, even if that is more than was to be spent', () => {
    const { ensembles: all } = ensembles.beginning({ ...ofEnsembles, runs: [] }, 20_000);
    const [long] = all;
    const alone = { ...ofEnsembles, ensembles: [long!], runs: [] };
    expect(ensembles.cost(alone)).toBeGreaterThan(20_000 / 3);
    for (const { replicates } of all) expect(replicates).toBeGreaterThanOrEqual(10);
  });

  it('is of no more runs than were asked for', () => {
    const { ensembles: all } = ensembles.beginning(ofEnsembles, 1e9);
    expect(all.map(({ replicates }) => replicates)).toEqual([400, 15, 300]);
  });
});

describe('a beginning is, to the last bit,', () => {
  const whole =
    <I, R>(job: { beginning: (input: I, values: number) => I }, make: (input: I) => R) =>
    (input: I, values: number) =>
      [make(job.beginning(input, values)), make(input)] as const;

  it.each([1, 1000, 20_000])('the first generations of the run, for %d values', (values) => {
    const both = whole(run, (input: RunInput) => joined(run, input, allMade(run, input))!);
    const [begun, all] = both(ofRun, values);
    expect(begun.asked).toBe(all.asked);
    expect(begun.reached).toBe(begun.config.generations);
    expect(begun.reached).toBe(Math.max(1, Math.floor(values / single.n)));
    expect(begun.config).toEqual({ ...all.config, generations: begun.reached });
    for (const [name, column] of Object.entries(begun.fitted))
      expect(column).toEqual(all.fitted[name]!.slice(0, begun.reached));
  });

  it.each([1, 20_000, 300_000])('the first replicates and the first runs, for %d', (values) => {
    const make = (input: EnsemblesInput) => joined(ensembles, input, allMade(ensembles, input))!;
    const [begun, all] = whole(ensembles, make)(ofEnsembles, values);
    begun.ensembles.forEach(({ made, slices, config: own }, i) => {
      const one = all.ensembles[i]!;
      expect(own).toEqual({ ...one.config, replicates: made });
      for (let replicate = 0; replicate < made; replicate++)
        expect(pathOf(slices, replicate, 'sigma')).toEqual(pathOf(one.slices, replicate, 'sigma'));
    });
    expect(begun.runs).toEqual(all.runs.slice(0, begun.runs.length));
    expect(begun.runs).toHaveLength(values > 200_000 ? 3 : 0);
  });

  it.each([1, 20_000])('the first times of first passage, for %d', (values) => {
    const make = (input: PassagesInput) => joined(passages, input, allMade(passages, input))!;
    const [begun, all] = whole(passages, make)(ofPassages, values);
    expect(begun.below).toEqual(all.below);
    expect(begun.config).toEqual({ ...all.config, replicates: begun.times.length });
    expect(begun.times).toEqual(all.times.slice(0, begun.times.length));
  });

  it.each([1, 20_000])('the first samples of each size, for %d', (values) => {
    const bySample = (input: ShapesInput) => {
      const made = allMade(shapes, input);
      return input.sizes.map((_, row) =>
        made.flatMap(({ from, to, skewness, kurtosis }) =>
          Array.from({ length: to - from }, (_, i) => row * (to - from) + i).map(
            (place) => [skewness[place], kurtosis[place]] as const,
          ),
        ),
      );
    };
    const [begun, all] = whole(shapes, bySample)(ofShapes, values);
    const { replicates } = shapes.beginning(ofShapes, values);
    begun.forEach((samples, row) => {
      expect(samples).toHaveLength(replicates);
      expect(samples).toEqual(all[row]!.slice(0, replicates));
    });
  });

  it('all of the fits, which are of all values', () => {
    expect(fits.beginning(ofFits, 1)).toEqual(ofFits);
  });
});

describe('how far the work has come', () => {
  const METHODS = estimatorsFor('lognormal3').length;

  it.each([
    ['run', 500, 'generation'],
    ['ensembles', 900, 'run'],
    ['passages', 900, 'run'],
    ['shapes', 700, 'sample'],
    ['fits', METHODS, 'method'],
  ] as const)('is counted, by the job %s, in what there are %i of', (name, of, unit) => {
    const { progress } = jobNamed(name);
    const done = (share: number) => progress(INPUTS[name], share);
    expect(done(0)).toEqual({ done: 0, of, unit });
    expect(done(0.5)).toEqual({ done: Math.round(of / 2), of, unit });
    expect(done(1)).toEqual({ done: of, of, unit });
    expect(done(1 / 3)).toEqual({ done: Math.round(of / 3), of, unit });
  });

  it('is counted in generations asked for where a run is a beginning', () => {
    const begun = run.beginning(ofRun, 3000);
    expect(run.progress(begun, 0.5)).toMatchObject({ of: single.generations });
  });
});
