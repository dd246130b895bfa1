import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { finish, shownWith, viewed } from '../../src/components/island/finish.ts';
import { fan, pickedRun as runOf } from '../../src/components/demos/fan.ts';
import { pickedRun } from '../../src/components/demos/pickedRun.ts';
import { only } from '../../src/components/charts/ensemble.ts';
import { fanFigure as picture } from '../../src/components/figures/fan.ts';
import { chanceBelow } from '../../src/components/charts/verdict.ts';
import type { Guessed } from '../../src/components/charts/guess.ts';
import { ensembles } from '../../src/lib/jobs/ensembles.ts';
import { defaultSettings, type ChoiceField, type Settings } from '../../src/settings/fields.ts';
import { cdfOfSd, exactQuantileOfSd } from '../../src/lib/theory/sdLaw.ts';
import {
  axisNames,
  differences,
  drawn as drawingOf,
  HAIR,
  legendOf,
  mark,
  marks,
  points,
  spaced,
  strokes,
  textsOf,
  xScale,
  yScale,
} from '../support/readChart.ts';
import { guessing, madeUp, madeUpPath, resultOf, RUNG_AT, rungOf, RUNGS } from './madeUp.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

/** As the demo opens, with few replicates; the single runs are all there. */
const settings: Settings = { ...defaultSettings(fan.fields), replicates: 20 };
const fresh = (changes: Settings) => shownWith(fan, { ...settings, ...changes });
const result = fresh({});
const last = only(result).config.at.length - 1;

const optionsOf = (name: string) =>
  (fan.fields.find((field) => field.name === name) as ChoiceField).options.map(
    ({ value }) => value,
  );
const picks = optionsOf('pick');

/** What is said, with plain spaces before the per cent signs. */
const said = (of: Guessed, frame: number) => fan.sentence(of, frame).replaceAll('\u00a0', ' ');

/**
 * What the runs at hand show with other settings, if they have all that it takes; null otherwise.
 */
function again(from: Guessed, changes: Settings): Guessed | null {
  const after = { ...settings, ...changes };
  const found = ensembles.again!(from, fan.input(after));
  return found && viewed(fan, found, after);
}

/** The result with another run picked out, as a click makes it. */
const picking = (from: Guessed, index: number) => again(from, fan.pick!(from, index))!;

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
    for (const pick of picks)
      expect(again(result, { pick, guess: 'third' })).toEqual(fresh({ pick, guess: 'third' }));
    for (const guess of optionsOf('guess')) {
      expect(fan.input({ ...settings, guess })).toEqual(result.input);
      expect(again(result, { guess })).toEqual(fresh({ guess }));
    }
  });

  it('is so from any of them to any other', () => {
    let now = result;
    for (const pick of ['run-7', 'second-graph', 'run-20', 'run-1', 'first-graph'])
      now = again(now, { pick })!;
    expect(now).toEqual(result);
  });

  it('serves no other settings', () => {
    for (const [name, value] of Object.entries({ n: 100, seed: 'other', replicates: 30, mu: 0 })) {
      expect(again(result, { [name]: value })).toBe(null);
    }
  });

  it('serves no run that was not made', () => {
    const long = { n: 10_000, generations: 1000 };
    const input = fan.input({ ...settings, ...long });
    const runs = input.runs!.map((config) => ({ config, at: [1], values: {}, ended: null }));
    const few = guessing({ input, ensembles: [], runs });
    expect(again(few, { ...long, pick: 'run-9' })).toBe(null);
    const second = { ...long, pick: 'second-graph' };
    expect(again(few, second)!.runs.map((run) => run!.config)).toEqual(
      fan.input({ ...settings, ...second }).runs,
    );
    const unfinished = { ...few, runs: [runs[0]!, ...runs.slice(1).map(() => null)] };
    expect(again(unfinished, second)).toBe(null);
  });
});

