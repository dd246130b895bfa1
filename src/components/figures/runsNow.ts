import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import { lastOf } from '../../lib/entryAt.ts';
import type { EnsemblesResult } from '../../lib/jobs/ensembles.ts';
import { onLogScale } from '../../lib/special/logScale.ts';
import { densityOfSd, exactQuantileOfSd } from '../../lib/theory/sdLaw.ts';
import type { Figure, Frame, View } from '../charts/figure.ts';
import { logAxisX } from '../charts/axes.ts';
import { logLimits } from '../charts/bands.ts';
import { chart } from '../charts/chart.ts';
import {
  bandOf,
  cellOf,
  disagreementText,
  drawable,
  exact,
  generationAt,
  lawAt,
  only,
  pickedAt,
  runName,
  valuesInRow,
} from '../charts/ensemble.ts';
import type { Guessed } from '../charts/guess.ts';
import { type Bin, histogram } from '../charts/histogram.ts';
import type { LegendItem } from '../charts/legend.ts';
import {
  barMarks,
  element,
  groundLine,
  lawPath,
  linePath,
  originalUpright,
  px,
} from '../charts/marks.ts';
import { originally } from '../charts/statistic.ts';
import { chanceBelow } from '../charts/verdict.ts';
import { capitalised, count, percent, short } from '../charts/words.ts';

/** Free space under the axis of heights, for the picked run and the guess. */
const STRIP = 26;
const CURVE_POINTS = 60;

const items = (result: EnsemblesResult, frame: number): readonly LegendItem[] => [
  { mark: 'block', colour: 'var(--spread-soft)', label: 'runs' },
  { mark: 'dashed', colour: 'var(--law)', label: 'exact law' },
  ...(result.runs[0] && pickedAt(result, frame) !== null
    ? [{ mark: 'dot', colour: 'var(--spread)', label: runName(result.runs[0]) } as const]
    : []),
  { mark: 'ghost', colour: 'var(--original)', label: 'original' },
];

/** All standard deviations of a row as natural logarithms, in bins. */
function binsOf(result: EnsemblesResult, frame: number): Bin[] {
  const values = valuesInRow(only(result), frame, 'spread');
  return histogram(values.filter((s) => s > 0).map(ln));
}

/** Points (s, density per unit of log s) of the exact law, where it is not negligible. */
function curveOf(result: EnsemblesResult, frame: number): (readonly [number, number])[] {
  const ensemble = only(result);
  const law = lawAt(ensemble, generationAt(ensemble, frame));
  const low = exactQuantileOfSd({ ...law, p: 0.0002 });
  const high = exactQuantileOfSd({ ...law, p: 0.9998 });
  if (!(drawable(low) && drawable(high))) return [];
  return Array.from({ length: CURVE_POINTS + 1 }, (_, i) => {
    const s = onLogScale(low, high, i / CURVE_POINTS);
    return [s, s * densityOfSd({ ...law, x: s })] as const;
  });
}

/** Limits of s in the row: what the runs, the law, the original and the marks take. */
function domainOf(result: Guessed, frame: number, bins: readonly Bin[]): [number, number] {
  const ensemble = only(result);
  const t = generationAt(ensemble, frame);
  const original = originally(ensemble, 'spread');
  const [first] = bins;
  const guess = frame === ensemble.config.at.length - 1 ? result.view.guess : null;
  const shown = [
    original,
    ...(guess === null ? [] : [guess * original]),
    pickedAt(result, frame) ?? original,
    exact(ensemble, t, 0.05),
    exact(ensemble, t, 0.95),
    ...(first ? [exp(first.x0), exp(lastOf(bins).x1)] : []),
  ];
  return logLimits(shown, 1.1);
}

