import { describe, expect, it } from 'vitest';
import { estimatorsCaption } from '../../src/components/charts/captions.ts';
import { finish } from '../../src/components/island/finish.ts';
import { estimators } from '../../src/components/demos/estimators.ts';
import {
  estimatorFan,
  estimatorsSentence,
  effectOf,
} from '../../src/components/figures/estimatorFan.ts';
import { short } from '../../src/components/charts/words.ts';
import { estimatorFor } from '../../src/lib/estimators/index.ts';
import { valuesAt } from '../../src/lib/ensemble/pick.ts';
import { defaultSettings } from '../../src/settings/fields.ts';
import { driftTable } from '../../src/lib/theory/driftTable.ts';
import { fallTimeOfMedian } from '../../src/lib/theory/fallTimeOfMedian.ts';
import { scaleOf } from '../../src/lib/theory/scale.ts';
import { exactQuantileOfSd } from '../../src/lib/theory/sdLaw.ts';
import {
  axisNames,
  differences,
  drawn,
  legendOf,
  marks,
  points,
  strokes,
  textsOf,
  xScale,
  yScale,
} from '../support/readChart.ts';
import { madeUp, resultOf, RUNG_AT, rungOf, RUNGS } from './madeUp.ts';

const settings = { ...defaultSettings(estimators.fields), replicates: 40 };

/** The kept quantity, in the words of the picture. */
const KEPT = {
  nothing: /No average is kept\./,
  variance: /average of s² is kept\./,
  'standard-deviation': /average of s is kept, and that of s² grows/,
  logarithm: /average of log s is kept, and that of s² grows/,
  median: /median is kept/,
};

describe.each([5, 50, 1000, 10_000])('the four ways of estimating, n = %i', (n) => {
  const result = finish('ensembles', estimators.input({ ...settings, n, generations: 20 }));
  const table = driftTable(n);

  it('have the fate that the drift table gives them', () => {
    const source = table.find(({ id }) => id === 'unbiased-variance')!;
    expect(result.ensembles).toHaveLength(table.length);
    for (const [i, ensemble] of result.ensembles.entries()) {
      const row = table.find(({ id }) => id === ensemble.config.estimator)!;
      const said = effectOf(ensemble).replaceAll('\u00a0', ' ');
      expect(said).toMatch(KEPT[row.keeps]);
      if (row.fate === 'wanders') {
        expect(said).toContain('The typical run stays');
        expect(said).not.toMatch(/collapses|halves/i);
      } else {
        expect(row.fate).toBe('collapses');
        const [, halved] = /has halved by generation ([\d,]+)\./.exec(said)!;
        const { estimator } = ensemble.config;
        expect(Number(halved!.replaceAll(',', ''))).toBe(fallTimeOfMedian({ n, estimator }));
        const pace = row.drift / source.drift;
        const times = /Collapses ([\d.]+) times as fast/.exec(said)?.[1];
        const share = /Collapses at (\d+) % of the speed/.exec(said)?.[1];
        if (row.id === source.id) expect(said).toContain('The usual way');
        else if (pace > 1) expect(Math.abs(Number(times) / pace - 1)).toBeLessThan(0.005);
        else expect(Math.abs(Number(share) / 100 - pace)).toBeLessThan(0.006);
      }
      expect(estimators.figures[i]!.takeaway(result, 0)).toBe(effectOf(ensemble));
      const { label } = estimatorFor('normal', ensemble.config.estimator);
      expect(estimators.figures[i]!.title(result)).toBe(label);
    }
  });

  it('stand in the order of their drifts, from the fastest collapse to none', () => {
    const drifts = result.ensembles.map(
      ({ config }) => table.find(({ id }) => id === config.estimator)!.drift,
    );
    expect(drifts).toEqual(drifts.toSorted((a, b) => a - b));
    expect(Math.abs(drifts.at(-1)!)).toBeLessThan(1e-13);
  });

  it('share their random numbers: runs differ by a power of a factor only', () => {
    const [first, ...others] = result.ensembles;
    for (const t of [1, 20]) {
      const reference = valuesAt(first!.slices, t, 'sigma');
      for (const { slices, config } of others) {
        const factor = scaleOf(config.estimator, n) / scaleOf(first!.config.estimator, n);
        const found = valuesAt(slices, t, 'sigma');
        // 20 generations with some roundings each.
        found.forEach((s, i) =>
          expect(Math.abs(s / (reference[i]! * factor ** t) - 1)).toBeLessThan(1e-13),
        );
      }
    }
  });

  it('are compared by their exact medians', () => {
    const t = result.ensembles[0]!.config.at.at(-1)!;
    const said = estimatorsSentence(result, result.ensembles[0]!.config.at.length - 1);
    const medians = result.ensembles.map(({ config: { estimator } }) =>
      short(exactQuantileOfSd({ n, k: t, sigma: 30, estimator, p: 0.5 })),
    );
    expect(said).toContain(`Generation ${t}: the typical standard deviation is`);
    for (const median of medians) expect(said).toContain(median);
  });
});