describe('picking a run in the picture', () => {
  const view = { width: 700, height: 320, document, uid: 'test' };
  const drawing = picture.draw(result, last, view);

  it('finds under the end of each line the run that ends there', () => {
    for (const [i, run] of result.runs.entries()) {
      const picked = picking(result, i);
      expect(picked.runs[0]).toBe(run);
      const own = picture.draw(picked, last, view);
      const [x, y] = points(own.svg, '[data-role=picked]').at(-1)!;
      expect(Math.abs(x - xScale(own.svg).toPixel(500))).toBeLessThan(HAIR);
      expect(picture.pickAt!(own, picked, x, y)).toBe(0);
      // All drawings have the same axes.
      expect(picture.pickAt!(drawing, result, x, y)).toBe(i);
    }
  });

  it('finds the highest above all lines, and the lowest below', () => {
    const ends = result.runs.map((run) => run!.values.sigma![last]!);
    const right = xScale(drawing.svg).toPixel(500);
    const at = (y: number) => picture.pickAt!(drawing, result, right, y);
    expect(at(-100)).toBe(ends.indexOf(Math.max(...ends)));
    expect(at(1000)).toBe(ends.indexOf(Math.min(...ends)));
  });

  it('finds none where there are none', () => {
    const none = { ...result, runs: [] };
    expect(picture.pickAt!(picture.draw(none, last, view), none, 300, 200)).toBe(null);
    expect(picture.pickNext!(none, last, 1)).toBe(null);
    const own = picture.draw({ ...result, runs: [null] }, last, view);
    expect(picture.pickAt!(own, { ...result, runs: [null] }, 300, 200)).toBe(null);
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
    const own = picture.draw(some, last, view);
    for (const y of [0, 100, 200, 300]) {
      expect(picture.pickAt!(own, some, 600, y)! % 2).toBe(0);
    }
  });
});

