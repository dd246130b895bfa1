import { entryAt } from '../../lib/entryAt.ts';
import type { RunResult } from '../../lib/jobs/run.ts';
import { valuesOf } from '../../lib/recursion.ts';
import type { Centre } from '../../lib/types.ts';
import { isLow, type Figure, type Frame, type Handle, type View } from '../charts/figure.ts';
import { valueAxisX } from '../charts/axes.ts';
import { bell, density, normalOf, originalOf, peak } from '../charts/bell.ts';
import { chart } from '../charts/chart.ts';
import { histogram } from '../charts/histogram.ts';
import type { LegendItem } from '../charts/legend.ts';
import {
  barMarks,
  dotsPath,
  element,
  gripMark,
  groundLine,
  lineMark,
  linePath,
  px,
  segmentsPath,
} from '../charts/marks.ts';
import { fittedOf, statisticFor } from '../charts/statistic.ts';
import { count, short } from '../charts/words.ts';

/** The strip below the curves: its height, and where data and spread stand in it. */
const STRIPS = {
  high: { height: 48, data: { upper: 7, lower: 22 }, spread: 36 },
  low: { height: 36, data: { upper: 4, lower: 16 }, spread: 27 },
} as const;

const stripOf = (view: View) => STRIPS[isLow(view) ? 'low' : 'high'];

const FEW = 60;

/** Mean and standard deviation of every fit, generation by generation. */
export function fitsOf(result: RunResult): Centre[] {
  const spreads = fittedOf(result, 'spread');
  return Array.from(fittedOf(result, 'mean'), (mean, i) => ({ mean, sd: entryAt(spreads, i) }));
}

/** Those of frame `frame` (generation frame + 1), or null past the end. */
export function fitAt(result: RunResult, frame: number): Centre | null {
  if (frame < 0 || frame >= result.reached) return null;
  const of = (role: 'mean' | 'spread') => entryAt(fittedOf(result, role), frame);
  return { mean: of('mean'), sd: of('spread') };
}

/** The values that generation frame + 1 was fitted to. */
export function valuesAt(result: RunResult, frame: number): Float64Array {
  const before = fitAt(result, frame - 1);
  return valuesOf(result.config, frame + 1, before && normalOf(before));
}

/**
 * Limits of x that hold the original and every generation's bulk, so that nothing jumps in
 * playback.
 */
export function valueDomain(result: RunResult): [number, number] {
  const original = originalOf(result.config);
  let low = original.mean - 3.3 * original.sd;
  let high = original.mean + 3.3 * original.sd;
  for (const { mean, sd } of fitsOf(result)) {
    low = Math.min(low, mean - 3 * sd);
    high = Math.max(high, mean + 3 * sd);
  }
  // An exploding run would squeeze the original to nothing: 40 of its standard deviations are
  // enough.
  const reach = 40 * original.sd;
  return [Math.max(low, original.mean - reach), Math.min(high, original.mean + reach)];
}

const items = (t: number, { still }: View): readonly LegendItem[] => [
  { mark: 'ghost', colour: 'var(--original)', label: 'the original', short: 'original' },
  {
    mark: 'tick',
    colour: 'var(--ink-muted)',
    label: `data of generation ${count(t)}`,
    short: 'data',
  },
  { mark: 'line', colour: 'var(--ink)', label: 'curve fitted to them', short: 'fitted curve' },
  ...(still ? [] : [{ mark: 'hollow', colour: 'var(--accent)', label: 'drag' } as const]),
];

/** Data marks in the strip below the curves: dots while they can be told apart, ticks beyond. */
function dataMarks(view: View, f: Frame, values: Float64Array): SVGElement {
  const { height, data } = stripOf(view);
  const upper = f.bottom - height + data.upper;
  const lower = f.bottom - height + data.lower;
  const inside = [...values].map(f.x).filter((x) => x >= f.left && x <= f.right);
  return values.length <= FEW
    ? element(view, 'path', {
        d: dotsPath(inside.map((x) => [x, (upper + lower) / 2])),
        stroke: 'var(--ink-muted)',
        'stroke-opacity': 0.75,
        'stroke-width': 6,
        'stroke-linecap': 'round',
      })
    : element(view, 'path', {
        d: segmentsPath(inside.map((x) => [x, upper, lower])),
        stroke: 'var(--ink-muted)',
        'stroke-opacity': values.length > 2000 ? 0.12 : 0.5,
        'stroke-width': 1,
      });
}

/** The blue dot and the red bar of the parameter chart, laid on their side under the curve. */
export function centreAndSpread(
  view: View,
  f: Frame,
  { mean, sd }: Centre,
  y: number,
  thickness = 5,
): SVGElement[] {
  const clamp = (x: number) => Math.min(f.right, Math.max(f.left, x));
  const centre = f.x(mean);
  return [
    element(view, 'path', {
      d: `M${px(clamp(f.x(mean - sd)))},${px(y)}H${px(clamp(f.x(mean + sd)))}`,
      stroke: 'var(--spread)',
      'stroke-width': thickness,
    }),
    ...(centre >= f.left && centre <= f.right
      ? [
          element(view, 'circle', {
            cx: px(centre),
            cy: px(y),
            r: 2 + thickness / 2,
            fill: 'var(--mean)',
          }),
        ]
      : []),
  ];
}

