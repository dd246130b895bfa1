import { entryAt } from '../../lib/entryAt.ts';
import type { RunResult } from '../../lib/jobs/run.ts';
import type { Centre } from '../../lib/types.ts';
import type { Figure, Frame, View } from '../charts/figure.ts';
import { valueAxisX } from '../charts/axes.ts';
import { bell, originalOf, peak } from '../charts/bell.ts';
import { chart } from '../charts/chart.ts';
import { element, linePath, px, stroked } from '../charts/marks.ts';
import { count, percent, short } from '../charts/words.ts';
import { centreAndSpread, fitAt, fitsOf, valueDomain } from './generation.ts';

const CURVES = 15;
/** Height of the original's peak, as a share of the picture's and in pixels. */
const PEAK = { share: 0.16, least: 34, most: 58 };
/** Free space above it. */
const TOP = 12;
/** Labels of the rows keep so far apart. */
const LINE = 13;

/** Generations shown as a stack: the first, the last that was reached, and equal steps between. */
function copiedGenerations(reached: number): number[] {
  const shown = Math.min(CURVES, reached);
  if (shown < 2) return shown === 1 ? [1] : [];
  return Array.from({ length: shown }, (_, j) => 1 + Math.round(((reached - 1) * j) / (shown - 1)));
}

/** Those generations, with their fits. */
function copiesOf(result: RunResult) {
  const fits = fitsOf(result);
  return copiedGenerations(result.reached).map((t) => ({ t, fit: entryAt(fits, t - 1) }));
}

/** A copy of a copy of a copy: the fitted curves stacked, oldest at the top. */
export const copiesFigure: Figure<RunResult> = {
  id: 'copies',
  title: () => 'A copy of a copy of a copy: the fitted curve, generation after generation',
  name: () => 'Copies',
  redraws: true,
  draw(result, frame, view) {
    const truth = originalOf(result.config);
    const domain = valueDomain(result);
    const shown = copiesOf(result);
    const most = Math.min(PEAK.most, Math.max(PEAK.least, PEAK.share * view.height));
    return chart(view, {
      name: this.title(result),
      marginTop: TOP + most,
      marginLeft: 44,
      x: { domain },
      y: { domain: [0, 1] },
      axes: (space) => valueAxisX(space, 'value'),
      draw: (f) => {
        const gap = (f.bottom - 12 - f.top) / CURVES;
        const every = Math.max(2, Math.ceil(LINE / gap));
        const rows = shown
          .map((copy, j) => ({ ...copy, y: f.top + gap * (j + 1) }))
          .filter(({ t }) => t - 1 <= frame);
        // Its height grows with the root of the density, to leave room.
        const lift = (density: number) => most * Math.sqrt(density / peak(truth));
        const hill = (curve: Centre, y: number, stroke: string) =>
          curveOverPaper(view, f, curve, lift, y, stroke, domain);
        return [
          ...hill(truth, f.top, 'var(--original)'),
          rowLabel(view, 0, Math.min(f.top, f.top + gap - LINE), 'original', 'start'),
          ...rows.flatMap(({ fit, y }) => hill(fit, y, 'var(--ink)')),
          ...rows.flatMap(({ fit, y }) => centreAndSpread(view, f, fit, y, 2.5)),
          ...rows
            .filter(({ t }, j) => j % every === 0 || t === result.reached)
            .map(({ t, y }) => rowLabel(view, 34, y, count(t), 'end')),
        ];
      },
    });
  },
  takeaway(result) {
    const { reached, config } = result;
    const fit = fitAt(result, reached - 1);
    if (!fit) return 'There is no model to show.';
    const original = originalOf(config);
    const ratio = fit.sd / original.sd;
    const away = Math.abs(fit.mean - original.mean) / original.sd;
    const width =
      ratio < 1
        ? `${percent(ratio)} of the original’s spread is left`
        : `the curve is wider than the original, as in a few runs it is`;
    return `After ${count(reached)} generations ${width}, and its mean has moved by ${short(away)} original standard deviations.`;
  },
  note: (result) =>
    `${result.reached > CURVES ? 'Fifteen' : 'All'} of the fitted curves, numbered by generation; heights are on a ` +
    'square-root scale. Blue dot: mean. Red bar: ± one standard deviation.',
  table: (result) => ({
    columns: ['generation', 'mean', 'standard deviation'],
    rows: copiesOf(result).map(({ t, fit }) => [t, fit.mean, fit.sd]),
  }),
};

/** A curve that hides what lies behind it; `lift` is how high a density is drawn. */
function curveOverPaper(
  view: View,
  f: Frame,
  model: Centre,
  lift: (density: number) => number,
  y: number,
  stroke: string,
  [low, high]: readonly [number, number],
): SVGElement[] {
  const points = [...bell(model, low, high, 70, 5.5)].map(
    ([x, density]) => [f.x(x), Math.max(6, y - lift(density))] as const,
  );
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return [];
  const outline = linePath(points);
  const base = `L${px(last[0])},${px(y)}L${px(first[0])},${px(y)}Z`;
  return [
    element(view, 'path', { d: outline + base, fill: 'var(--paper)' }),
    stroked(view, outline, stroke, 1.4),
  ];
}

const rowLabel = (view: View, x: number, y: number, text: string, anchor: string) =>
  element(view, 'text', { x, y: y + 4, 'text-anchor': anchor, class: 'row-label' }, text);
