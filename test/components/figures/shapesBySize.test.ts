import { describe, expect, it } from 'vitest';
import {
  shapesBySize as shapes,
  shapesCaption,
  shapesSentence,
  type ShapesView,
} from '../../../src/components/figures/shapesBySize.ts';
import type { Shape, ShapesResult } from '../../../src/lib/jobs/shapes.ts';
import {
  axisNames,
  differences,
  drawn,
  legendOf,
  marks,
  points,
  spaced,
  strokes,
  xScale,
  yScale,
} from '../../support/readChart.ts';

const sizes = [5, 20, 100];
const SKEWNESS: Shape[] = [
  { mean: 0.5, error: 0.01, quantiles: [-0.75, 0.4, 1.25] },
  { mean: 1, error: 0.02, quantiles: [0, 0.9, 2] },
  { mean: 1.5, error: 0.05, quantiles: [0.5, 1.4, 2.75] },
];
const KURTOSIS: Shape[] = [
  { mean: -1.25, error: 0.02, quantiles: [-2, -1.2, 0] },
  { mean: -0.25, error: 0.01, quantiles: [-1.5, -0.3, 1] },
  { mean: 0.01, error: 0.05, quantiles: [-0.5, 0, 0.5] },
];

type Statistic = ShapesView['statistic'];

const madeOf = (
  family: string,
  params: Readonly<Record<string, number>>,
  statistic: Statistic,
  made = 400,
): ShapesResult & { view: ShapesView } => ({
  input: { family, params, sizes, replicates: 400, seed: 'shapes' },
  view: { statistic },
  made,
  skewness: SKEWNESS,
  kurtosis: KURTOSIS,
});
const lognormal = (statistic: Statistic) =>
  madeOf('lognormal3', { threshold: 0, meanlog: 0, sdlog: 0.5 }, statistic);
const normal = (statistic: Statistic) => madeOf('normal', { mu: 0, sigma: 1 }, statistic);

/** Of a lognormal with sdlog 0.5, w being e^0.25. */
const w = Math.exp(0.25);
const TRUTH = {
  skewness: (w + 2) * Math.sqrt(w - 1),
  kurtosis: w ** 4 + 2 * w ** 3 + 3 * w ** 2 - 6,
};

const MOST = {
  skewness: (n: number) => (n - 2) / Math.sqrt(n - 1),
  kurtosis: (n: number) => (n * n - 3 * n + 3) / (n - 1) - 3,
};

describe.each([
  ['skewness', SKEWNESS],
  ['kurtosis', KURTOSIS],
] as const)('the picture of the %s of lognormal samples', (statistic, all) => {
  const result = lognormal(statistic);
  const svg = drawn(shapes, result);
  const scales = { x: xScale(svg, 'log'), y: yScale(svg) };

  it('has a band from the 5th to the 95th percentile', () => {
    const wanted = [
      ...all.map(({ quantiles: [low] }, i) => [sizes[i]!, low] as const),
      ...all.map(({ quantiles: [, , high] }, i) => [sizes[i]!, high] as const).reverse(),
    ];
    expect(differences(points(svg, '[fill="var(--mean-soft)"]'), wanted, scales)).toEqual([]);
  });

  it('has a dot at each mean', () => {
    const dots = points(svg, '[stroke="var(--mean)"]');
    const wanted = all.map(({ mean }, i) => [sizes[i]!, mean] as const);
    expect(differences(dots, wanted, scales)).toEqual([]);
  });

  it('has a line across at that of the distribution', () => {
    for (const [, y] of points(svg, '[stroke="var(--original)"]'))
      expect(Math.abs(y - scales.y.toPixel(TRUTH[statistic]))).toBeLessThan(0.2);
  });

  it('has a dotted line at the most that n values can have, as far as it is in the picture', () => {
    const bound = points(svg, '[stroke-dasharray="1.5 2"]');
    expect(bound.length).toBeGreaterThan(0);
    for (const [x, y] of bound) {
      const wanted = scales.y.toPixel(MOST[statistic](scales.x.toValue(x)));
      // The line is as steep as a few pixels in one, of which each is known to a tenth.
      expect(Math.abs(y - wanted)).toBeLessThan(0.8);
    }
  });

  it('names its marks and its axes', () => {
    expect(legendOf(svg)).toEqual([
      'block mean-soft: nine tenths of the samples',
      'dot mean: their mean',
      'dotted ink: the most that n values can have',
      'thin original: the distribution’s own',
    ]);
    const name = statistic === 'skewness' ? 'skewness' : 'excess kurtosis';
    expect(shapes.title(result)).toBe(`The ${name} of samples, by their size`);
    const { x, y } = axisNames(svg);
    expect(x).toBe('sample size n, logarithmic scale →');
    expect(y).toContain(name);
    expect(marks(svg, '[stroke="var(--law)"]')).toHaveLength(0);
  });
});

