import { describe, expect, it } from 'vitest';
import { ranks as demo } from '../../../src/components/demos/ranks.ts';
import { ranks as figure } from '../../../src/components/figures/ranks.ts';
import { estimatorsFor } from '../../../src/lib/estimators/index.ts';
import type { TextsResult } from '../../../src/lib/jobs/texts.ts';
import { axisNames, drawn, legendOf, marks, points, strokes } from '../../support/readChart.ts';

/** A text of 10 words: a four times, b three, c, d and e once; then two generations of 10 words. */
const config = {
  ...{ family: 'categorical', source: 'text', truth: {}, text: 'a a a a b b b c d e' },
  ...{ estimator: estimatorsFor('categorical')[0]!.id, regime: 'replace', n: 10, generations: 2 },
  ...{ seed: 'made up', stream: 'keyed' },
};
const result: TextsResult = {
  input: { config, statistics: [], page: 1 },
  text: {
    ...{ config, asked: 2, reached: 2, ended: null, pages: [], fitted: {} },
    names: ['a', 'b', 'c', 'd', 'e'],
    shares: [
      [0.4, 0.3, 0.1, 0.1, 0.1],
      [0.5, 0.2, 0.3, 0, 0],
      [0.8, 0, 0.2, 0, 0],
    ].map((shares) => Float64Array.from(shares)),
  },
  many: null,
};
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

/** Pixels of a logarithmic scale through two of its points. */
const through = (a: number, atA: number, b: number, atB: number) => (value: number) =>
  atA + ((atB - atA) * Math.log(value / a)) / Math.log(b / a);

describe('the picture of words by rank', () => {
  const svg = drawn(figure, result, 1);
  const real = points(svg, '[stroke="var(--original)"]');
  const x = through(1, real[0]![0], 5, real.at(-1)![0]);
  const y = through(0.4, real[0]![1], 0.1, real.at(-1)![1]);

  it('has the text itself as a line through the places where shares change', () => {
    expect(real.map(([at]) => Math.round(at))).toEqual(
      [1, 2, 3, 5].map((rank) => Math.round(x(rank))),
    );
    expect(real[1]![1]).toBeCloseTo(y(0.3), 0);
  });

  it('has a dot for each word that is there, as high as its share', () => {
    const dots = points(svg, '[stroke-linecap="round"]');
    expect(dots).toHaveLength(3);
    for (const [i, [rank, share]] of [
      [1, 0.5],
      [2, 0.2],
      [3, 0.3],
    ].entries()) {
      // Dots keep to a grid of two pixels.
      expect(Math.abs(dots[i]![0] - x(rank!))).toBeLessThanOrEqual(1.1);
      expect(Math.abs(dots[i]![1] - y(share!))).toBeLessThanOrEqual(1.1);
    }
  });

  it('has the words that are gone at its foot, under their ranks', () => {
    const gone = strokes(marks(svg, 'path[stroke="var(--ink-muted)"]').at(-1)!);
    expect(gone).toHaveLength(2);
    for (const [i, rank] of [4, 5].entries()) {
      expect(Math.abs(gone[i]![0]![0] - x(rank))).toBeLessThanOrEqual(1.1);
      expect(gone[i]![0]![1]).toBeGreaterThan(y(0.1));
    }
    expect(
      marks(drawn(figure, result, 0), 'path[stroke="var(--ink-muted)"]')
        .at(-1)!
        .getAttribute('d'),
    ).toBe('');
  });

  it('names its marks and its axes', () => {
    expect(legendOf(svg).map((item) => item.split(': ')[1])).toEqual([
      'in the text',
      'in this generation',
      'gone',
    ]);
    expect(axisNames(svg)).toMatchObject({
      x: 'Rank in the text, logarithmic scale →',
      y: '↑ share of all words, log scale',
    });
  });

  it('says how many rare words are left, and of the others', () => {
    expect(plain(figure.takeaway(result, 1))).toBe(
      'Generation 1: of the words that stand once in the text 33 % are alive, of all others 100 %.',
    );
    expect(figure.reading!(result, 2)).toBe('Generation 2: 2 words alive');
  });

  it('has every word in the table, with its count and its share', () => {
    const { columns, rows } = figure.table(result, 2);
    expect(columns.at(-1)).toBe('share in generation 2');
    expect(rows[0]).toEqual([1, 'a', 4, 0.8]);
    expect(rows[3]).toEqual([4, 'd', 1, 0]);
  });
});

it('says which words are gone, and the commonest of them', () => {
  expect(plain(demo.sentence(result, 0))).toBe('The text itself: all 5 different words are there.');
  expect(plain(demo.sentence(result, 2))).toBe(
    'Generation 2: 2 of 5 different words are alive; of those that are gone 67 % stood once in the text, and the commonest that is gone is “b”, which stood there 3 times.',
  );
  expect(demo.frames(result)).toBe(3);
  expect(demo.frameLabel(result, 0)).toBe('The text itself');
});
