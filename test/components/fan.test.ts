import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { finish } from '../../src/components/demo/finish.ts';
import { fan, pickedRun as runOf } from '../../src/components/demos/fan.ts';
import { pickedRun } from '../../src/components/demos/pickedRun.ts';
import { only } from '../../src/components/figures/ensemble.ts';
import { fan as picture } from '../../src/components/figures/fan.ts';
import { chanceBelow } from '../../src/components/figures/verdict.ts';
import type { EnsemblesResult } from '../../src/lib/jobs/ensembles.ts';
import { defaultSettings, type ChoiceField, type Settings } from '../../src/lib/settings.ts';
import { cdfOfSd, exactQuantileOfSd } from '../../src/lib/theory/sdLaw.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

/** As the demo opens, with few replicates; the single runs are all there. */
const settings: Settings = { ...defaultSettings(fan.fields), replicates: 20 };
const fresh = (changes: Settings) => finish('ensembles', fan.input({ ...settings, ...changes }));
const result = fresh({});
const last = only(result).config.at.length - 1;

const optionsOf = (name: string) =>
  (fan.fields.find((field) => field.name === name) as ChoiceField).options.map(
    ({ value }) => value,
  );
const picks = optionsOf('pick');

/** What is said, with plain spaces before the per cent signs. */
const said = (of: EnsemblesResult, frame: number) =>
  fan.sentence(of, frame).replaceAll('\u00a0', ' ');

/** The result with another run picked out, as a click makes it. */
const picking = (from: EnsemblesResult, index: number) =>
  fan.reuse!(from, settings, { ...settings, ...fan.pick!(from, index) })!;

describe('the runs in the fan', () => {
  it('are the source’s two and twenty of the seed, the picked one first', () => {
    expect(picks).toHaveLength(22);
    for (const pick of picks) {
      const { runs } = fan.input({ ...settings, pick });
      expect(runs![0]).toEqual(runOf({ ...settings, pick }));
      expect(new Set(runs!.map((run) => JSON.stringify(run))).size).toBe(22);
    }
  });

  it('name the settings that pick them out', () => {
    for (const [i, run] of result.runs.entries()) {
      const { pick } = fan.pick!(result, i) as { pick: string };
      expect(runOf({ ...settings, pick })).toEqual(run!.config);
    }
  });

  it('are fewer where each one costs much, the picked one always among them', () => {
    // 10 million values a run.
    const wide = { ...settings, n: 10_000, generations: 1000 };
    for (const pick of picks) {
      const { runs } = fan.input({ ...wide, pick });
      expect(runs!.length).toBeLessThan(6);
      expect(runs![0]).toEqual(runOf({ ...wide, pick }));
    }
    const widest = fan.input({ ...wide, generations: 5000 });
    expect(widest.runs).toEqual([runOf({ ...wide, generations: 5000 })]);
  });
});

describe('a result that serves other settings too', () => {
  it('is to the last bit what they would give afresh, for every run and every guess', () => {
    for (const pick of picks) {
      const after = { ...settings, pick, guess: 'third' };
      expect(fan.reuse!(result, settings, after)).toEqual(fresh(after));
    }
    for (const guess of optionsOf('guess')) {
      const after = { ...settings, guess };
      expect(fan.reuse!(result, settings, after)).toEqual(fresh(after));
    }
  });

  it('is so from any of them to any other', () => {
    let now = result;
    let set = settings;
    for (const pick of ['run-7', 'second-graph', 'run-20', 'run-1', 'first-graph']) {
      const after = { ...settings, pick };
      now = fan.reuse!(now, set, after)!;
      set = after;
    }
    expect(now).toEqual(result);
  });

  it('serves no other settings', () => {
    for (const [name, value] of Object.entries({ n: 100, seed: 'other', replicates: 30, mu: 0 })) {
      expect(fan.reuse!(result, settings, { ...settings, [name]: value })).toBe(null);
    }
  });

  it('serves no run that was not made', () => {
    const before = { ...settings, n: 10_000, generations: 1000 };
    const input = fan.input(before);
    const runs = input.runs!.map((config) => ({ config, at: [1], values: {}, ended: null }));
    const few = { input, ensembles: [], runs };
    expect(fan.reuse!(few, before, { ...before, pick: 'run-9' })).toBe(null);
    const after = { ...before, pick: 'second-graph' };
    expect(fan.reuse!(few, before, after)!.runs.map((run) => run!.config)).toEqual(
      fan.input(after).runs,
    );
    const unfinished = { ...few, runs: [runs[0]!, ...runs.slice(1).map(() => null)] };
    expect(fan.reuse!(unfinished, before, after)).toBe(null);
  });
});