describe('normal samples', () => {
  it.each([
    ['skewness', () => 0],
    ['kurtosis', (n) => -6 / (n + 1)],
  ] as [Statistic, (n: number) => number][])('have the exact mean %s as a law', (statistic, of) => {
    const svg = drawn(shapes, normal(statistic));
    const [x, y] = [xScale(svg, 'log'), yScale(svg)];
    const [law] = strokes(svg, '[stroke="var(--law)"]');
    expect(law!.length).toBeGreaterThan(10);
    for (const point of law!)
      expect(Math.abs(point[1] - y.toPixel(of(x.toValue(point[0]))))).toBeLessThan(0.4);
    expect(legendOf(svg)[2]).toBe('dashed law: exact mean');
    for (const [, height] of points(svg, '[stroke="var(--original)"]'))
      expect(Math.abs(height - y.toPixel(0))).toBeLessThan(0.2);
  });

  it('are compared with it', () => {
    // 0.5 / 0.01, 1 / 0.02 and 1.5 / 0.05 standard errors off 0.
    expect(shapes.takeaway(normal('skewness'), 0)).toBe(
      'Simulated and exact means differ by at most 50.0 standard errors at these 3 sizes.',
    );
    // -1.25 is off -1 by 0.25, -0.25 off -6 / 21 by 0.0357, 0.01 off -6 / 101 by 0.069.
    expect(shapes.takeaway(normal('kurtosis'), 0)).toContain('at most 12.5 standard errors');
  });
});

describe('the words on samples', () => {
  it('say what share of the true shape the smallest and the largest show', () => {
    // The skewness is 1.7502.
    expect(spaced(shapes.takeaway(lognormal('skewness'), 0))).toBe(
      'Samples of 5 show on average 29 % of the true skewness; samples of 100 show 86 %.',
    );
    expect(shapes.takeaway(lognormal('kurtosis'), 0)).toContain('of the true excess kurtosis;');
  });

  it('say of samples of 20, if there are some, where they lie', () => {
    expect(shapesSentence(lognormal('skewness'))).toBe(
      'The distribution has skewness 1.75. Samples of 20 values show 1 on average, and nine in ten of them lie between 0 and 2.',
    );
    const others = lognormal('kurtosis');
    const input = { ...others.input, sizes: [4, 10, 30] };
    expect(shapesSentence({ ...others, input })).toBe(
      'The distribution has excess kurtosis 5.90. Samples of 4 values show −1.25 on average, and nine in ten of them lie between −2 and 0.',
    );
  });

  it('say what was drawn', () => {
    expect(shapesCaption(lognormal('skewness'), 'lognormal values, σ = 0.5')).toBe(
      '400 samples of each size · lognormal values, σ = 0.5 · n from 5 to 100 · seed shapes · divisor n',
    );
    const part = madeOf('normal', { mu: 0, sigma: 1 }, 'skewness', 30);
    expect(shapesCaption(part, 'normal values')).toMatch(
      /^30 of 400 samples so far of each size · normal values · /,
    );
  });
});

it('has in its table what was drawn', () => {
  const { columns, rows } = shapes.table(lognormal('skewness'), 0);
  expect(columns).toEqual([
    ...['n', 'mean', 'standard error', '5 %', '50 %', '95 %'],
    ...['exact mean', 'largest possible'],
  ]);
  expect(rows[1]!.slice(0, 7)).toEqual([20, 1, 0.02, 0, 0.9, 2, '']);
  expect(Number(rows[1]![7])).toBeCloseTo(18 / Math.sqrt(19), 12);
  const [five] = shapes.table(normal('kurtosis'), 0).rows;
  expect(five!.slice(0, 7)).toEqual([5, -1.25, 0.02, -2, -1.2, 0, -1]);
  expect(Number(five![7])).toBeCloseTo(13 / 4 - 3, 12);
});
