import { entryAt, lastOf } from '../../lib/entryAt.ts';
import type { Shape, ShapesResult } from '../../lib/jobs/shapes.ts';
import { onLogScale } from '../../lib/special/logScale.ts';
import { shapeOf } from '../../lib/theory/shapeOf.ts';
import { largestKurtosis, largestSkewness } from '../../lib/theory/skewnessKurtosis.ts';
import type { Figure, Viewed } from '../charts/figure.ts';
import { logAxisX, valueAxis } from '../charts/axes.ts';
import { chart } from '../charts/chart.ts';
import type { LegendItem } from '../charts/legend.ts';
import { areaMark, dotMarks, element, lawPath, linePath, originalLine } from '../charts/marks.ts';
import { count, percent, short, soFar } from '../charts/words.ts';

/** Which of the two shapes is shown. */
export interface ShapesView {
  readonly statistic: 'skewness' | 'kurtosis';
}

type Result = Viewed<ShapesResult, ShapesView>;

const shapesIn = (result: Result): readonly Shape[] => result[result.view.statistic];

/** The means over the samples of each size. */
const sizedIn = (result: Result) =>
  shapesIn(result).map((shape, i) => ({ ...shape, n: entryAt(result.input.sizes, i) }));

const known = ({ input }: Result) => shapeOf(input.family, input.params);

/** The value of the distribution itself. */
const trueShape = (result: Result) => known(result).own[result.view.statistic];

/** The exact mean over samples of n values; null where no formula exists. */
function exactMean(result: Result): ((n: number) => number) | null {
  const { meanOfSamples } = known(result);
  return meanOfSamples ? (n) => meanOfSamples(n)[result.view.statistic] : null;
}

/** What each is called, and the most that n values can have. */
const STATISTICS = {
  skewness: { name: 'skewness', most: largestSkewness },
  kurtosis: { name: 'excess kurtosis', most: largestKurtosis },
} as const;

const bound = (result: Result, n: number) => STATISTICS[result.view.statistic].most(n);

const name = (result: Result) => STATISTICS[result.view.statistic].name;

const items = (result: Result): readonly LegendItem[] => [
  {
    mark: 'block',
    colour: 'var(--mean-soft)',
    label: 'nine tenths of the samples',
    short: 'nine tenths',
  },
  { mark: 'dot', colour: 'var(--mean)', label: 'their mean' },
  ...(exactMean(result)
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
    const all = sizedIn(result);
    const truth = trueShape(result);
    const exact = exactMean(result);
    const xs: [number, number] = [entryAt(sizes, 0) / 1.15, lastOf(sizes) * 1.15];
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
          all.map(({ n, quantiles }) => [f.x(n), f.y(quantiles[place])] as const);
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
          ...(exact ? [lawPath(view, linePath(ns.map((n) => [f.x(n), f.y(exact(n))])))] : []),
          dotMarks(
            view,
            all.map(({ n, mean }) => [f.x(n), f.y(mean)]),
            'var(--mean)',
            8,
          ),
        ];
      },
    });
  },
  takeaway(result) {
    const all = sizedIn(result);
    const exact = exactMean(result);
    if (exact) {
      const worst = Math.max(...all.map(({ n, mean, error }) => Math.abs(mean - exact(n)) / error));
      return `Simulated and exact means differ by at most ${worst.toFixed(1)} standard errors at these ${count(all.length)} sizes.`;
    }
    const truth = trueShape(result);
    const [first, last] = [entryAt(all, 0), lastOf(all)];
    return `Samples of ${count(first.n)} show on average ${percent(first.mean / truth)} of the true ${name(result)}; samples of ${count(last.n)} show ${percent(last.mean / truth)}.`;
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
    rows: sizedIn(result).map(({ n, mean, error, quantiles }) => [
      n,
      mean,
      error,
      ...quantiles,
      exactMean(result)?.(n) ?? '',
      bound(result, n),
    ]),
  }),
};

/** What happens to the smallest samples, in words. */
export function shapesSentence(result: Result): string {
  const all = sizedIn(result);
  const truth = trueShape(result);
  const { n, mean, quantiles } = all.find((one) => one.n === 20) ?? entryAt(all, 0);
  return (
    `The distribution has ${name(result)} ${short(truth)}. Samples of ${count(n)} values show ${short(mean)} on average, and nine in ten ` +
    `of them lie between ${short(quantiles[0])} and ${short(quantiles[2])}.`
  );
}

/** What was drawn for the shapes; `what` says of what values. */
export function shapesCaption(result: Result, what: string): string {
  const { replicates, seed, sizes } = result.input;
  const made = soFar(result.made, replicates, 'sample');
  return `${made} of each size · ${what} · n from ${count(entryAt(sizes, 0))} to ${count(lastOf(sizes))} · seed ${seed} · divisor n`;
}
