import type { EnsembleBand } from '../../lib/ensemble/types.ts';
import type { EnsembleSoFar, EnsemblesResult } from '../../lib/jobs/ensembles.ts';
import { exactMedianOfSd } from '../../lib/theory/sdLaw.ts';
import { meanOfVariance } from '../../lib/theory/sdMoments.ts';
import { generationsInSight, standardErrorOfMeanVariance } from '../../lib/theory/sight.ts';
import type { Figure, Frame, View, Viewed } from '../charts/figure.ts';
import { generationAxis, logAxis, logMargin } from '../charts/axes.ts';
import { clampY, edgeLabels, originalLine } from '../charts/bands.ts';
import { chart, element, linePath, px, lawPath } from '../charts/chart.ts';
import {
  cellOf,
  drawable,
  drawnRows,
  ensembleCaption,
  lawAt,
  only,
  simulated,
} from '../charts/ensemble.ts';
import { legend, legendHeight, type LegendItem } from '../charts/legend.ts';
import { keptAt, keptX } from '../charts/overGenerations.ts';
import { movePlayhead, playheadLine } from '../charts/playhead.ts';
import { BEYOND, count, percent, short } from '../charts/words.ts';

/** Which of the two curves are shown. */
export interface AverageView {
  readonly show: 'both' | 'typical' | 'average';
}

type Result = Viewed<EnsemblesResult, AverageView>;

/** The root of the average of s squared over the runs: in the units of s. */
export const rootMeanSquare = (band: EnsembleBand) => Math.sqrt(band.parameters.sigma!.meanSquare);

/** The same by the law: sigma for ever, if the variance estimator is unbiased. */
export const exactRootMeanSquare = (ensemble: EnsembleSoFar, t: number) =>
  Math.sqrt(meanOfVariance(lawAt(ensemble, t)));

/** The generation in which the average leaves the sight of so many runs, if the chart shows both. */
function sightIn(result: Result): number | null {
  const { config, made } = only(result);
  const sight = generationsInSight({ n: config.n, runs: made });
  return result.view.show === 'typical' || sight >= config.generations ? null : sight;
}

const items = (result: Result): readonly LegendItem[] => {
  const shown = result.view.show;
  return [
    ...(shown === 'average'
      ? []
      : [
          { mark: 'line', colour: 'var(--spread)', label: 'the typical run: median of s' } as const,
        ]),
    ...(shown === 'typical'
      ? []
      : [
          {
            mark: 'dot',
            colour: 'var(--spread)',
            label: 'the average of runs: root of the mean of s²',
          } as const,
        ]),
    { mark: 'dashed', colour: 'var(--law)', label: 'exact law' },
    ...(sightIn(result) === null
      ? []
      : [
          {
            mark: 'dotted',
            colour: 'var(--ink-muted)',
            label: 'right of it: out of sight for this many runs',
          } as const,
        ]),
  ];
};

function domainOf(result: Result): [number, number] {
  const ensemble = only(result);
  const { bands, config } = ensemble;
  const last = config.at.at(-1)!;
  const all = [
    config.truth.sigma!,
    exactMedianOfSd(lawAt(ensemble, last)),
    exactRootMeanSquare(ensemble, last),
    ...bands.flatMap((band) => [simulated(band, 0.5), rootMeanSquare(band)]),
  ].filter(drawable);
  return [Math.min(...all) / 1.25, Math.max(...all) * 1.25];
}

