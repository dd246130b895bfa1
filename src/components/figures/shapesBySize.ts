import type { Shape, ShapesResult } from '../../lib/jobs/shapes.ts';
import { onLogScale } from '../../lib/special/logScale.ts';
import {
  kurtosisOfLognormal,
  largestKurtosis,
  largestSkewness,
  meanKurtosisOfNormalSample,
  skewnessOfLognormal,
} from '../../lib/theory/skewnessKurtosis.ts';
import type { Figure, Viewed } from '../charts/figure.ts';
import { logAxisX, valueAxis } from '../charts/axes.ts';
import { chart } from '../charts/chart.ts';
import type { LegendItem } from '../charts/legend.ts';
import { areaMark, dotMarks, element, lawPath, linePath, originalLine } from '../charts/marks.ts';
import { count, percent, plain, short, soFar } from '../charts/words.ts';

/** Which of the two shapes is shown. */
export interface ShapesView {
  readonly statistic: 'skewness' | 'kurtosis';
}

type Result = Viewed<ShapesResult, ShapesView>;

const shapesIn = (result: Result): readonly Shape[] => result[result.view.statistic];

/** The value of the distribution itself. */
function trueShape(result: Result): number {
  if (result.input.family === 'normal') return 0;
  const { sdlog } = result.input.params as { sdlog: number };
  return result.view.statistic === 'skewness'
    ? skewnessOfLognormal(sdlog)
    : kurtosisOfLognormal(sdlog);
}

/** The exact mean over samples, where a formula exists. */
function exactMean(result: Result, n: number): number | null {
  if (result.input.family !== 'normal') return null;
  return result.view.statistic === 'skewness' ? 0 : meanKurtosisOfNormalSample(n);
}

const bound = (result: Result, n: number) =>
  result.view.statistic === 'skewness' ? largestSkewness(n) : largestKurtosis(n);

const name = (result: Result) =>
  result.view.statistic === 'skewness' ? 'skewness' : 'excess kurtosis';

const items = (result: Result): readonly LegendItem[] => [
  {
    mark: 'block',
    colour: 'var(--mean-soft)',
    label: 'nine tenths of the samples',
    short: 'nine tenths',
  },
  { mark: 'dot', colour: 'var(--mean)', label: 'their mean' },
  ...(result.input.family === 'normal'
    ? [{ mark: 'dashed', colour: 'var(--law)', label: 'exact mean' } as const]
    : []),
  {
    mark: 'dotted',
    colour: 'var(--ink)',
    label: 'the most that n values can have',
    short: 'largest possible',
  },
  { mark: 'ghost', colour: 'var(--original)', label: 'the distribution’s own', short: 'true' },
];

/** Skewness or kurtosis of samples against their size. */
export const shapesBySize: Figure<Result> = {
  id: 'shapes',
  title: (result) => `The ${name(result)} of samples, by their size`,
  name: () => 'By sample size',
  redraws: false,
  draw(result, _frame, view) {
    const { sizes } = result.input;
    const all = shapesIn(result);
    const truth = trueShape(result);
    const xs: [number, number] = [sizes[0]! / 1.15, sizes.at(-1)! * 1.15];
    const seen = [
      truth,
      0,
      ...all.flatMap(({ mean, quantiles }) => [mean, quantiles[0], quantiles[2]]),
    ];
    const spread = Math.max(...seen) - Math.min(...seen);
    const [low, high] = [Math.min(...seen) - 0.06 * spread, Math.max(...seen) + 0.08 * spread];
    return chart(view, {
      name: this.title(result),
      key: items(result),
      yLabel: name(result),
      x: { type: 'log', domain: xs },
      y: { domain: [low, high] },
      axes: (space) => [
        ...logAxisX(space, 'sample size n, logarithmic scale'),
        ...valueAxis(space),
      ],
      draw: (f) => {
        const edge = (place: 0 | 2) =>
          all.map(({ quantiles }, i) => [f.x(sizes[i]!), f.y(quantiles[place])] as const);
        const ns = Array.from({ length: 40 }, (_, i) => onLogScale(...xs, i / 39));
        return [
          areaMark(view, edge(0), edge(2), 'var(--mean-soft)'),
          originalLine(view, f, truth),
          element(view, 'path', {
            d: linePath(
              ns
                .map((n) => [f.x(n), f.y(bound(result, n))] as const)
                .filter(([, y]) => y >= f.top && y <= f.bottom),
            ),
            fill: 'none',
            stroke: 'var(--ink)',
            'stroke-dasharray': '1.5 2',
          }),
          ...(result.input.family === 'normal'
            ? [lawPath(view, linePath(ns.map((n) => [f.x(n), f.y(exactMean(result, n)!)])))]
            : []),
          dotMarks(
            view,
            all.map(({ mean }, i) => [f.x(sizes[i]!), f.y(mean)]),
            'var(--mean)',
            8,
          ),
        ];
      },
    });
  },
  takeaway(result) {
    const { sizes } = result.input;
    const all = shapesIn(result);
    const exact = exactMean(result, 1);
    if (exact !== null) {
      const worst = Math.max(
        ...all.map(({ mean, error }, i) => Math.abs(mean - exactMean(result, sizes[i]!)!) / error),
      );
      return `Simulated and exact means differ by at most ${worst.toFixed(1)} standard errors at these ${count(sizes.length)} sizes.`;
    }
    const truth = trueShape(result);
    const [first, last] = [all[0]!.mean / truth, all.at(-1)!.mean / truth];
    return `Samples of ${count(sizes[0]!)} show on average ${percent(first)} of the true ${name(result)}; samples of ${count(sizes.at(-1)!)} show ${percent(last)}.`;
  },
  table: (result) => ({
    columns: [
      'n',
      'mean',
      'standard error',
      '5 %',
      '50 %',
      '95 %',
      'exact mean',
      'largest possible',
    ],
    rows: shapesIn(result).map(({ mean, error, quantiles }, i) => {
      const n = result.input.sizes[i]!;
      return [n, mean, error, ...quantiles, exactMean(result, n) ?? '', bound(result, n)];
    }),
  }),
};

/** What happens to the smallest samples, in words. */
export function shapesSentence(result: Result): string {
  const { sizes } = result.input;
  const all = shapesIn(result);
  const truth = trueShape(result);
  const middle = sizes.indexOf(20);
  const { mean, quantiles } = all[middle < 0 ? 0 : middle]!;
  const n = sizes[middle < 0 ? 0 : middle]!;
  return (
    `The distribution has ${name(result)} ${short(truth)}. Samples of ${count(n)} values show ${short(mean)} on average, and nine in ten ` +
    `of them lie between ${short(quantiles[0])} and ${short(quantiles[2])}.`
  );
}

/** What was drawn for the shapes. */
export function shapesCaption(result: Result): string {
  const { family, params, replicates, seed, sizes } = result.input;
  const what =
    family === 'normal' ? 'normal values' : `lognormal values, σ = ${plain(params.sdlog!)}`;
  const made = soFar(result.made, replicates, 'sample');
  return `${made} of each size · ${what} · n from ${count(sizes[0]!)} to ${count(sizes.at(-1)!)} · seed ${seed} · divisor n`;
}
