import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../src/components/charts/figure.ts';
import type { Demo } from '../../src/components/demos/shared/demo.ts';
import { finish, shownWith } from '../../src/components/island/finish.ts';
import { inWords } from '../../src/components/island/progress.ts';
import { demos } from '../../src/components/demos/index.ts';
import { pathOf } from '../../src/lib/ensemble/pick.ts';
import type { EnsemblesResult } from '../../src/lib/jobs/ensembles.ts';
import { jobNamed, jobs, type JobName } from '../../src/lib/jobs/index.ts';
import type { TailsResult } from '../../src/lib/jobs/tails.ts';
import type { TextsResult } from '../../src/lib/jobs/texts.ts';
import type { ShapesResult } from '../../src/lib/jobs/shapes.ts';
import type { PassagesResult } from '../../src/lib/jobs/passages.ts';
import type { RunResult } from '../../src/lib/jobs/run.ts';
import { regimes } from '../../src/lib/regimes/index.ts';
import { defaultSettings, readField, type Settings } from '../../src/settings/fields.ts';
import type { Regime } from '../../src/lib/types.ts';
import { writeQuery } from '../../src/settings/links.ts';
import { costOf, firstShown } from '../support/beginning.ts';
import {
  document,
  expectSoundDrawings,
  expectSoundWords,
  LOOSE_PERCENT,
  NO_NUMBER,
} from './sound.ts';

/** Settings at the edge of what is allowed; a demo takes those that it has. */
const EDGES: Readonly<Record<string, Settings>> = {
  'as it opens': {},
  'two values, which soon are equal': { n: 2, seed: 'tiny', stream: 'keyed' },
  'two values about zero': { n: 2, mu: 0, seed: 'tiny', stream: 'keyed' },
  'two values until all runs have ended': { n: 2, generations: 5000, replicates: 10 },
  'two values that wander to both ends of the numbers': {
    n: 2,
    generations: 5000,
    replicates: 10,
    estimator: 'unbiased-log',
    mu: 0,
  },
  'equal values from the first generation on': {
    n: 2,
    sigma: 0.01,
    seed: '1051',
    stream: 'source',
  },
  'one generation': { generations: 1 },
  'two generations of two values': { n: 2, generations: 2 },
  'the most values': { n: 10_000, replicates: 10 },
  'the least spread': { fraction: 0.05, estimator: 'maximum-likelihood' },
  'hardly a loss': { fraction: 0.9, n: 1000 },
  'a wide original far away': { mu: -1000, sigma: 1000 },
  'a narrow original far away': { mu: 1000, sigma: 0.01, n: 3 },
  'a seed that is markup': { seed: '<svg onload=x>&"\'', stream: 'keyed' },
  'the typical run alone, a guess far out': { show: 'typical', guess: 'hundredth', pick: 'run-20' },
  'the average alone, no guess': { show: 'average', guess: 'none', pick: 'second-graph' },
};

/** Names of menus of policies. */
const MENUS = ['regime', 'first', 'second', 'third', 'rule', 'kind'];

/** The policies that some menu offers, at an end of every option: a demo takes what it can. */
const POLICIES = regimes.all.flatMap((regime) => {
  const chosen = Object.fromEntries(MENUS.map((menu) => [menu, regime.id]));
  return cornersOf(regime).flatMap((options) =>
    [30, 2].map((n): [string, Settings] => [
      [
        `${n} values under ${regime.id}`,
        ...Object.entries(options).map((pair) => pair.join(' ')),
      ].join(', '),
      { ...chosen, ...options, n, generations: 150, seed: 'policy' },
    ]),
  );
});

/** Every combination of the ends of the range that sliders offer. */
function cornersOf({ options }: Regime): Settings[] {
  return options.reduce<Settings[]>(
    (corners, { name, typical: { min, max } }) =>
      corners.flatMap((corner) => [min, max].map((end) => ({ ...corner, [name]: end }))),
    [{}],
  );
}

/** Runs of an ensemble at most, except as it opens: enough for every picture. */
const MOST_RUNS = 60;
const FEWEST_RUNS = 10;

/**
 * Draws that a demo may cost: as it opens, with a setting that says how many generations, and else.
 * Runs are saved first, then generations.
 */
