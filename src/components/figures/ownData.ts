import exp from '@stdlib/math-base-special-exp';
import { entryAt } from '../../lib/entryAt.ts';
import { lognormal3, type Lognormal3 } from '../../lib/families/lognormal3.ts';
import { failureText } from '../../lib/failures.ts';
import type { Answer } from '../../lib/fitAll.ts';
import { moments, standardDeviation } from '../../lib/moments.ts';
import { statisticsOf } from '../../lib/statistics.ts';
import type { Centre } from '../../lib/types.ts';
import type { Figure } from '../charts/figure.ts';
import { valueAxisX } from '../charts/axes.ts';
import { chart } from '../charts/chart.ts';
import { density } from '../charts/bell.ts';
import { cellOf } from '../charts/ensemble.ts';
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
/** How they are drawn, in the order in which they have an answer. */
const HOW: readonly { readonly mark: LegendItem['mark']; readonly dashes?: string }[] = [
  { mark: 'line' },
  { mark: 'dashed', dashes: '6 3' },
  { mark: 'dotted', dashes: '2 2' },
];

const dashedBy = (dashes: string | undefined): Readonly<Record<string, string>> =>
  dashes === undefined ? {} : { 'stroke-dasharray': dashes };

/** The parameters, as numbers of a model. */
const PARAMETERS = statisticsOf(
  lognormal3,
  lognormal3.parameters.map(({ name }) => name),
);

function momentsOf(values: Float64Array): Centre {
  const found = moments(values);
  return { mean: found.mean, sd: standardDeviation(found, found.n) };
}

const drawn = ({ answers }: OwnData) =>
  answers
    .flatMap(({ estimator, fit }) =>
      fit.ok && DRAWN.includes(estimator.id) ? [{ estimator, model: fit.model }] : [],
    )
    .map((one, i) => ({ ...one, how: entryAt(HOW, i) }));

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
    const low = Math.min(best.mean - 3.2 * best.sd, bins[0]?.x0 ?? best.mean - 1);
    const high = Math.max(best.mean + 3.2 * best.sd, bins.at(-1)?.x1 ?? best.mean + 1);
    const xs = Array.from({ length: POINTS + 1 }, (_, i) => low + ((high - low) * i) / POINTS);
    const curves = [
      ...shown.map(({ model, how: { dashes } }) => ({
        heights: xs.map((x) => [x, exp(lognormal3.line.logPdf(x, model))] as const),
        colour: 'var(--ink)',
        width: 2,
        more: dashedBy(dashes),
      })),
      {
        heights: xs.map((x) => [x, best.sd > 0 ? density(x, best) : 0] as const),
        colour: 'var(--original)',
        width: 1.5,
        more: {},
      },
    ];
    const tallestBin = Math.max(0, ...bins.map((bin) => bin.density));
    const tallest = Math.max(
      1e-300,
      tallestBin,
      ...curves.flatMap(({ heights }) => heights.map(([, height]) => height)),
    );
    const top = Math.min(tallest, 2.5 * (tallestBin || tallest)) * 1.04;
    const key: LegendItem[] = [
      { mark: 'block', colour: 'var(--line)', label: 'your data' },
      ...shown.map(({ estimator, how }) => ({
        mark: how.mark,
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
          bins.map((bin) => [f.x(bin.x0), f.x(bin.x1) - 1, Math.max(f.top, f.y(bin.density))]),
          'var(--ink-muted)',
          0.22,
        ),
        groundLine(view, f),
        ...curves.map(({ heights, colour, width, more }) => {
          const d = linePath(heights.map(([x, height]) => [f.x(x), Math.max(f.top, f.y(height))]));
          return stroked(view, d, colour, width, more);
        }),
      ],
    });
  },
  takeaway({ values, answers }) {
    const [mle] = answers;
    const { mean, sd } = momentsOf(values);
    if (!mle?.fit.ok)
      return `By local maximum likelihood there is no answer. ${mle ? failureText(mle.fit.ok ? 'no-solution' : mle.fit.reason) : ''} A normal with mean ${short(mean)} and standard deviation ${short(sd)} is drawn for comparison.`;
    // The first parameter, which says where a model begins, is where the methods differ most.
    const begins = entryAt(PARAMETERS, 0);
    const found = answers.flatMap(({ fit }) => (fit.ok ? [begins.of(fit.model, null)] : []));
    const [low, high] = [Math.min(...found), Math.max(...found)];
    return `${count(found.length)} of ${count(answers.length)} methods have an answer: ${begins.label.toLowerCase()}s from ${short(low)} to ${short(high)}: ${short((high - low) / sd)} standard deviations of your data apart.`;
  },
  note: ({ values }) =>
    `${count(values.length)} values from ${short(values.reduce((a, b) => Math.min(a, b)))} to ${short(values.reduce((a, b) => Math.max(a, b)))}. Standard errors (±) are those for large samples, where their formula is known.`,
  table: ({ answers }) => ({
    columns: [
      'method',
      ...PARAMETERS.map(({ name }) => name),
      ...PARAMETERS.map(({ name }) => `se ${name}`),
      'log-likelihood',
      'reason',
    ],
    rows: answers.map(({ estimator, fit, logLikelihood, standardErrors }) => [
      estimator.id,
      ...PARAMETERS.map(({ of }) => (fit.ok ? of(fit.model, null) : '')),
      ...PARAMETERS.map(({ name }) => standardErrors?.[name] ?? ''),
      cellOf(logLikelihood ?? NaN),
      fit.ok ? '' : fit.reason,
    ]),
  }),
};