/** The right end of the picked run's line in a drawing: its moves added up. */
function endOfLine(svg: SVGSVGElement): [x: number, y: number] {
  const d = svg.querySelector('[data-role=picked]')!.getAttribute('d')!;
  let [x, y] = [0, 0];
  for (const move of d.matchAll(/[Mml](-?[\d.]+),?(-?[\d.]+)/g)) {
    x += Number(move[1]);
    y += Number(move[2]);
  }
  return [x, y];
}

describe('picking a run in the picture', () => {
  const view = { width: 700, document, uid: 'test' };
  const drawn = picture.draw(result, last, view);

  it('finds under the end of each line the run that ends there', () => {
    for (const [i, run] of result.runs.entries()) {
      const picked = picking(result, i);
      expect(picked.runs[0]).toBe(run);
      const svg = picture.draw(picked, last, view);
      const [x, y] = endOfLine(svg);
      const right = Number(svg.querySelector('[data-role=playhead]')!.getAttribute('data-right'));
      expect(Math.abs(x - right)).toBeLessThan(0.1);
      expect(picture.pickAt!(svg, picked, x, y)).toBe(0);
      // All drawings have the same axes.
      expect(picture.pickAt!(drawn, result, x, y)).toBe(i);
    }
  });

  it('finds the highest above all lines, and the lowest below', () => {
    const ends = result.runs.map((run) => run!.values.sigma![last]!);
    const right = Number(drawn.querySelector('[data-role=playhead]')!.getAttribute('data-right'));
    const at = (y: number) => picture.pickAt!(drawn, result, right, y);
    expect(at(-100)).toBe(ends.indexOf(Math.max(...ends)));
    expect(at(1000)).toBe(ends.indexOf(Math.min(...ends)));
  });

  it('finds none where there are none', () => {
    const none = { ...result, runs: [] };
    expect(picture.pickAt!(picture.draw(none, last, view), none, 300, 200)).toBe(null);
    expect(picture.pickNext!(none, last, 1)).toBe(null);
    const svg = picture.draw({ ...result, runs: [null] }, last, view);
    expect(picture.pickAt!(svg, { ...result, runs: [null] }, 300, 200)).toBe(null);
  });

  it.each([1, -1] as const)(
    'goes by arrow keys through all runs in their order and back to the first, step %i',
    (step) => {
      for (const frame of [0, 40, last]) {
        let now = result;
        const heights: number[] = [];
        do {
          heights.push(now.runs[0]!.values.sigma![frame]!);
          now = picking(now, picture.pickNext!(now, frame, step)!);
        } while (now.runs[0] !== result.runs[0] && heights.length < 100);
        expect(heights).toHaveLength(22);
        // One turn round: going up there is one fall, at the top, and going down one rise.
        const against = heights.filter((height, i) => (heights[(i + 1) % 22]! - height) * step < 0);
        expect(against).toHaveLength(1);
      }
    },
  );

  it('goes up from a run that has ended to the lowest that has not, down to the highest', () => {
    const sigma = new Float64Array(last + 1).fill(NaN);
    const [first, ...others] = result.runs;
    const ended = { ...first!, values: { ...first!.values, sigma } };
    const some = { ...result, runs: [ended, ...others] };
    const ends = others.map((run) => run!.values.sigma![last]!);
    expect(picture.pickNext!(some, last, 1)).toBe(1 + ends.indexOf(Math.min(...ends)));
    expect(picture.pickNext!(some, last, -1)).toBe(1 + ends.indexOf(Math.max(...ends)));
  });

  it('passes over runs that have ended', () => {
    const ended = result.runs.map((run, i) =>
      i % 2 === 0
        ? run
        : { ...run!, values: { ...run!.values, sigma: new Float64Array(last + 1).fill(NaN) } },
    );
    const some = { ...result, runs: ended };
    for (const step of [1, -1] as const) {
      expect(picture.pickNext!(some, last, step)! % 2).toBe(0);
    }
    const svg = picture.draw(some, last, view);
    for (const y of [0, 100, 200, 300]) {
      expect(picture.pickAt!(svg, some, 600, y)! % 2).toBe(0);
    }
  });
});