const MOST_DRAWS = { opening: 6_000_000, long: 3_000_000, short: 700_000 };
const FEWEST_GENERATIONS = 30;

/**
 * The demo's settings with some changes, as a link would bring them: those that it has, each legal.
 */
function settingsOf(demo: Demo, changes: Settings): Settings {
  const isOpening = Object.keys(changes).length === 0;
  const most = MOST_DRAWS[isOpening ? 'opening' : 'generations' in changes ? 'long' : 'short'];
  const legal = (asked: Settings) => {
    const read = demo.fields.map((field) => [
      field.name,
      readField(field, String(asked[field.name])).value,
    ]);
    return demo.repair(Object.fromEntries(read)).settings;
  };
  let set = legal({ ...defaultSettings(demo.fields), ...changes });
  const lower = (name: string, to: number) => {
    if (name in set) set = legal({ ...set, [name]: Math.min(Number(set[name]), to) });
  };
  if (!isOpening) lower('replicates', MOST_RUNS);
  const cheaper = (name: string, fewest: number) => {
    const share = most / costOf(demo, set);
    if (share < 1) lower(name, Math.max(fewest, Math.round(share * Number(set[name]))));
  };
  cheaper('replicates', FEWEST_RUNS);
  cheaper('generations', FEWEST_GENERATIONS);
  return set;
}

/**
 * The edges at which a demo is another than at those before: what it has no field for, or does not
 * use, changes nothing.
 */
function edgesOf(demo: Demo): [name: string, settings: Settings][] {
  const met = new Set<string>();
  return [...Object.entries(EDGES), ...POLICIES]
    .map(([name, changes]): [string, Settings] => [name, settingsOf(demo, changes)])
    .filter(([, settings]) => {
      const link = writeQuery('', demo.id, demo.fields, { ...settings, replicates: 'any' });
      return !met.has(link) && met.add(link);
    });
}

