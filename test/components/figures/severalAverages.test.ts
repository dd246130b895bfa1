import { describe, expect, it } from 'vitest';
import type { Measure } from '../../../src/components/charts/measures.ts';
import {
  averageAt,
  levelAt,
  severalAverages,
} from '../../../src/components/figures/severalAverages.ts';
import { quantileOfSd } from '../../../src/lib/theory/sdQuantiles.ts';
import {
  axisNames,
  centre,
  differences,
  drawn,
  legendOf,
  marks,
  points,
  strokes,
  xScale,
  yScale,
} from '../../support/readChart.ts';
import { madeUp, resultOf, RUNG_AT, rungOf, RUNGS } from '../madeUp.ts';

const at = [1, 2, 4, 7];
const truth = { mu: 0, sigma: 3000 };
const measure: Measure = {
  ...{ id: 'spread', name: 'sigma', label: 'Words alive', symbol: 's' },
  ...{ role: 'count', scale: 'log' },
};
/** Runs whose average is the value at rung 0: as many are above it as below. */
const made = (share: number, n = 100) =>
  madeUp({ at, truth, n }, (t, r) => ({ mu: 0, sigma: 3000 * share ** t + rungOf(r) }), RUNGS);
const SHARES = [0.9, 0.8, 0.7, 0.6];
const result = resultOf(SHARES.map((share) => made(share)));
const figure = severalAverages({
  ...{ id: 'several', title: 'Words alive under four', name: 'Words', measure },
  nameOf: ({ bands }) => `to ${Math.round(bands.at(-1)!.statistics.sigma!.mean)} words`,
  shortNameOf: ({ bands }) => `to ${Math.round(bands.at(-1)!.statistics.sigma!.mean)}`,
  lawName: 'law of all',
  takeaway: () => 'So it goes.',
});
const lineOf = (share: number) => at.map((t) => [t, 3000 * share ** t] as const);

describe('the picture of several averages', () => {
  const svg = drawn(figure, result);
  const scales = { x: xScale(svg), y: yScale(svg, 'log') };

  it('has a line through the average of the runs of each ensemble', () => {
    const lines = marks(svg, '[stroke="var(--count)"][stroke-width="1"]').map((path) =>
      strokes(path),
    );
    const through = lines.filter((line) => line.length === 1).map((line) => line.flat());
    expect(through).toHaveLength(4);
    for (const [i, line] of through.entries())
      expect(differences(line, lineOf(SHARES[i]!), scales)).toEqual([]);
  });

  it('has a mark of another form at every generation of each', () => {
    const dots = points(svg, '[stroke-linecap="round"]');
    expect(differences(dots, lineOf(0.9), scales)).toEqual([]);
    const rings = marks(svg, 'circle').map(centre);
    expect(differences(rings, lineOf(0.8), scales)).toEqual([]);
    const middles = (selector: string) =>
      marks(svg, selector)
        .map((path) => strokes(path))
        .filter((bars) => bars.length > 1)
        .flat()
        .map((bar) => [bar[0]![0], (bar[0]![1] + bar[1]![1]) / 2] as const);
    expect(differences(middles('[stroke-width="2"]'), lineOf(0.7), scales)).toEqual([]);
    const threes = middles('[stroke="var(--count)"][stroke-width="1"]');
    expect(threes).toHaveLength(12);
    expect(
      differences(
        threes.filter((_, i) => i % 3 === 1),
        lineOf(0.6),
        scales,
      ),
    ).toEqual([]);
  });

  it('has the original, and over all else the law, once where it is the same for all', () => {
    const original = [
      [1, 3000],
      [7, 3000],
    ] as const;
    expect(differences(points(svg, '[stroke="var(--original)"]'), original, scales)).toEqual([]);
    const median = (n: number) =>
      at.map(
        (k) =>
          [k, quantileOfSd({ p: 0.5, n, k, sigma: 3000, estimator: 'unbiased-variance' })] as const,
      );
    expect(differences(points(svg, '[stroke="var(--law)"]'), median(100), scales)).toEqual([]);
    const two = drawn(figure, resultOf([made(0.9), made(0.8, 20)]));
    const both = { x: xScale(two), y: yScale(two, 'log') };
    const laws = marks(two, '[stroke="var(--law)"]').map((path) => strokes(path).flat());
    expect(laws).toHaveLength(2);
    expect(differences(laws[1]!, median(20), both)).toEqual([]);
    expect(figure.table(resultOf([made(0.9), made(0.8, 20)]), 0).columns.slice(-2)).toEqual([
      'to 1435 words: law',
      'to 629 words: law',
    ]);
  });

  it('names its marks and its axes, shortly where there is little room', () => {
    expect(legendOf(svg)).toEqual([
      'dot count: to 1435 words',
      'ring count: to 629 words',
      'bar count: to 247 words',
      'ticks count: to 84 words',
      'thin original: original',
      'dashed law: law of all',
    ]);
    expect(legendOf(drawn(figure, result, 0, { width: 260 }))).toContain('dot count: to 1435');
    expect(axisNames(svg)).toEqual({
      ...{ x: 'Generation →', y: '↑ words alive, log scale', heading: '' },
    });
  });

  it('says counts in whole numbers', () => {
    expect(figure.reading!(result, 1)).toBe(
      'Generation 2: 2,430 to 1435, 1,920 to 629, 1,470 to 247 and 1,080 to 84',
    );
  });

  it('has averages, levels and the law in the table', () => {
    const { columns, rows } = figure.table(result, 0);
    expect(columns).toHaveLength(1 + 3 * 4 + 1);
    expect(columns.slice(0, 3)).toEqual([
      'generation',
      'to 1435 words: average',
      'to 1435 words: 5 % of the runs',
    ]);
    const [t, average, low, high] = rows[2]!.map(Number);
    expect(t).toBe(4);
    expect(average).toBeCloseTo(3000 * 0.9 ** 4, 8);
    expect(low).toBeCloseTo(3000 * 0.9 ** 4 + RUNG_AT['0.05']!, 8);
    expect(high).toBeCloseTo(3000 * 0.9 ** 4 + RUNG_AT['0.95']!, 8);
    expect(averageAt(result.ensembles[1]!, measure, 3)).toBeCloseTo(3000 * 0.8 ** 7, 8);
    expect(levelAt(result.ensembles[1]!, measure, 3, 0.05)).toBeCloseTo(
      3000 * 0.8 ** 7 + RUNG_AT['0.05']!,
      8,
    );
    expect(() => levelAt(result.ensembles[1]!, measure, 9, 0.05)).toThrow(RangeError);
    expect(() => levelAt(result.ensembles[1]!, measure, 3, 0.123)).toThrow(RangeError);
  });
});
