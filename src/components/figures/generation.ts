import type { RunResult } from '../../lib/jobs/run.ts';
import { valuesOf } from '../../lib/recursion.ts';
import type { Normal } from '../../lib/types.ts';
import { isLow, type Figure, type Frame, type Handle, type View } from '../charts/figure.ts';
import { valueAxisX } from '../charts/axes.ts';
import { bell, density, originalOf, peak } from '../charts/bell.ts';
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
import { count, short } from '../charts/words.ts';

/** The strip below the curves: its height, and where data and spread stand in it. */
const STRIPS = {
  high: { height: 48, data: [7, 22], spread: 36 },
  low: { height: 36, data: [4, 16], spread: 27 },
} as const;

const stripOf = (view: View) => STRIPS[isLow(view) ? 'low' : 'high'];

const FEW = 60;

/** The fit of frame `frame` (generation frame + 1), or null past the end. */
export function fitAt({ fitted, reached }: RunResult, frame: number): Normal | null {
  if (frame < 0 || frame >= reached) return null;
  return { mu: fitted.mu![frame]!, sigma: fitted.sigma![frame]! };
}

/** The values that generation frame + 1 was fitted to. */
export function valuesAt(result: RunResult, frame: number): Float64Array {
  return valuesOf(result.config, frame + 1, fitAt(result, frame - 1));
}

/**
 * Limits of x that hold the original and every generation's bulk, so that nothing jumps in
 * playback.
 */
export function valueDomain(result: RunResult): [number, number] {
  const { mu, sigma } = originalOf(result.config);
  let low = mu - 3.3 * sigma;
  let high = mu + 3.3 * sigma;
  for (let i = 0; i < result.reached; i++) {
    low = Math.min(low, result.fitted.mu![i]! - 3 * result.fitted.sigma![i]!);
    high = Math.max(high, result.fitted.mu![i]! + 3 * result.fitted.sigma![i]!);
  }
  // An exploding run would squeeze the original to nothing: 40 of its standard deviations are
  // enough.
  return [Math.max(low, mu - 40 * sigma), Math.min(high, mu + 40 * sigma)];
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
  const [upper, lower] = data.map((y) => f.bottom - height + y) as [number, number];
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
  fit: Normal,
  y: number,
  thickness = 5,
): SVGElement[] {
  const clamp = (x: number) => Math.min(f.right, Math.max(f.left, x));
  const { mu, sigma } = fit as { mu: number; sigma: number };
  const centre = f.x(mu);
  return [
    element(view, 'path', {
      d: `M${px(clamp(f.x(mu - sigma)))},${px(y)}H${px(clamp(f.x(mu + sigma)))}`,
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
          : gripsOf(truth).map(([x, d], i) => gripMark(view, f.x(x), f.y(d), GRIPS[i]!))),
      ],
    });
  },
  takeaway(result, frame) {
    const { mu, sigma } = originalOf(result.config);
    const values = valuesAt(result, frame);
    let outside = 0;
    let low = Infinity;
    let high = -Infinity;
    for (const x of values) {
      if (Math.abs(x - mu) > 2 * sigma) outside++;
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
    const { mu } = originalOf(config);
    const [top, side] = gripsOf(originalOf(config));
    return [
      { field: 'mu', x: x(mu), y: y(top[1]), along: 'x', at: (pixel: number) => x.invert(pixel) },
      {
        field: 'sigma',
        x: x(side[0]),
        y: Math.min(bottom, y(side[1])),
        along: 'x',
        at: (pixel: number) => Math.abs(x.invert(pixel) - mu),
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

const GRIPS = ['Drag: the original mean', 'Drag: the original standard deviation'];

/** Where the original can be taken hold of: at its mean, and one standard deviation beside it. */
function gripsOf(original: Normal): readonly [Grip, Grip] {
  const { mu, sigma } = original;
  return [
    [mu, peak(original)],
    [mu + sigma, density(mu + sigma, original)],
  ];
}

type Grip = readonly [x: number, density: number];

/** A curve as one path. */
function curve(
  view: View,
  f: Frame,
  model: Normal,
  stroke: string,
  width: number,
  low: number,
  high: number,
): SVGElement {
  const points = [...bell(model, low, high)].map(([x, y]) => [f.x(x), f.y(y)] as const);
  return lineMark(view, linePath(points), stroke, width);
}