/** This generation: its values, the curve fitted to them, the original curve behind. */
export const generation: Figure<RunResult> = {
  id: 'generation',
  title: () => 'This generation: its data and the curve fitted to them',
  name: () => 'This generation',
  redraws: true,
  draw(result, frame, view) {
    const truth = originalOf(result.config);
    const fit = fitAt(result, frame);
    const [low, high] = valueDomain(result);
    const values = valuesAt(result, frame);
    const bins = values.length > FEW ? histogram(values) : [];
    const tallest = Math.max(peak(truth), fit ? peak(fit) : 0);
    const strip = stripOf(view);
    const top = Math.max(tallest, Math.min(tallest * 1.5, ...[maxDensity(bins)]));
    return chart(view, {
      name: `${this.title(result)} (generation ${count(frame + 1)})`,
      key: items(frame + 1, view),
      marginLeft: 14,
      strip: strip.height,
      x: { domain: [low, high] },
      y: { domain: [0, top * 1.04] },
      axes: (space) => valueAxisX(space, 'value'),
      draw: (f) => [
        barMarks(
          view,
          f.y(0),
          // Cut off at the top of the chart.
          bins.map(({ x0, x1, density }) => [
            f.x(x0),
            f.x(x1) - 1,
            f.y(Math.min(density, top * 1.04)),
          ]),
          'var(--ink-muted)',
          0.16,
        ),
        groundLine(view, f, f.bottom - strip.height),
        curve(view, f, truth, 'var(--original)', 1.5, low, high),
        fit && curve(view, f, fit, 'var(--ink)', 2, low, high),
        dataMarks(view, f, values),
        ...(fit ? centreAndSpread(view, f, fit, f.bottom - strip.height + strip.spread) : []),
        ...(view.still
          ? []
          : gripsOf(truth).map(({ x, height, name }) => gripMark(view, f.x(x), f.y(height), name))),
      ],
    });
  },
  takeaway(result, frame) {
    const { mean, sd } = originalOf(result.config);
    const values = valuesAt(result, frame);
    let outside = 0;
    let low = Infinity;
    let high = -Infinity;
    for (const x of values) {
      if (Math.abs(x - mean) > 2 * sd) outside++;
      low = Math.min(low, x);
      high = Math.max(high, x);
    }
    const expected = Math.round(values.length * 0.0455);
    return (
      `The ${count(values.length)} values of generation ${count(frame + 1)} run from ${short(low)} to ` +
      `${short(high)}; ${count(outside)} of them ${outside === 1 ? 'lies' : 'lie'} more than two original ` +
      `standard deviations from the original mean, where real data would have about ${count(expected)}.`
    );
  },
  handles({ x, y, bottom }, { config }): readonly Handle[] {
    const original = originalOf(config);
    const [top, side] = gripsOf(original);
    return [
      {
        field: statisticFor({ config }, 'mean').name,
        x: x(top.x),
        y: y(top.height),
        along: 'x',
        at: (pixel: number) => x.invert(pixel),
      },
      {
        field: statisticFor({ config }, 'spread').name,
        x: x(side.x),
        y: Math.min(bottom, y(side.height)),
        along: 'x',
        at: (pixel: number) => Math.abs(x.invert(pixel) - original.mean),
      },
    ];
  },
  note: () => 'Bars: histogram of the values.',
  table: (result, frame) => ({
    columns: ['value number', `value in generation ${frame + 1}`],
    rows: Array.from(valuesAt(result, frame), (x, i) => [i + 1, x]),
  }),
};

const maxDensity = (bins: readonly { density: number }[]) =>
  bins.reduce((most, bin) => Math.max(most, bin.density), 0);

interface Grip {
  readonly name: string;
  readonly x: number;
  /** In the unit of the density. */
  readonly height: number;
}

/** Where the original can be taken hold of: at its mean, and one standard deviation beside it. */
function gripsOf(original: Centre): readonly [Grip, Grip] {
  const { mean, sd } = original;
  const beside = mean + sd;
  return [
    { name: 'Drag: the original mean', x: mean, height: peak(original) },
    {
      name: 'Drag: the original standard deviation',
      x: beside,
      height: density(beside, original),
    },
  ];
}

/** A curve as one path. */
function curve(
  view: View,
  f: Frame,
  model: Centre,
  stroke: string,
  width: number,
  low: number,
  high: number,
): SVGElement {
  const points = [...bell(model, low, high)].map(([x, y]) => [f.x(x), f.y(y)] as const);
  return lineMark(view, linePath(points), stroke, width);
}
