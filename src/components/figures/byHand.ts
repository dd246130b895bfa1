import type { RunResult } from '../../lib/jobs/run.ts';
import type { Centre } from '../../lib/types.ts';
import type { Figure, Frame, View } from '../charts/figure.ts';
import { valueAxisX } from '../charts/axes.ts';
import { bell, originalOf, peak } from '../charts/bell.ts';
import { chart } from '../charts/chart.ts';
import { dotsPath, element, groundLine, linePath, px, stroked } from '../charts/marks.ts';
import { count, short } from '../charts/words.ts';
import { centreAndSpread, fitAt, valueDomain, valuesAt } from './generation.ts';

/** The four steps of one round, in order; frame 4(t - 1) + step belongs to generation t. */
export const STEPS = ['Data', 'Estimates', 'Curve', 'New data'] as const;
export const FRAMES_A_ROUND = STEPS.length;

/** Index of the round (t - 1) and the step that a frame shows. */
export const roundOf = (frame: number) => ({
  round: Math.floor(frame / FRAMES_A_ROUND),
  step: frame % FRAMES_A_ROUND,
});

/** Heights of the rows in a picture that is high enough; the curve takes what is left. */
const ROWS = { data: 54, estimates: 46, fresh: 54 };
/** So much of the picture they take in all, at most. */
const SHARE = 0.58;
const TOP = 4;
/** What a row shows stands below its heading. */
const HEADING = 18;

/** One round on one axis: the values, the two numbers, the curve, and the values drawn from it. */
export const byHandFigure: Figure<RunResult> = {
  id: 'round',
  title: () => 'One round: data, estimates, curve, new data',
  name: () => 'One round',
  redraws: true,
  draw(result, frame, view) {
    const { round, step } = roundOf(frame);
    const truth = originalOf(result.config);
    const fit = fitAt(result, round);
    const fitBefore = fitAt(result, round - 1);
    const [low, high] = valueDomain(result);
    const top = Math.max(peak(truth), fit ? peak(fit) : 0);
    return chart(view, {
      name: `${this.title(result)}: generation ${round + 1}, step ${step + 1} of 4`,
      marginTop: TOP,
      marginLeft: 14,
      x: { domain: [low, high] },
      y: { domain: [0, 1] },
      axes: (space) => valueAxisX(space, 'value'),
      draw: (f) => {
        const all = ROWS.data + ROWS.estimates + ROWS.fresh;
        const scale = Math.min(1, (SHARE * (f.bottom - TOP)) / all);
        /** Where the rows begin, and where what they show stands. */
        const y1 = TOP;
        const y2 = y1 + ROWS.data * scale;
        const y3 = y2 + ROWS.estimates * scale;
        const y4 = f.bottom - ROWS.fresh * scale;
        const dots = (HEADING + ROWS.data * scale) / 2;
        const height = (d: number) => ((y4 - y3 - 30) * d) / top;
        const shape = (model: Centre, base: number, stroke: string, width: number) =>
          stroked(
            view,
            linePath([...bell(model, low, high)].map(([x, d]) => [f.x(x), base - height(d)])),
            stroke,
            width,
          );
        const marks: SVGElement[] = [
          ...separators(view, f, [y2, y3, y4]),
          heading(view, f, 0, y1, from(round, fitBefore), step),
          points(view, f, valuesAt(result, round), y1 + dots, round === 0 ? 'real' : 'synthetic'),
          heading(view, f, 1, y2, fit ? said(fit) : 'none: all values are equal', step),
        ];
        if (step >= 1 && fit) marks.push(...centreAndSpread(view, f, fit, (y2 + HEADING + y3) / 2));
        marks.push(heading(view, f, 2, y3, 'normal, with that mean and spread', step));
        if (step >= 2 && fit) {
          marks.push(
            shape(truth, y4 - 6, 'var(--original)', 1.5),
            shape(fit, y4 - 6, 'var(--ink)', 2),
          );
        }
        marks.push(heading(view, f, 3, y4, 'drawn from it: the next data', step));
        if (step >= 3 && fit) {
          marks.push(points(view, f, valuesAt(result, round + 1), y4 + dots, 'synthetic'));
        }
        return marks;
      },
    });
  },
  takeaway(result, frame) {
    const { round, step } = roundOf(frame);
    const truth = originalOf(result.config);
    const fit = fitAt(result, round);
    if (!fit)
      return 'All the values are equal: there is no spread left to estimate, and the game ends.';
    const before = fitAt(result, round - 1) ?? truth;
    const ratio = fit.sd / before.sd;
    const direction =
      ratio < 0.995
        ? `narrower than the curve its data came from (${short(before.sd)} → ${short(fit.sd)})`
        : ratio > 1.005
          ? `wider than the curve its data came from (${short(before.sd)} → ${short(fit.sd)})`
          : 'almost as wide as the curve its data came from';
    if (step === 0)
      return `${count(result.config.n)} values, ${from(round, fitAt(result, round - 1))}.`;
    return `By luck of the draw, the curve of generation ${count(round + 1)} is ${direction}.`;
  },
  note: () =>
    'Hollow dots are real data, filled dots synthetic data; the grey curve is the original.',
  table(result, frame) {
    const { round } = roundOf(frame);
    const values = valuesAt(result, round);
    const fresh = fitAt(result, round) ? valuesAt(result, round + 1) : null;
    return {
      columns: ['value number', `data of generation ${round + 1}`, 'new data drawn from its curve'],
      rows: Array.from(values, (x, i) => [i + 1, x, fresh?.[i] ?? '']),
    };
  },
};

const from = (round: number, before: Centre | null) =>
  round === 0 || !before
    ? 'real values, from the original'
    : `made by the curve of generation ${count(round)}`;

const said = ({ mean, sd }: Centre) => `mean ${short(mean)}, SD ${short(sd)}`;

function heading(view: View, f: Frame, index: number, y: number, words: string, step: number) {
  const reached = step >= index;
  const title = element(view, 'tspan', { class: 'step-name' }, `${index + 1}  ${STEPS[index]}`);
  const text = element(view, 'text', {
    x: f.left,
    y: y + 15,
    class: reached ? 'step' : 'step later',
  });
  text.append(title);
  if (reached) text.append(element(view, 'tspan', { dx: 8 }, words));
  return text;
}

const separators = (view: View, f: Frame, ys: readonly number[]) =>
  ys.map((y) => groundLine(view, f, y));

function points(view: View, f: Frame, values: Float64Array, y: number, kind: 'real' | 'synthetic') {
  const inside = [...values].map(f.x).filter((x) => x >= f.left && x <= f.right);
  if (kind === 'synthetic') {
    return element(view, 'path', {
      d: dotsPath(inside.map((x) => [x, y])),
      stroke: 'var(--ink)',
      'stroke-opacity': 0.8,
      'stroke-linecap': 'round',
      'stroke-width': 8,
    });
  }
  const group = element(view, 'g', {
    fill: 'none',
    stroke: 'var(--original)',
    'stroke-width': 1.5,
  });
  for (const x of inside) group.append(element(view, 'circle', { cx: px(x), cy: y, r: 4 }));
  return group;
}
