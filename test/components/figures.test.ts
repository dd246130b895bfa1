import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { finish } from '../../src/components/demo/finish.ts';
import { toCsv } from '../../src/components/demo/table.ts';
import { demos } from '../../src/components/demos/index.ts';
import type { RunResult } from '../../src/lib/jobs/run.ts';
import { defaultSettings, type Settings } from '../../src/lib/settings.ts';
import { jobs } from '../../src/lib/jobs/index.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

/** Runs at the edge of what the settings allow. */
const EDGES: Readonly<Record<string, Settings>> = {
  'as it opens': {},
  'two values, which soon are equal': { n: 2, seed: 'tiny', stream: 'keyed' },
  'two values about zero': { n: 2, mu: 0, seed: 'tiny', stream: 'keyed' },
  'equal values from the first generation on': {
    n: 2,
    sigma: 0.01,
    seed: '1051',
    stream: 'source',
  },
  'one generation': { generations: 1 },
  'two generations of two values': { n: 2, generations: 2 },
  'a wide original far away': { mu: -1000, sigma: 1000 },
  'a narrow original far away': { mu: 1000, sigma: 0.01, n: 3 },
  'a seed that is markup': { seed: '<svg onload=x>&"\'', stream: 'keyed' },
};

const NO_NUMBER = /NaN|Infinity|undefined|null|∞|—/;

describe.each(demos.all)('demo $id', (demo) => {
  describe.each(Object.entries(EDGES))('with %s', (_name, changes) => {
    const { settings } = demo.repair({ ...defaultSettings(demo.fields), ...changes });
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
          for (const width of [240, 600, 1100]) {
            const svg = figure.draw(result, frame, { width, document, uid: 'test' });
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

  it('names settings, a preview and a cost for its job', () => {
    const settings = defaultSettings(demo.fields);
    expect(Object.keys(jobs)).toContain(demo.job);
    expect(demo.repair(settings)).toEqual({ settings, notes: [] });
    expect(demo.cost(settings)).toBeGreaterThan(0);
    for (const { settings: named } of demo.presets) {
      const all = { ...settings, ...named };
      expect(demo.repair(all)).toEqual({ settings: all, notes: [] });
      const whole = finish(demo.job, demo.input(all)) as RunResult;
      const part = finish(demo.job, demo.preview(all)) as RunResult;
      expect(part.asked).toBe(whole.asked);
      expect([...part.fitted['mu']!]).toEqual([...whole.fitted['mu']!.slice(0, part.reached)]);
    }
    for (const name of demo.folded) expect(settings).toHaveProperty(name);
  });
});

it('writes a table as text that keeps every digit and every sign', () => {
  const rows = [
    [1, 0.1 + 0.2],
    [-1e-17, 'a "b", c\nd'],
  ];
  expect(toCsv({ columns: ['x', 'y, z'], rows })).toBe(
    'x,"y, z"\r\n1,0.30000000000000004\r\n-1e-17,"a ""b"", c\nd"\r\n',
  );
});