describe('the picture of one estimator among others', () => {
  const at = [1, 5, 9];
  const truth = { mu: 0, sigma: 2 };
  const made = (estimator: string, factor: number) =>
    madeUp(
      { at, truth, n: 10, estimator },
      (t, r) => ({ mu: 0, sigma: 2 * factor ** t * 2 ** (rungOf(r) / 10) }),
      RUNGS,
    );
  const estimator = 'maximum-likelihood';
  const result = resultOf([made('unbiased-variance', 0.97), made(estimator, 0.9)]);
  const figure = estimatorFan('second', 1, 'Maximum likelihood (divide by n)');
  const svg = drawn(figure, result);
  const scales = { x: xScale(svg), y: yScale(svg, 'log') };
  const lineAt = (level: string) =>
    at.map((t) => [t, 2 * 0.9 ** t * 2 ** (RUNG_AT[level]! / 10)] as const);

  it('has its own bands, median and run 1', () => {
    const [outer, inner] = marks(svg, 'path[fill="var(--spread-soft)"]').map((path) =>
      strokes(path).flat(),
    );
    const area = (low: string, high: string) => [...lineAt(low), ...lineAt(high).reverse()];
    expect(differences(outer!, area('0.05', '0.95'), scales)).toEqual([]);
    expect(differences(inner!, area('0.25', '0.75'), scales)).toEqual([]);
    const median = points(svg, '[stroke="var(--spread)"][stroke-width="1.2"]');
    expect(differences(median, lineAt('0.5'), scales)).toEqual([]);
    const first = at.map((t) => [t, 2 * 0.9 ** t * 2 ** (rungOf(0) / 10)] as const);
    expect(
      differences(points(svg, '[stroke="var(--spread)"][stroke-width="2"]'), first, scales),
    ).toEqual([]);
  });

  it('has the exact 5th, 50th and 95th percentile, and names them at its edge', () => {
    const exact = (p: number, k: number) => exactQuantileOfSd({ n: 10, k, sigma: 2, estimator, p });
    const lines = strokes(svg, '[stroke="var(--law)"]');
    const ends = textsOf(svg).filter(({ className }) => className === 'edge-label');
    expect(lines).toHaveLength(3);
    for (const [i, p] of [0.05, 0.5, 0.95].entries()) {
      // Of these few generations the first and the last.
      const wanted = [1, 9].map((k) => [k, exact(p, k)] as const);
      expect(differences(lines[i]!, wanted, scales), `p = ${p}`).toEqual([]);
    }
    expect(ends.map(({ text }) => text)).toEqual(['95 %', 'median', '5 %']);
    [0.95, 0.5, 0.05].forEach((p, i) =>
      expect(Math.abs(ends[i]!.y - 4 - scales.y.toPixel(exact(p, 9)))).toBeLessThan(0.3),
    );
  });

  it('names its marks and its axes', () => {
    expect(legendOf(svg)).toEqual([
      'block spread-soft: runs',
      'line spread: run 1',
      'dashed law: exact',
    ]);
    expect(axisNames(svg)).toMatchObject({
      x: 'Generation →',
      y: '↑ s by maximum likelihood, log scale',
    });
    expect(figure.name(result)).toBe('Maximum likelihood');
    expect(estimatorsCaption(result)).toMatch(
      / · unbiased variance \(divide by n − 1\); maximum likelihood \(divide by n\)$/,
    );
  });

  it('has its own numbers in the table, simulated and exact', () => {
    const { rows } = figure.table(result, 0);
    const [t, left, ...numbers] = rows[1]!.map(Number);
    expect([t, left]).toEqual([5, 41]);
    Object.keys(RUNG_AT).forEach((level, i) => {
      expect(numbers[i]! / lineAt(level)[1]![1]).toBeCloseTo(1, 12);
      const exact = exactQuantileOfSd({ n: 10, k: 5, sigma: 2, estimator, p: Number(level) });
      expect(numbers[5 + i]! / exact).toBeCloseTo(1, 12);
    });
  });
});
