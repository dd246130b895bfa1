import exp from '@stdlib/math-base-special-exp';
import { lognormal3, type Lognormal3 } from '../../lib/families/lognormal3.ts';
import { normal } from '../../lib/families/normal.ts';
import { failureText } from '../../lib/failures.ts';
import type { Answer } from '../../lib/fitAll.ts';
import { moments, standardDeviation } from '../../lib/moments.ts';
import type { Figure } from '../charts/figure.ts';
import { valueAxisX } from '../charts/axes.ts';
import { chart } from '../charts/chart.ts';
import { histogram } from '../charts/histogram.ts';
import type { LegendItem } from '../charts/legend.ts';
import { barMarks, groundLine, linePath, stroked } from '../charts/marks.ts';
import { count, short } from '../charts/words.ts';

/** A column of numbers and what the methods make of it. */
export interface OwnData {
  readonly values: Float64Array;
  readonly answers: readonly Answer<Lognormal3>[];
}

const POINTS = 160;

/** The methods that are drawn: the first three say most, seven curves would hide each other. */
const DRAWN = ['mle', 'zero-skewness', 'moments'];
const DASHES = [undefined, '6 3', '2 2'] as const;
const MARKS = ['line', 'dashed', 'dotted'] as const;

function momentsOf(values: Float64Array) {
  const found = moments(values);
  return { mu: found.mean, sigma: standardDeviation(found, found.n) };
}

const drawn = ({ answers }: OwnData) =>
  answers.flatMap(({ estimator, fit }) =>
    fit.ok && DRAWN.includes(estimator.id) ? [{ estimator, model: fit.model }] : [],
  );

/** The data as a histogram, and the fitted densities over it. */
export const ownDataFigure: Figure<OwnData> = {
  id: 'own-data',
  title: () => 'Your data and the fitted curves',
  name: () => 'Your data',
  redraws: false,
  draw(result, _frame, view) {
    const { values } = result;
    const bins = histogram(values);
    const shown = drawn(result);
    const best = momentsOf(values);
    const low = Math.min(best.mu - 3.2 * best.sigma, bins[0]?.x0 ?? best.mu - 1);
    const high = Math.max(best.mu + 3.2 * best.sigma, bins.at(-1)?.x1 ?? best.mu + 1);
    const xs = Array.from({ length: POINTS + 1 }, (_, i) => low + ((high - low) * i) / POINTS);
    const densities = [
      ...shown.map(({ model }) => xs.map((x) => exp(lognormal3.line.logPdf(x, model)))),
      xs.map((x) => (best.sigma > 0 ? exp(normal.line.logPdf(x, best)) : 0)),
    ];
    const tallestBin = Math.max(0, ...bins.map(({ density }) => density));
    const tallest = Math.max(1e-300, tallestBin, ...densities.flat());
    const top = Math.min(tallest, 2.5 * (tallestBin || tallest)) * 1.04;
    const key: LegendItem[] = [
      { mark: 'block', colour: 'var(--line)', label: 'your data' },
      ...shown.map(({ estimator }, i) => ({
        mark: MARKS[i]!,
        colour: 'var(--ink)',
        label: estimator.label,
      })),
      { mark: 'ghost', colour: 'var(--original)', label: 'best normal' },
    ];
    return chart(view, {
      name: this.title(result),
      key,
      marginLeft: 14,
      x: { domain: [low, high] },
      y: { domain: [0, top] },
      axes: (space) => valueAxisX(space, 'value'),
      draw: (f) => [
        barMarks(
          view,
          f.bottom,
          bins.map(({ x0, x1, density }) => [f.x(x0), f.x(x1) - 1, Math.max(f.top, f.y(density))]),
          'var(--ink-muted)',
          0.22,
        ),
        groundLine(view, f),
        ...densities.map((heights, i) => {
          const isNormal = i === shown.length;
          const d = linePath(xs.map((x, j) => [f.x(x), Math.max(f.top, f.y(heights[j]!))]));
          if (isNormal) return stroked(view, d, 'var(--original)', 1.5);
          const dashes = DASHES[i];
          const more = dashes && { 'stroke-dasharray': dashes };
          return stroked(view, d, 'var(--ink)', 2, more);
        }),
      ],
    });
  },
  takeaway({ values, answers }) {
    const [mle] = answers;
    const { mu, sigma } = momentsOf(values);
    if (!mle?.fit.ok)
      return `By local maximum likelihood there is no answer. ${mle ? failureText(mle.fit.ok ? 'no-solution' : mle.fit.reason) : ''} A normal with mean ${short(mu)} and standard deviation ${short(sigma)} is drawn for comparison.`;
    const thresholds = answers.flatMap(({ fit }) => (fit.ok ? [fit.model.threshold] : []));
    return `${count(thresholds.length)} of ${count(answers.length)} methods have an answer: thresholds from ${short(Math.min(...thresholds))} to ${short(Math.max(...thresholds))}: ${short((Math.max(...thresholds) - Math.min(...thresholds)) / sigma)} standard deviations of your data apart.`;
  },
  note: ({ values }) =>
    `${count(values.length)} values from ${short(values.reduce((a, b) => Math.min(a, b)))} to ${short(values.reduce((a, b) => Math.max(a, b)))}. Standard errors (±) are those for large samples, where their formula is known.`,
  table: ({ answers }) => ({
    columns: [
      'method',
      'threshold',
      'meanlog',
      'sdlog',
      'se threshold',
      'se meanlog',
      'se sdlog',
      'log-likelihood',
      'reason',
    ],
    rows: answers.map(({ estimator, fit, logLikelihood, standardErrors }) => {
      const names = ['threshold', 'meanlog', 'sdlog'] as const;
      return [
        estimator.id,
        ...names.map((name) => (fit.ok ? fit.model[name] : '')),
        ...names.map((name) => standardErrors?.[name] ?? ''),
        Number.isFinite(logLikelihood) ? logLikelihood! : '',
        fit.ok ? '' : fit.reason,
      ];
    }),
  }),
};
