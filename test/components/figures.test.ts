import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Demo } from '../../src/components/demo/definition.ts';
import { finish } from '../../src/components/demo/finish.ts';
import { demos } from '../../src/components/demos/index.ts';
import { pathOf } from '../../src/lib/ensemble/pick.ts';
import type { EnsemblesResult } from '../../src/lib/jobs/ensembles.ts';
import { jobs, type JobName } from '../../src/lib/jobs/index.ts';
import type { ShapesResult } from '../../src/lib/jobs/shapes.ts';
import type { PassagesResult } from '../../src/lib/jobs/passages.ts';
import type { RunResult } from '../../src/lib/jobs/run.ts';
import { defaultSettings, readField, type Settings } from '../../src/lib/settings.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

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

/** Runs of an ensemble at most, except as it opens: enough for every picture. */
const MOST_RUNS = 60;

/** The demo's settings with some changes, as a link would bring them: those that it has, each legal. */
function settingsOf(demo: Demo, changes: Settings): Settings {
  const set = { ...defaultSettings(demo.fields), ...changes };
  if (Object.keys(changes).length > 0 && 'replicates' in set) {
    set.replicates = Math.min(Number(set.replicates), MOST_RUNS);
  }
  const legal = demo.fields.map((field) => [
    field.name,
    readField(field, String(set[field.name])).value,
  ]);
  return demo.repair(Object.fromEntries(legal)).settings;
}

const NO_NUMBER = /NaN|Infinity|undefined|null|∞|—/;

describe.each(demos.all)('demo $id', (demo) => {
  describe.each(Object.entries(EDGES))('with %s', (_name, changes) => {
    const settings = settingsOf(demo, changes);
    const result = finish(demo.job, demo.input(settings));
    const last = demo.frames(result) - 1;
    const frames = [...new Set([0, Math.floor(last / 2), demo.openAt(result), last])];

    it('opens within its frames', () => {
      expect(last).toBeGreaterThanOrEqual(0);
      expect(demo.openAt(result)).toBeGreaterThanOrEqual(0);
      expect(demo.openAt(result)).toBeLessThanOrEqual(last);
    });

    it('draws nothing and says nothing that is not a number', () => {
      for (const frame of frames) {
        const said = [demo.sentence(result, frame), demo.frameLabel(result, frame)];
        for (const figure of demo.figures) {
          for (const [width, still] of [
            [240, false],
            [600, true],
            [1100, false],
          ] as const) {
            const svg = figure.draw(result, frame, { width, document, uid: 'test', still });
            for (const element of [svg, ...svg.querySelectorAll('*')]) {
              for (const { name, value } of element.attributes)
                expect(value, `${figure.id} <${element.tagName} ${name}>`).not.toMatch(NO_NUMBER);
            }
            expect(svg.textContent).not.toMatch(NO_NUMBER);
            expect(svg.getAttribute('role')).toBe('img');
            expect(svg.querySelector('[style], style, script')).toBeNull();
          }
          said.push(
            figure.title(result),
            figure.takeaway(result, frame),
            figure.caption(result, frame),
          );
          const table = figure.table(result, frame);
          for (const row of table.rows) {
            expect(row.length).toBe(table.columns.length);
            expect(row.join()).not.toMatch(NO_NUMBER);
          }
        }
        for (const sentence of said) {
          expect(sentence).toMatch(/\S/);
          expect(sentence).not.toMatch(NO_NUMBER);
        }
      }
    });

    it('finds under a pixel the frame that it put there', () => {
      for (const figure of demo.figures.filter(({ frameAt }) => frameAt)) {
        const svg = figure.draw(result, 0, { width: 700, document, uid: 'test' });
        const line = svg.querySelector('[data-role=playhead]');
        if (!line) continue;
        for (const frame of frames) {
          figure.move!(svg, result, frame);
          const [, x] = /translate\(([\d.]+),/.exec(line.getAttribute('transform')!)!;
          expect(figure.frameAt!(svg, result, Number(x))).toBe(frame);
        }
      }
    });
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
      expect(demo.cost(all)).toBeGreaterThan(0);
      expect(demo.progress(all, 0.5)).not.toMatch(NO_NUMBER);
    }
    for (const name of demo.folded) expect(settings).toHaveProperty(name);
  });

  it.each<[string, Settings]>([
    ['as it opens', {}],
    ...demo.presets.map(({ label, settings }) => [label, settings] as [string, Settings]),
    ['with few runs', { replicates: 10 }],
    ['with many generations', { n: 10, generations: 3000 }],
  ])('has a preview that begins as the whole does, on the same axes: %s', (_, named) => {
    const settings = settingsOf(demo, { seed: 'preview', ...named });
    const whole = finish(demo.job, demo.input(settings));
    const part = finish(demo.job, demo.preview(settings));
    begins[demo.job](part as never, whole as never);
    if (demo.job !== 'run') expect(demo.frames(part)).toBe(demo.frames(whole));
    for (const figure of demo.figures) expect(figure.title(part)).toBe(figure.title(whole));
  });
});

/** What it means, for each job, that one result begins as another does, to the last bit. */
const begins: Readonly<Record<JobName, (part: never, whole: never) => void>> = {
  run(part: RunResult, whole: RunResult) {
    expect(part.asked).toBe(whole.asked);
    expect(part.reached > 0).toBe(whole.reached > 0);
    for (const [name, column] of Object.entries(part.fitted)) {
      expect(column).toEqual(whole.fitted[name]!.slice(0, part.reached));
    }
  },
  ensembles(part: EnsemblesResult, whole: EnsemblesResult) {
    expect(part.input.context).toEqual(whole.input.context);
    expect(part.ensembles).toHaveLength(whole.ensembles.length);
    for (const [i, { config, made, slices }] of part.ensembles.entries()) {
      const all = whole.ensembles[i]!;
      expect(config).toEqual({ ...all.config, replicates: made });
      expect(made).toBeLessThanOrEqual(all.made);
      for (let replicate = 0; replicate < made; replicate++) {
        for (const name of Object.keys(slices[0]!.values)) {
          const path = pathOf(slices, replicate, name);
          expect(path).toEqual(pathOf(all.slices, replicate, name));
        }
      }
    }
    expect(part.runs).toEqual(whole.runs.slice(0, part.runs.length));
  },
  passages(part: PassagesResult, whole: PassagesResult) {
    expect(part.threshold).toEqual(whole.threshold);
    expect(part.config).toEqual({ ...whole.config, replicates: part.times.length });
    expect(part.times).toEqual(whole.times.slice(0, part.times.length));
  },
  shapes(part: ShapesResult, whole: ShapesResult) {
    expect(part.made).toBe(part.input.replicates);
    expect(part.input).toEqual({ ...whole.input, replicates: part.made });
    const few = finish('shapes', part.input);
    expect(part).toEqual(few);
  },
};