/** Where all runs are in one generation: a histogram over the runs, and the law's density. */
export const runsNow: Figure<Guessed> = {
  id: 'runs-now',
  title: () => 'The standard deviations of all runs in this generation',
  name: () => 'This generation',
  redraws: true,
  staticRows: 16,
  draw(result, frame, view) {
    const ensemble = only(result);
    const bins = binsOf(result, frame);
    const curve = curveOf(result, frame);
    const domain = domainOf(result, frame, bins);
    const highest = Math.max(
      1e-9,
      ...curve.map(([, density]) => density),
      ...bins.map(({ density }) => density),
    );
    return chart(view, {
      name: `${this.title(result)} (generation ${count(generationAt(ensemble, frame))})`,
      key: items(result, frame),
      gap: 22,
      marginLeft: 14,
      strip: STRIP,
      yLabel: 'share of the runs',
      x: { type: 'log', domain },
      y: { domain: [0, highest * 1.04] },
      axes: (space) => logAxisX(space, 'standard deviation s, logarithmic scale'),
      draw: (f) => [
        barMarks(view, f.y(0), barsOf(f, bins), 'var(--spread)', 0.3),
        groundLine(view, f, f.bottom - STRIP),
        originalUpright(view, f, originally(ensemble, 'spread')),
        lawPath(
          view,
          linePath(
            curve
              .map(([s, density]) => [f.x(s), f.y(density)] as const)
              .filter(([x]) => x >= f.left && x <= f.right),
          ),
        ),
        ...(bins.length > 0 ? [] : [nothingLeft(view, f, bandOf(ensemble, frame).survivors)]),
        ...marks(view, f, result, frame),
      ],
    });
  },
  takeaway: (result, frame) => disagreementText(only(result), frame),
  note: () => 'Equal widths are equal ratios of s.',
  table(result, frame) {
    const ensemble = only(result);
    const bins = binsOf(result, frame);
    const all = bandOf(ensemble, frame).survivors;
    return {
      columns: ['s from', 's to', 'share of the runs', 'share by the exact law'],
      rows: bins.map(({ x0, x1, density }) => {
        const [low, high] = [exp(x0), exp(x1)];
        const law = chanceBelow(ensemble, frame, high) - chanceBelow(ensemble, frame, low);
        const runs = Math.round(density * (x1 - x0) * all);
        return [cellOf(low), cellOf(high), runs / all, Math.max(0, law)];
      }),
    };
  },
};

function barsOf(f: Frame, bins: readonly Bin[]) {
  const x = (log: number) => Math.min(f.right, Math.max(f.left, f.x(exp(log))));
  return bins
    .filter(({ density }) => density > 0)
    .map(({ x0, x1, density }) => {
      const left = x(x0);
      return [left, Math.max(left + 0.5, x(x1) - 1), Math.max(f.top, f.y(density))] as const;
    });
}

const nothingLeft = (view: View, f: Frame, survivors: number) =>
  element(
    view,
    'text',
    { x: f.left + 8, y: (f.top + f.bottom) / 2, class: 'edge-label' },
    survivors === 0
      ? 'No run has a fit left in this generation.'
      : 'Too few runs are left for a picture.',
  );

/** In the strip below: the picked run's dot, and in the last generation the reader's guess. */
function marks(view: View, f: Frame, result: Guessed, frame: number): SVGElement[] {
  const ensemble = only(result);
  const guess = frame === ensemble.config.at.length - 1 ? result.view.guess : null;
  const picked = pickedAt(result, frame);
  const y = f.bottom - STRIP / 2 + 2;
  return [
    ...(picked === null || !drawable(picked)
      ? []
      : [element(view, 'circle', { cx: px(f.x(picked)), cy: px(y), r: 5, fill: 'var(--spread)' })]),
    ...(guess === null
      ? []
      : [
          element(view, 'path', {
            d: `M${px(f.x(guess * originally(ensemble, 'spread')))},${px(f.bottom - STRIP)}l-5.5,9a6.5,6.5 0 1 0 11,0Z`,
            fill: 'var(--guess)',
            stroke: 'var(--paper)',
          }),
        ]),
  ];
}

/** The sentence on a picked run: where it stands among all runs, by the law. */
export function standing(result: EnsemblesResult, frame: number): string {
  const [run] = result.runs;
  if (!run) return '';
  const name = runName(run);
  const s = pickedAt(result, frame);
  if (s === null) return `${capitalised(name)} has ended: there was nothing left to fit.`;
  const below = chanceBelow(only(result), frame, s);
  return `${capitalised(name)} stands at ${short(s)}: ${percent(below)} of all runs are narrower.`;
}