describe('what the fan says', () => {
  it.each([
    ['first-graph', 'The first graph’s run stands at 4.04: 25 % of all runs are narrower.', 25.3],
    ['second-graph', 'The second graph’s run stands at 9.91: 55 % of all runs are narrower.', 55.3],
  ])('of %s: where it stands among all runs, by the exact law', (pick, expected, percentile) => {
    const picked = again(result, { pick })!;
    expect(said(picked, last)).toContain(expected);
    const s = picked.runs[0]!.values.sigma![last]!;
    const below = chanceBelow(only(picked), last, s);
    expect((100 * below).toFixed(1)).toBe(String(percentile));
    expect(below).toBe(cdfOfSd({ n: 200, k: 500, sigma: 30, x: s }));
  });

  it('of the other runs, by their numbers', () => {
    const picked = again(result, { pick: 'run-20' })!;
    expect(said(picked, last)).toMatch(/ Run 20 stands at [\d.]+: \d+ % of all runs/);
  });

  it.each([
    ['same', 'You guessed 30: 87 % of all runs end below that.'],
    ['two-thirds', 'You guessed 20: 78 % of all runs end below that.'],
    ['third', 'You guessed 9: right in the middle half.'],
    ['fifteenth', 'You guessed 2: 90 % of all runs end above that.'],
    ['hundredth', 'You guessed 0.3: more than 99 % of all runs end above that.'],
  ])('of the guess “%s”, once the last generation is shown', (guess, expected) => {
    const guessed = again(result, { guess })!;
    expect(said(guessed, last)).toContain(` ${expected}`);
    expect(said(guessed, last - 1)).not.toContain('You guessed');
    const multiple = guessed.view.guess!;
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
    expect(said(guessing(result, guess), last)).toContain(expected);
  });

  it('of no guess nothing, nor of one that was about other settings', () => {
    const silent: Settings[] = [{ guess: 'none' }, { guess: 'ask' }, { guess: 'third', n: 100 }];
    for (const changes of silent) {
      const found = fresh(changes);
      expect(found.view).toEqual({ guess: null });
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

describe('the picture of the fan', () => {
  const at = [1, 4, 7, 10];
  const n = 30;
  const truth = { mu: 0, sigma: 5 };
  const sigmaOf = (t: number, rung: number) => 5 * 0.96 ** t * 2 ** (rung / 20);
  const ensemble = madeUp(
    { at, truth, n },
    (t, r) => ({ mu: 0, sigma: sigmaOf(t, rungOf(r)) }),
    RUNGS,
  );
  const path = (factor: number, replicate: number) =>
    madeUpPath(
      ensemble,
      at.map((t) => ({ mu: 0, sigma: sigmaOf(t, 0) * factor })),
      null,
      { replicate },
    );
  const runs = [path(1.5, 6), path(0.7, 1), null, path(1.1, 2)];
  const made = guessing(resultOf([ensemble], { runs }));
  const svg = drawingOf(picture, made);
  const scales = { x: xScale(svg), y: yScale(svg, 'log') };
  const lineAt = (level: string) => at.map((t) => [t, sigmaOf(t, RUNG_AT[level]!)] as const);
  const times = (factor: number) => at.map((t) => [t, sigmaOf(t, 0) * factor] as const);

  it('has the middle nine tenths of the runs, the middle half over them, and the median', () => {
    const [outer, inner] = marks(svg, 'path[fill="var(--spread-soft)"]').map((area) =>
      strokes(area).flat(),
    );
    const between = (low: string, high: string) => [...lineAt(low), ...lineAt(high).reverse()];
    expect(differences(outer!, between('0.05', '0.95'), scales)).toEqual([]);
    expect(differences(inner!, between('0.25', '0.75'), scales)).toEqual([]);
    const median = points(svg, '[stroke="var(--spread)"][stroke-width="1.2"]');
    expect(differences(median, lineAt('0.5'), scales)).toEqual([]);
  });

  it('has the five exact percentiles, dashed, and names them where they end', () => {
    const lines = strokes(svg, '[stroke="var(--law)"]');
    const exact = (p: number, k: number) => exactQuantileOfSd({ n, k, sigma: 5, p });
    const levels = Object.keys(RUNG_AT).map(Number);
    expect(lines).toHaveLength(5);
    levels.forEach((p, i) => {
      // Every third of the kept generations, and the last.
      const wanted = [1, 10].map((k) => [k, exact(p, k)] as const);
      expect(differences(lines[i]!, wanted, scales), `p = ${p}`).toEqual([]);
    });
    const names = textsOf(svg).filter(({ className }) => className === 'edge-label');
    expect(names.map(({ text }) => text)).toEqual(['95 %', '75 %', 'median', '25 %', '5 %']);
    names.forEach(({ y }, i) =>
      expect(Math.abs(y - 4 - scales.y.toPixel(exact(levels[4 - i]!, 10)))).toBeLessThan(0.3),
    );
  });

  it('has the picked run thick, the others thin and pale, and the original across', () => {
    const picked = points(svg, '[stroke="var(--spread)"][stroke-width="2"]');
    expect(differences(picked, times(1.5), scales)).toEqual([]);
    const others = strokes(svg, '[stroke="var(--spread)"][stroke-width="1"]');
    expect(others).toHaveLength(2);
    expect(differences(others[0]!, times(0.7), scales)).toEqual([]);
    expect(differences(others[1]!, times(1.1), scales)).toEqual([]);
    expect(mark(svg, '[stroke-width="1"]').getAttribute('stroke-opacity')).toBe('0.24');
    for (const [, y] of points(svg, '[stroke="var(--original)"]'))
      expect(Math.abs(y - scales.y.toPixel(5))).toBeLessThan(HAIR);
  });

  it('names its marks and its axes', () => {
    expect(legendOf(svg)).toEqual([
      'block spread-soft: middle half and nine tenths of the runs',
      'dashed law: exact law',
      'line spread: run 7',
      'thin original: original, 5',
    ]);
    expect(legendOf(drawingOf(picture, guessing(resultOf([ensemble]))))).toHaveLength(3);
    expect(axisNames(svg)).toMatchObject({
      x: 'Generation →',
      y: '↑ standard deviation s, logarithmic scale',
    });
  });

  it('has the reader’s guess as a pin at the right edge', () => {
    const guessed = drawingOf(picture, guessing(resultOf([ensemble], { runs }), 0.8));
    const pin = mark(guessed, '.guess path');
    const [, x, y] = /^M([\d.]+),([\d.]+)/.exec(pin.getAttribute('d')!)!.map(Number);
    expect(Math.abs(x! - xScale(guessed).toPixel(10))).toBeLessThan(HAIR);
    expect(Math.abs(y! - yScale(guessed, 'log').toPixel(4))).toBeLessThan(HAIR);
    expect(pin.getAttribute('fill')).toBe('var(--guess)');
    expect(guessed.textContent).toContain('your guess');
    expect(marks(svg, '.guess')).toHaveLength(0);
  });

  it('has no more than nine other runs where nothing moves', () => {
    const lines = Array.from({ length: 22 }, (_, i) => path(1, i));
    const many = guessing(resultOf([ensemble], { runs: lines }));
    const thin = (still: boolean) =>
      strokes(drawingOf(picture, many, 0, { still }), '[stroke-width="1"]').length;
    expect([thin(false), thin(true)]).toEqual([21, 9]);
  });

  it('says how many thin lines there are, and its demo what was run', () => {
    const note = (result: Guessed) => picture.note!(result);
    expect(note(made)).toMatch(/^Dashed: .* Thin lines: 2 runs made value by value\.$/);
    expect(note(guessing(resultOf([ensemble], { runs: runs.slice(0, 2) })))).toContain(
      'lines: 1 run made',
    );
    expect(note(guessing(resultOf([ensemble])))).not.toContain('Thin lines');
    expect(fan.caption(made)).toMatch(/^n = 30 · /);
  });

  it('has every kept generation in its table, and the picked run', () => {
    const { columns, rows } = picture.table(made, 0);
    expect(columns).toEqual([
      'generation',
      'runs left',
      ...[5, 25, 50, 75, 95].map((percent) => `${percent} % of s, simulated`),
      ...[5, 25, 50, 75, 95].map((percent) => `${percent} % of s, exact law`),
      's of run 7',
    ]);
    rows.forEach((row, i) => {
      const [t, left, ...numbers] = row.map(Number);
      expect([t, left]).toEqual([at[i], 41]);
      const levels = Object.keys(RUNG_AT);
      const wanted = [
        ...levels.map((level) => lineAt(level)[i]![1]),
        ...levels.map((level) => exactQuantileOfSd({ n, k: t!, sigma: 5, p: Number(level) })),
        times(1.5)[i]![1],
      ];
      numbers.forEach((number, j) => expect(number / wanted[j]!, `${t}, ${j}`).toBeCloseTo(1, 12));
    });
  });
});

describe('the words on the fan', () => {
  /**
   * Of an ensemble whose exact median has so much of the original left after k generations: n
   * decides.
   */
  const saidOf = (estimator: string, generations: number, n: number) => {
    const made = madeUp({ at: [1, generations], n, estimator }, () => ({ mu: 0, sigma: 1 }));
    const law = { n, k: generations, sigma: 1, estimator };
    return {
      left: exactQuantileOfSd({ ...law, p: 0.5 }),
      wider: 1 - cdfOfSd({ ...law, x: 1 }),
      said: spaced(picture.takeaway(guessing(resultOf([made])), 0)),
    };
  };

  // Under the unbiased variance log s loses about 1 / (2 n) in a generation.
  it.each([
    [5, 100, 0.97, 0.98, 'Half of all runs are still above the original spread, half below'],
    [10, 100, 0.94, 0.97, 'Half of all runs have less than 9\\d % of the original spread left'],
    [500, 200, 0.25, 0.3, 'Half of all runs have less than 2\\d % of the original spread left'],
  ])('after %i generations of %i values', (generations, n, low, high, words) => {
    const { left, wider, said } = saidOf('unbiased-variance', generations, n);
    expect(left).toBeGreaterThan(low);
    expect(left).toBeLessThan(high);
    expect(said).toMatch(
      new RegExp(
        `^${words} after ${generations} generations; ${(100 * wider).toFixed(0)} % are wider than the original\\.$`,
      ),
    );
  });

  it('are others where next to nothing is left, and where it grows', () => {
    expect(saidOf('maximum-likelihood', 1000, 10).said).toMatch(
      /^Half of all runs have less than 0\.01 % of the original spread left after 1,000 generations; /,
    );
    const grown = saidOf('unbiased-log', 2, 2);
    expect(grown.left).toBeGreaterThan(1.03);
    expect(grown.said).toContain(
      `Half of all runs are more than ${(100 * grown.left).toFixed(0)} % as wide as the original after 2 generations;`,
    );
    expect(saidOf('unbiased-log', 500, 10).said).toMatch(/^Half of all runs are still above the/);
    const none = madeUp({ at: [1, 9] }, (t) => (t === 9 ? null : { mu: 0, sigma: 1 }));
    expect(picture.takeaway(guessing(resultOf([none])), 0)).toBe(
      'No run has reached the last generation.',
    );
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
