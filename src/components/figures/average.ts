import { lastOf } from '../../lib/entryAt.ts';
import type { EnsembleBand } from '../../lib/ensemble/types.ts';
import type { EnsembleSoFar, EnsemblesResult } from '../../lib/jobs/ensembles.ts';
import { exactMedianOfSd } from '../../lib/theory/sdLaw.ts';
import { meanOfVariance } from '../../lib/theory/sdMoments.ts';
import { generationsInSight, standardErrorOfMeanVariance } from '../../lib/theory/sight.ts';
import type { Frame, View, Viewed } from '../charts/figure.ts';
import { generationFigure } from '../charts/generationFigure.ts';
import { clampY, edgeLabels, logLimits, trace } from '../charts/bands.ts';
import {
  bandOf,
  cellOf,
  drawnRows,
  lawAt,
  only,
  simulated,
  spreadOver,
} from '../charts/ensemble.ts';
import type { LegendItem } from '../charts/legend.ts';
import { element, lawPath, originalLine, px, stroked } from '../charts/marks.ts';
import { simulatedRoot } from '../charts/policy.ts';
import { originally } from '../charts/statistic.ts';
import { BEYOND, count, NO_RUN, percent, short } from '../charts/words.ts';

/** Which of the two curves are shown. */
export interface AverageView {
  readonly show: 'both' | 'typical' | 'average';
}

type Result = Viewed<EnsemblesResult, AverageView>;

/**
 * The root of the average of s squared by the law: that of the original for ever, if the variance
 * estimator is unbiased.
 */
export const exactRootMeanSquare = (ensemble: EnsembleSoFar, t: number) =>
  Math.sqrt(meanOfVariance(lawAt(ensemble, t)));

/**
 * The generation in which the average leaves the sight of so many runs, if the chart shows both.
 */
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
          {
            mark: 'line',
            colour: 'var(--spread)',
            label: 'the typical run: median of s',
            short: 'typical run',
          } as const,
        ]),
    ...(shown === 'typical'
      ? []
      : [
          {
            mark: 'dot',
            colour: 'var(--spread)',
            label: 'the average of runs: root of the mean of s²',
            short: 'average of runs',
          } as const,
        ]),
    { mark: 'dashed', colour: 'var(--law)', label: 'exact law' },
    ...(sightIn(result) === null
      ? []
      : [
          {
            mark: 'dotted',
            colour: 'var(--ink-muted)',
            label: 'from here on: too few runs for the average',
            short: 'from here: too few runs',
          } as const,
        ]),
  ];
};

function domainOf(result: Result): [number, number] {
  const ensemble = only(result);
  const { bands, config } = ensemble;
  const last = lastOf(config.at);
  return logLimits([
    originally(ensemble, 'spread'),
    exactMedianOfSd(lawAt(ensemble, last)),
    exactRootMeanSquare(ensemble, last),
    ...bands.flatMap((band) => [simulated(ensemble, band, 0.5), simulatedRoot(ensemble, band)]),
  ]);
}

/** The typical run falls while the average of runs stays: both, simulated and by the law. */
export const average = generationFigure<Result>({
  id: 'average',
  title: () => 'The typical run and the average of runs',
  name: () => 'Typical and average',
  staticRows: 11,
  of: only,
  plot(result, view) {
    const ensemble = only(result);
    const shown = result.view.show;
    const rows = drawnRows(ensemble, view.still ? 2 : 1).filter(
      (row) => bandOf(ensemble, row).survivors > 0,
    );
    const exactRows = drawnRows(ensemble, 5);
    const median = (t: number) => exactMedianOfSd(lawAt(ensemble, t));
    const mean = (t: number) => exactRootMeanSquare(ensemble, t);
    return {
      yLabel: 'standard deviation, logarithmic scale',
      y: domainOf(result),
      scale: 'log',
      key: items(result),
      marginRight: 62,
      marks(f) {
        const law = (at: (t: number) => number) =>
          lawPath(
            view,
            trace(f, ensemble, exactRows, (_, t) => clampY(f, at(t))),
          );
        const found = (at: (band: EnsembleBand) => number) =>
          trace(f, ensemble, rows, (row) => clampY(f, at(bandOf(ensemble, row))));
        return [
          originalLine(view, f, originally(ensemble, 'spread')),
          sightLine(view, f, sightIn(result)),
          ...(shown === 'average'
            ? []
            : [
                stroked(
                  view,
                  found((band) => simulated(ensemble, band, 0.5)),
                  'var(--spread)',
                  2,
                ),
                law(median),
              ]),
          ...(shown === 'typical'
            ? []
            : [
                stroked(
                  view,
                  found((band) => simulatedRoot(ensemble, band)),
                  'var(--spread)',
                  4,
                  { 'stroke-linecap': 'round', 'stroke-dasharray': '0.1 7' },
                ),
                law(mean),
              ]),
        ];
      },
      front(f) {
        const last = lastOf(ensemble.config.at);
        return edgeLabels(view, f, [
          ...(shown === 'average' ? [] : [{ at: clampY(f, median(last)), text: 'typical' }]),
          ...(shown === 'typical' ? [] : [{ at: clampY(f, mean(last)), text: 'average' }]),
        ]);
      },
    };
  },
  takeaway(result, frame) {
    const ensemble = only(result);
    const { config, made } = ensemble;
    const band = bandOf(ensemble, frame);
    if (band.survivors < made)
      return 'Some runs have ended, so an average over all cannot be computed.';
    const law = lawAt(ensemble, band.t);
    const sight = generationsInSight({ n: config.n, runs: made });
    const square = spreadOver(ensemble, band, 'spread').meanSquare;
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
  reading(result, frame) {
    const ensemble = only(result);
    const band = bandOf(ensemble, frame);
    if (band.survivors === 0) return NO_RUN;
    return `typical run ${short(simulated(ensemble, band, 0.5))}, average of runs ${short(simulatedRoot(ensemble, band))}`;
  },
  note: () => 'Both are on the scale of s. The grey line is the original.',
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
          cellOf(simulated(ensemble, band, 0.5)),
          cellOf(exactMedianOfSd(law)),
          cellOf(spreadOver(ensemble, band, 'spread').meanSquare),
          cellOf(meanOfVariance(law)),
          cellOf(standardErrorOfMeanVariance({ ...law, runs: ensemble.made })),
        ];
      }),
    };
  },
});

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
  const band = bandOf(ensemble, frame);
  if (band.survivors === 0) return `No run has reached generation ${count(band.t)}.`;
  const law = lawAt(ensemble, band.t);
  // Under the logarithmic estimator both may be larger than any number.
  const mean = simulatedRoot(ensemble, band);
  const exactMean = exactRootMeanSquare(ensemble, band.t);
  const found = mean < Infinity ? `matches a standard deviation of ${short(mean)}` : `is ${BEYOND}`;
  const expected = exactMean < Infinity ? short(exactMean) : BEYOND;
  return (
    `In generation ${count(band.t)} the typical run has a standard deviation of ${short(simulated(ensemble, band, 0.5))} ` +
    `(by the exact law ${short(exactMedianOfSd(law))}). The average of s² over the ${count(band.survivors)} runs ${found} ` +
    `(by the exact law ${expected}).`
  );
}