describe.each(demos.all)('demo $id', (demo) => {
  describe.each(edgesOf(demo))('with %s', (_name, settings) => {
    const result = shownWith(demo, settings);
    const last = demo.frames(result) - 1;
    const frames = [...new Set([0, Math.floor(last / 2), demo.openAt(result), last])];

    /** The last live drawing of each figure. */
    const live = new Map<object, Drawing>();

    it('opens within its frames', () => {
      expect(last).toBeGreaterThanOrEqual(0);
      expect(demo.openAt(result)).toBeGreaterThanOrEqual(0);
      expect(demo.openAt(result)).toBeLessThanOrEqual(last);
    });

    it('draws nothing and says nothing that is not a number', () => {
      for (const figure of demo.figures) {
        live.set(figure, expectSoundDrawings(figure, result, frames));
      }
      expectSoundWords(demo, result, frames);
    });

    it('finds under a pixel the frame that it put there', () => {
      for (const figure of demo.figures.filter(({ frameAt }) => frameAt)) {
        const drawing =
          live.get(figure) ??
          figure.draw(result, 0, { width: 1100, height: 320, document, uid: 'test' });
        const line = drawing.svg.querySelector('[data-role=playhead]');
        if (!line) continue;
        for (const frame of frames) {
          figure.move!(drawing, result, frame);
          const [, x] = /translate\(([\d.]+),/.exec(line.getAttribute('transform')!)!;
          expect(figure.frameAt!(drawing, result, Number(x))).toBe(frame);
        }
      }
    });
  });

  it('moves a drawing to what would have been drawn, where it says that this will do', () => {
    const result = shownWith(demo, settingsOf(demo, { seed: 'moved' }));
    const last = demo.frames(result) - 1;
    for (const figure of demo.figures.filter(({ redraws }) => !redraws)) {
      const view = { width: 500, height: 320, document, uid: 'test' };
      const moved = figure.draw(result, 0, view);
      for (const frame of [Math.floor(last / 2), last]) {
        figure.move?.(moved, result, frame);
        expect(moved.svg.outerHTML).toBe(figure.draw(result, frame, view).svg.outerHTML);
      }
    }
  });

  it('names settings that are legal, a cost for them, and fields that it has', () => {
    const settings = defaultSettings(demo.fields);
    expect(Object.keys(jobs)).toContain(demo.job);
    for (const named of [{}, ...demo.presets.map((preset) => preset.settings)]) {
      const all = { ...settings, ...named };
      expect(demo.repair(all)).toEqual({ settings: all, notes: [] });
      for (const field of demo.fields) {
        expect(readField(field, String(all[field.name]))).toEqual({ value: all[field.name] });
      }
      for (const name of Object.keys(named)) expect(settings).toHaveProperty(name);
      expect(costOf(demo, all)).toBeGreaterThan(0);
      const progress = jobNamed(demo.job).progress(demo.input(all), 0.5);
      expect(inWords(progress)).not.toMatch(NO_NUMBER);
    }
    for (const { says = '' } of demo.presets) expect(says).not.toMatch(LOOSE_PERCENT);
    for (const name of demo.folded) expect(settings).toHaveProperty(name);
  });

  it.each<[string, Settings]>([
    ['as it opens', {}],
    ...demo.presets.map(({ label, settings }) => [label, settings] as [string, Settings]),
    ['with few runs', { replicates: 10 }],
    ['with many generations', { n: 10, generations: 3000 }],
  ])('begins as the whole does, on the same axes: %s', (_, named) => {
    const settings = settingsOf(demo, { seed: 'beginning', ...named });
    const whole = shownWith(demo, settings);
    const part = firstShown(demo, settings);
    begins[demo.job](part as never, whole as never);
    expect(part).toHaveProperty('view', demo.view?.(settings));
    if (!['run', 'texts'].includes(demo.job)) expect(demo.frames(part)).toBe(demo.frames(whole));
    for (const figure of demo.figures) expect(figure.title(part)).toBe(figure.title(whole));
  });
});

/** What it means, for each job, that one result begins as another does, to the last bit. */
const begins: Readonly<Record<JobName, (part: never, whole: never) => void>> = {
  // No demo's: the box for the reader's own numbers shows no beginning.
  fits: () => undefined,
  run(part: RunResult, whole: RunResult) {
    expect(part.asked).toBe(whole.asked);
    expect(part.reached > 0).toBe(whole.reached > 0);
    for (const [name, column] of Object.entries(part.fitted)) {
      expect(column).toEqual(whole.fitted[name]!.slice(0, part.reached));
    }
  },
  ensembles(part: EnsemblesResult, whole: EnsemblesResult) {
    expect(part.ensembles).toHaveLength(whole.ensembles.length);
    for (const [i, { config, made, slices }] of part.ensembles.entries()) {
      const all = whole.ensembles[i]!;
      expect(config).toEqual({ ...all.config, replicates: made });
      expect(made).toBeLessThanOrEqual(all.made);
      for (let replicate = 0; replicate < made; replicate++) {
        for (const name of Object.keys(slices[0]!.values)) {
          const [few, many] = [slices, all.slices].map((some) => pathOf(some, replicate, name)!);
          // Not by toEqual for each, of which there are thousands.
          const same = few!.length === many!.length && few!.every((x, i) => Object.is(x, many![i]));
          if (!same) expect(few, `${name} of replicate ${replicate}`).toEqual(many);
        }
      }
    }
    expect(part.runs).toEqual(whole.runs.slice(0, part.runs.length));
  },
  texts({ text: part }: TextsResult, { text: whole }: TextsResult) {
    expect(part.asked).toBe(whole.asked);
    expect(part.reached > 0).toBe(whole.reached > 0);
    for (const [name, column] of Object.entries(part.fitted))
      expect(column).toEqual(whole.fitted[name]!.slice(0, part.reached));
    expect(part.pages).toEqual(whole.pages.slice(0, part.reached + 1));
    expect(part.shares).toEqual(whole.shares.slice(0, part.reached + 1));
  },
  tails(part: TailsResult, whole: TailsResult) {
    expect(part).toEqual(whole);
  },
  passages(part: PassagesResult, whole: PassagesResult) {
    expect(part.below).toEqual(whole.below);
    expect(part.config).toEqual({ ...whole.config, replicates: part.times.length });
    expect(part.times).toEqual(whole.times.slice(0, part.times.length));
  },
  shapes(part: ShapesResult, whole: ShapesResult) {
    expect(part.made).toBe(part.input.replicates);
    expect(part.input).toEqual({ ...whole.input, replicates: part.made });
    expect(part).toMatchObject(finish('shapes', part.input));
  },
};