/** The typical run falls while the average of runs stays: both, simulated and by the law. */
export const average: Figure<Result> = {
  id: 'average',
  title: () => 'The typical run and the average of runs',
  height: 360,
  staticWidths: [330, 720],
  redraws: false,
  staticRows: 11,
  draw(result, frame, view) {
    const ensemble = only(result);
    const { config, bands } = ensemble;
    const [low, high] = domainOf(result);
    const key = items(result);
    const shown = result.view.show;
    const rows = drawnRows(ensemble, view.still ? 2 : 1);
    const exactRows = drawnRows(ensemble, 5);
    const drawing = chart(view, {
      name: this.title(result),
      height: this.height,
      marginTop: legendHeight(key, view.width) + 24,
      marginLeft: logMargin(low, high),
      marginRight: 62,
      yLabel: 'standard deviation, logarithmic scale',
      x: { domain: [1, Math.max(2, config.generations)] },
      y: { type: 'log', domain: [low, high] },
      axes: [...generationAxis(view), ...logAxis(low, high)],
      draw: (f) => {
        const t = (row: number) => config.at[row]!;
        const median = (row: number) => exactMedianOfSd(lawAt(ensemble, t(row)));
        const mean = (row: number) => exactRootMeanSquare(ensemble, t(row));
        const line = (of: (row: number) => number, some: readonly number[]) =>
          linePath(some.map((row) => [f.x(t(row)), clampY(f, of(row))]));
        const alive = rows.filter((row) => bands[row]!.survivors > 0);
        const last = config.at.length - 1;
        return [
          originalLine(view, f, config.truth.sigma!),
          sightLine(view, f, sightIn(result)),
          ...(shown === 'average'
            ? []
            : [
                element(view, 'path', {
                  d: line((row) => simulated(bands[row]!, 0.5), alive),
                  fill: 'none',
                  stroke: 'var(--spread)',
                  'stroke-width': 2,
                }),
                lawPath(view, line(median, exactRows)),
              ]),
          ...(shown === 'typical'
            ? []
            : [
                element(view, 'path', {
                  d: line((row) => rootMeanSquare(bands[row]!), alive),
                  fill: 'none',
                  stroke: 'var(--spread)',
                  'stroke-width': 4,
                  'stroke-linecap': 'round',
                  'stroke-dasharray': '0.1 7',
                }),
                lawPath(view, line(mean, exactRows)),
              ]),
          ...(view.still ? [] : [playheadLine(view, f)]),
          ...edgeLabels(view, f, [
            ...(shown === 'average' ? [] : [{ at: clampY(f, median(last)), text: 'typical' }]),
            ...(shown === 'typical' ? [] : [{ at: clampY(f, mean(last)), text: 'average' }]),
          ]),
          legend(view, key, f.left),
        ];
      },
    });
    this.move!(drawing, result, frame);
    return drawing;
  },
  move: (drawing, result, frame) => movePlayhead(drawing, keptX(drawing, only(result), frame)),
  frameAt: (drawing, result, x) => keptAt(drawing, only(result), x),
  takeaway(result, frame) {
    const ensemble = only(result);
    const { config, made } = ensemble;
    const band = ensemble.bands[frame]!;
    if (band.survivors < made)
      return 'Some runs have ended, so an average over all cannot be computed.';
    const law = lawAt(ensemble, band.t);
    const sight = generationsInSight({ n: config.n, runs: made });
    const square = band.parameters.sigma!.meanSquare;
    const error = standardErrorOfMeanVariance({ ...law, runs: made }) / meanOfVariance(law);
    if (band.t > sight) {
      return (
        `The simulated average cannot be trusted here: by about generation ${count(Math.round(sight))} it has dropped to half of the exact one, ` +
        `since the runs that carry it are so wide and so rare that ${count(made)} runs seldom include one.`
      );
    }
    const off = square / meanOfVariance(law) - 1;
    return `The simulated mean of s² is ${percent(1 + off)} of its exact value, with a standard error of ${percent(error)}.`;
  },
  caption: (result) =>
    `Both on the scale of s. The grey line is the original. ${ensembleCaption(only(result))}`,
  table(result) {
    const ensemble = only(result);
    return {
      columns: [
        'generation',
        'runs left',
        'median of s, simulated',
        'median of s, exact',
        'mean of s², simulated',
        'mean of s², exact',
        'standard error of that mean, exact',
      ],
      rows: ensemble.bands.map((band) => {
        const law = lawAt(ensemble, band.t);
        return [
          band.t,
          band.survivors,
          cellOf(simulated(band, 0.5)),
          cellOf(exactMedianOfSd(law)),
          cellOf(band.parameters.sigma!.meanSquare),
          cellOf(meanOfVariance(law)),
          cellOf(standardErrorOfMeanVariance({ ...law, runs: ensemble.made })),
        ];
      }),
    };
  },
};

/** The line of that generation. */
const sightLine = (view: View, f: Frame, sight: number | null) =>
  sight === null
    ? null
    : element(view, 'path', {
        d: `M${px(f.x(Math.max(1, sight)))},${f.top}V${f.bottom}`,
        stroke: 'var(--ink-muted)',
        'stroke-dasharray': '1 3',
      });

/** The two numbers of a frame, in words. */
export function averageSentence(result: Result, frame: number): string {
  const ensemble = only(result);
  const band = ensemble.bands[frame]!;
  if (band.survivors === 0) return `No run has reached generation ${count(band.t)}.`;
  const law = lawAt(ensemble, band.t);
  // Under the logarithmic estimator both may be larger than any number.
  const mean = rootMeanSquare(band);
  const exactMean = exactRootMeanSquare(ensemble, band.t);
  const found = mean < Infinity ? `matches a standard deviation of ${short(mean)}` : `is ${BEYOND}`;
  const expected = exactMean < Infinity ? short(exactMean) : BEYOND;
  return (
    `In generation ${count(band.t)} the typical run has a standard deviation of ${short(simulated(band, 0.5))} ` +
    `(by the exact law ${short(exactMedianOfSd(law))}). The average of s² over the ${count(band.survivors)} runs ${found} ` +
    `(by the exact law ${expected}).`
  );
}
