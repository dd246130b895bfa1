import { describe, expect, it } from 'vitest';
import { finish } from '../../src/components/island/finish.ts';
import { growth as demo } from '../../src/components/demos/growth.ts';
import {
  growthFigure as growth,
  growthSentence,
  medianByLaw,
  powerOf,
} from '../../src/components/figures/growth.ts';
import { percent } from '../../src/components/charts/words.ts';
import { valuesAt } from '../../src/lib/ensemble/pick.ts';
import { defaultSettings } from '../../src/settings/fields.ts';
import { quantileOfGrowing } from '../../src/lib/theory/growingLaw.ts';
import { expectRelative } from '../support/relative.ts';
import {
  axisNames,
  differences,
  HAIR,
  legendOf,
  marks,
  points,
  strokes,
  textsOf,
  xScale,
  yScale,
} from '../support/readChart.ts';
import { madeUp, resultOf } from './madeUp.ts';
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
        // A median of normal values has sqrt(pi / 2) times the standard error of their mean. Of log
        // s, whose third cumulant is -1 / (4 (n - 1)^2) a generation beside a variance of 1 / (2 (n
        // - 1)), the median is off the mean by a sixth of their ratio, 1 / (12 (n - 1)), or less
        // where samples grow; twice that for what is left out.
        const tolerance = (4 * Math.sqrt(Math.PI / 2) * sd) / Math.sqrt(RUNS) + 1 / (6 * (n - 1));
        expect(Math.abs(Math.log(median! / law!)), `p = ${powerOf(ensemble)}, ${t}`).toBeLessThan(
          tolerance,
        );
      }
    }
  });
});

describe('the words below growing samples', () => {
  const noteFor = (estimator: string) => {
    const short = { ...asked, estimator, generations: 5, replicates: 20 };
    return growth.note!(finish('ensembles', demo.input(short)));
  };

  it('say what was run', () => {
    expect(demo.caption(result)).toBe(
      `Generation t is fitted to n tᵖ values, n = ${n} · 2,000 runs for each p · seed growth`,
    );
  });

  it.each(['unbiased-variance', 'maximum-likelihood', 'unbiased-standard-deviation'])(
    'says under %s that the spread goes to nothing where samples grow too slowly',
    (estimator) => expect(noteFor(estimator)).toContain('Up to p = 1'),
  );

  it('does not say so of an estimator under which the typical run stands still', () => {
    expect(noteFor('unbiased-log')).not.toContain('Up to p = 1');
  });
});

describe('the picture of growing samples', () => {
  const svg = growth.draw(result, frame, { width: 720, height: 320, document, uid: 'test' }).svg;
  const scales = { x: xScale(svg), y: yScale(svg, 'log') };
  const inSight = (values: readonly (readonly [number, number])[]) =>
    values.filter(([, s]) => s >= 0.05 * 30);

  it('has the law’s lines where the law is, as far down as a twentieth of the original', () => {
    const wanted = result.ensembles.flatMap((ensemble) =>
      inSight(at.map((t) => [t, medianByLaw(ensemble, t)] as const)),
    );
    // Constant samples of ten values lose more than that, the others do not.
    expect(wanted.filter(([t]) => t === at.at(-1))).toHaveLength(5);
    expect(differences(points(svg, '[stroke="var(--law)"]'), wanted, scales)).toEqual([]);
  });

  it('has a dot at the simulated median of every third generation kept, for each power', () => {
    const wanted = result.ensembles.flatMap(({ bands }) =>
      inSight(
        bands
          .filter((_, row) => row % 3 === 0 || row === frame)
          .map(({ t, statistics }) => [t, statistics.sigma!.quantiles['0.5']!] as const),
      ),
    );
    expect(
      differences(points(svg, '[stroke="var(--spread)"][stroke-width="4"]'), wanted, scales),
    ).toEqual([]);
  });

  it('has the bands of the reader’s own power, and the original across', () => {
    const [outer, inner] = marks(svg, 'path[fill="var(--spread-soft)"]').map((path) =>
      strokes(path).flat(),
    );
    const line = (level: string) =>
      own!.bands.map(({ t, statistics }) => [t, statistics.sigma!.quantiles[level]!] as const);
    expect(differences(outer!, [...line('0.05'), ...line('0.95').reverse()], scales)).toEqual([]);
    expect(differences(inner!, [...line('0.25'), ...line('0.75').reverse()], scales)).toEqual([]);
    for (const [, y] of points(svg, '[stroke="var(--original)"]'))
      expect(Math.abs(y - scales.y.toPixel(30))).toBeLessThan(HAIR);
  });

  it('names its marks, its axes and each power at its end, the largest the highest', () => {
    expect(legendOf(svg)).toEqual([
      'block spread-soft: runs at your p',
      'dot spread: typical run, simulated',
      'dashed law: approximation',
    ]);
    expect(axisNames(svg)).toMatchObject({
      x: 'Generation →',
      y: '↑ standard deviation s, logarithmic scale',
    });
    const names = textsOf(svg).filter(({ className }) => className === 'edge-label');
    expect(names.map(({ text }) => text)).toEqual([
      ...['p = 2', 'p = 1.5', 'p = 1', 'your p', 'p = 0.5', 'p = 0'],
    ]);
  });
});

describe('the words on growing samples', () => {
  it('say what the typical run has left at the powers that are compared', () => {
    const left = result.ensembles
      .slice(1)
      .map((ensemble) => `${percent(medianByLaw(ensemble, 150) / 30)} at p = ${powerOf(ensemble)}`);
    expect(growth.takeaway(result, 0)).toBe(
      `After 150 generations the typical run has, by a close approximation, this much of its spread left: ${left.join(', ')}.`,
    );
  });

  it('say how many values a generation is fitted to, and what they buy', () => {
    const median = own!.bands[frame]!.statistics.sigma!.quantiles['0.5']!;
    const size = Math.round(n * 150 ** 0.7);
    expect(growthSentence(result, frame)).toBe(
      `At p = 0.7 generation 150 is fitted to ${size} values, and the typical run has ${percent(median / 30)} of the original spread left (by the approximation ${percent(medianByLaw(own!, 150) / 30)}).`,
    );
  });

  it('write large samples short, and say where no run is left', () => {
    const of = (power: number, fit: { mu: number; sigma: number } | null) => {
      const asking = { at: [1000], n: 10, regime: 'growing', regimeOptions: { power } };
      return growthSentence(resultOf([madeUp(asking, () => fit)]), 0);
    };
    // 10 times 1,000^2.6 and 1,000^2.7: 6.3e8 and 1.26e9.
    expect(of(2.6, { mu: 0, sigma: 1 })).toContain('is fitted to 630,957,344 values');
    expect(of(2.7, { mu: 0, sigma: 1 })).toContain('is fitted to 1.26\u00a0×\u00a010⁹ values');
    expect(of(1, null)).toBe('No run is left in generation 1,000.');
  });
});
