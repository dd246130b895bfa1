import { describe, expect, it } from 'vitest';
import { finish } from '../../src/components/demo/finish.ts';
import { growth as demo } from '../../src/components/demos/growth.ts';
import { growth, medianByLaw, powerOf } from '../../src/components/figures/growth.ts';
import { valuesAt } from '../../src/lib/ensemble/pick.ts';
import { defaultSettings } from '../../src/lib/settings.ts';
import { quantileOfGrowing } from '../../src/lib/theory/growingLaw.ts';
import { expectRelative } from '../support/relative.ts';
import { pathIn, pointsOf } from './paths.ts';
import { document } from './sound.ts';

const RUNS = 2000;
const asked = { ...defaultSettings(demo.fields), power: 0.7, generations: 150, replicates: RUNS };
const result = finish('ensembles', demo.input(asked));
const [own] = result.ensembles;
const { n, at } = own!.config;
const frame = at.length - 1;
const { columns, rows } = growth.table(result, frame);

/** Sizes of generations 1 to t. */
const sizesOf = (power: number, t: number) =>
  Array.from({ length: t }, (_, i) => Math.round(n * (i + 1) ** power));

describe('samples that grow as powers', () => {
  it('are those of the reader first, then five to compare', () => {
    expect(result.ensembles.map(powerOf)).toEqual([0.7, 0, 0.5, 1, 1.5, 2]);
    expect(columns).toHaveLength(13);
    expect(columns[1]).toBe('median of s at your p = 0.7, simulated');
  });

  it('have the law of theory in the table, at every power', () => {
    for (const [i, ensemble] of result.ensembles.entries()) {
      for (const [row, t] of at.entries()) {
        const sizes = sizesOf(powerOf(ensemble), t);
        const law = quantileOfGrowing({ sizes, sigma: 30, p: 0.5 });
        expectRelative(Number(rows[row]![2 + 2 * i]), law, 1e-9, `p = ${powerOf(ensemble)}, ${t}`);
      }
    }
  });

  it('have runs whose median is that of the law, to 4 standard errors', () => {
    for (const [i, ensemble] of result.ensembles.entries()) {
      for (const row of [0, 10, frame]) {
        const t = at[row]!;
        const logs = valuesAt(ensemble.slices, t, 'sigma').map(Math.log);
        const mean = logs.reduce((sum, x) => sum + x, 0) / RUNS;
        const sd = Math.sqrt(logs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / RUNS);
        const [median, law] = [1, 2].map((place) => Number(rows[row]![place + 2 * i]));
        // A median of normal values has sqrt(pi / 2) times the standard error of their mean. Of log s, whose third cumulant is
        // -1 / (4 (n - 1)^2) a generation beside a variance of 1 / (2 (n - 1)), the median is off the mean by a sixth of their
        // ratio, 1 / (12 (n - 1)), or less where samples grow; twice that for what is left out.
        const tolerance = (4 * Math.sqrt(Math.PI / 2) * sd) / Math.sqrt(RUNS) + 1 / (6 * (n - 1));
        expect(Math.abs(Math.log(median! / law!)), `p = ${powerOf(ensemble)}, ${t}`).toBeLessThan(
          tolerance,
        );
      }
    }
  });
});

describe('the caption of growing samples', () => {
  const captionFor = (estimator: string) => {
    const short = { ...asked, estimator, generations: 5, replicates: 20 };
    return growth.caption(finish('ensembles', demo.input(short)), 0);
  };

  it.each(['unbiased-variance', 'maximum-likelihood', 'unbiased-standard-deviation'])(
    'says under %s that the spread goes to nothing where samples grow too slowly',
    (estimator) => expect(captionFor(estimator)).toContain('Up to p = 1'),
  );

  it('does not say so of an estimator under which the typical run stands still', () => {
    expect(captionFor('unbiased-log')).not.toContain('Up to p = 1');
  });
});

describe('the picture of growing samples', () => {
  const svg = growth.draw(result, frame, { width: 720, document, uid: 'test' });
  const playhead = svg.querySelector('[data-role=playhead]')!;
  const [left, right] = ['data-left', 'data-right'].map((name) =>
    Number(playhead.getAttribute(name)),
  );
  const toGeneration = (x: number) => 1 + ((x - left!) / (right! - left!)) * (at.at(-1)! - 1);
  // The scale, from the original's line and the law of the first power at its end.
  const [, line] = /^M[\d.]+,([\d.]+)H/.exec(
    pathIn(svg, '[stroke="var(--original)"][stroke-width="1.5"]'),
  )!;
  const law = pointsOf(pathIn(svg, '[stroke="var(--law)"][stroke-width="1.3"]'));
  const end = law[at.length - 1]!;
  const perPixel = Math.log(medianByLaw(own!, at.at(-1)!) / 30) / (end[1] - Number(line));
  const toValue = (y: number) => 30 * Math.exp((y - Number(line)) * perPixel);

  it('has the law’s lines where the law is, as far down as a twentieth of the original', () => {
    const wanted = result.ensembles.flatMap((ensemble) =>
      at.map((t) => [t, medianByLaw(ensemble, t)] as const).filter(([, s]) => s >= 0.05 * 30),
    );
    // Constant samples of ten values lose more than that, the others do not.
    expect(wanted.filter(([t]) => t === at.at(-1))).toHaveLength(5);
    expect(law).toHaveLength(wanted.length);
    law.forEach(([x, y], i) => {
      expect(Math.abs(toGeneration(x) - wanted[i]![0])).toBeLessThan(0.1);
      expect(Math.abs(Math.log(toValue(y) / wanted[i]![1]) / perPixel)).toBeLessThan(0.5);
    });
  });

  it('names each power at its edge', () => {
    for (const power of ['0', '0.5', '1', '1.5', '2'])
      expect(svg.textContent).toContain(`p = ${power}`);
  });
});