describe('what the fan says', () => {
  it.each([
    ['first-graph', 'The first graph’s run stands at 4.04: 25 % of all runs are narrower.', 25.3],
    ['second-graph', 'The second graph’s run stands at 9.91: 55 % of all runs are narrower.', 55.3],
  ])('of %s: where it stands among all runs, by the exact law', (pick, expected, percentile) => {
    const picked = fan.reuse!(result, settings, { ...settings, pick })!;
    expect(said(picked, last)).toContain(expected);
    const s = picked.runs[0]!.values.sigma![last]!;
    const below = chanceBelow(only(picked), last, s);
    expect((100 * below).toFixed(1)).toBe(String(percentile));
    expect(below).toBe(cdfOfSd({ n: 200, k: 500, sigma: 30, x: s }));
  });

  it('of the other runs, by their numbers', () => {
    const picked = fan.reuse!(result, settings, { ...settings, pick: 'run-20' })!;
    expect(said(picked, last)).toMatch(/ Run 20 stands at [\d.]+: \d+ % of all runs/);
  });

  it.each([
    ['same', 'You guessed 30: 87 % of all runs end below that.'],
    ['two-thirds', 'You guessed 20: 78 % of all runs end below that.'],
    ['third', 'You guessed 9: right in the middle half.'],
    ['fifteenth', 'You guessed 2: 90 % of all runs end above that.'],
    ['hundredth', 'You guessed 0.3: more than 99 % of all runs end above that.'],
  ])('of the guess “%s”, once the last generation is shown', (guess, expected) => {
    const guessed = fan.reuse!(result, settings, { ...settings, guess })!;
    expect(said(guessed, last)).toContain(` ${expected}`);
    expect(said(guessed, last - 1)).not.toContain('You guessed');
    const multiple = Number(guessed.input.context!.guess);
    const below = cdfOfSd({ n: 200, k: 500, sigma: 1, x: multiple });
    const share = Number(/(\d+) % of all runs end/.exec(expected)?.[1] ?? NaN) / 100;
    if (expected.includes('middle half')) expect(Math.abs(below - 0.5)).toBeLessThan(0.25);
    else if (expected.includes('more than')) expect(1 - below).toBeGreaterThan(share);
    else if (expected.includes('below')) expect(Math.abs(below - share)).toBeLessThan(0.006);
    else expect(Math.abs(1 - below - share)).toBeLessThan(0.006);
  });

  it.each([
    [0.24, 'of all runs end above that'],
    [0.26, 'right in the middle half'],
    [0.74, 'right in the middle half'],
    [0.76, 'of all runs end below that'],
  ])('of a guess below which the law has %d: on which side of the middle half', (p, expected) => {
    const guess = exactQuantileOfSd({ n: 200, k: 500, sigma: 1, p });
    const guessed = { ...result, input: { ...result.input, context: { guess } } };
    expect(said(guessed, last)).toContain(expected);
  });

  it('of no guess nothing, nor of one that was about other settings', () => {
    const silent: Settings[] = [{ guess: 'none' }, { guess: 'ask' }, { guess: 'third', n: 100 }];
    for (const changes of silent) {
      const found = fresh(changes);
      expect(found.input.context).toEqual({});
      expect(fan.sentence(found, last)).not.toContain('guess');
    }
  });

  it('of runs that have all ended: that none has come so far', () => {
    const ended = fresh({ n: 2, generations: 5000 });
    expect(only(ended).bands.at(-1)!.survivors).toBe(0);
    expect(fan.sentence(ended, only(ended).config.at.length - 1)).toBe(
      'No run has reached generation 5,000.',
    );
    const { bands } = only(ended);
    const opening = fan.openAt(ended);
    expect(bands[opening]!.survivors).toBeGreaterThan(0);
    expect(bands[opening + 1]!.survivors).toBe(0);
    expect(said(ended, opening)).toMatch(/^In generation [\d,]+ half of the runs have/);
  });
});

describe('the demo of the picked run', () => {
  it('takes over each run of the fan, to the last bit', () => {
    for (const [i, run] of result.runs.entries()) {
      const theirs = { ...settings, ...fan.pick!(result, i) };
      const mine = { ...defaultSettings(pickedRun.fields), ...pickedRun.follows!.settings(theirs) };
      expect(pickedRun.repair(mine)).toEqual({ settings: mine, notes: [] });
      const { fitted } = finish('run', pickedRun.input(mine));
      const kept = run!.at.map((t) => fitted.sigma![t - 1]);
      expect(kept).toEqual([...run!.values.sigma!]);
    }
  });

  it('follows the fan in all its settings, and opens as the fan does', () => {
    const theirs = {
      ...settings,
      n: 50,
      generations: 70,
      mu: 1,
      sigma: 2,
      seed: 'x',
      pick: 'run-4',
    };
    expect(pickedRun.follows).toMatchObject({ demo: 'fan' });
    expect(pickedRun.follows!.settings({ ...theirs, estimator: 'unbiased-log' })).toEqual({
      n: 50,
      generations: 70,
      estimator: 'unbiased-log',
      mu: 1,
      sigma: 2,
      seed: 'x',
      stream: 'keyed',
      run: 4,
    });
    const opening = defaultSettings(pickedRun.fields);
    expect(pickedRun.follows!.settings(defaultSettings(fan.fields))).toEqual(opening);
  });
});
