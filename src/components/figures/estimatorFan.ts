import type { EnsembleSoFar, EnsemblesResult } from '../../lib/jobs/ensembles.ts';
import { driftTable, type DriftRow } from '../../lib/theory/driftTable.ts';
import { fallTimeOfMedian } from '../../lib/theory/fallTimeOfMedian.ts';
import { meanOfVariance } from '../../lib/theory/sdMoments.ts';
import type { Figure } from '../charts/figure.ts';
import { generationAxis, logAxis, logMargin } from '../charts/axes.ts';
import {
  bandDomain,
  clampY,
  exactLines,
  fanBands,
  levelLabels,
  originalLine,
} from '../charts/bands.ts';
import { chart } from '../charts/chart.ts';
import { ensembleCaption, exact, findQuantiles, lawAt, quantileTable } from '../charts/ensemble.ts';
import { firstRun } from '../charts/firstRun.ts';
import { legend, legendHeight, type LegendItem } from '../charts/legend.ts';
import { keptAt, keptX } from '../charts/overGenerations.ts';
import { movePlayhead, playheadLine } from '../charts/playhead.ts';
import { BEYOND, count, percent, short } from '../charts/words.ts';

const KEY: readonly LegendItem[] = [
  { mark: 'block', colour: 'var(--spread-soft)', label: 'runs' },
  { mark: 'line', colour: 'var(--spread)', label: 'run 1' },
  { mark: 'dashed', colour: 'var(--law)', label: 'exact' },
];

/** Levels whose exact curves are drawn, through every few of the kept generations. */
const DRAWN = [0.05, 0.5, 0.95];
const LAW_EVERY = 4;

/** The row of the drift table for an ensemble's estimator, and that of the usual way, Wicklin's. */
function driftsOf({ config }: EnsembleSoFar): { own: DriftRow; source: DriftRow } {
  const table = driftTable(config.n);
  return {
    own: table.find(({ id }) => id === config.estimator)!,
    source: table.find(({ id }) => id === 'unbiased-variance')!,
  };
}

const KEPT: Readonly<Record<DriftRow['keeps'], string>> = {
  nothing: 'No average is kept.',
  variance: 'The average of s² is kept.',
  'standard-deviation': 'The average of s is kept, and that of s² grows without end.',
  logarithm: 'The average of log s is kept, and that of s² grows without end.',
  median: 'The median is kept.',
};

/** What an estimator does to the typical run, in a sentence. */
export function fateOf(ensemble: EnsembleSoFar): string {
  const { own, source } = driftsOf(ensemble);
  const { n, estimator } = ensemble.config;
  const kept = KEPT[own.keeps];
  if (own.fate === 'wanders')
    return `The typical run stays, but nothing settles: runs wander apart for ever. ${kept}`;
  const speed = own.drift / source.drift;
  const pace =
    Math.abs(speed - 1) < 0.02
      ? 'The usual way'
      : speed > 1
        ? `Collapses ${short(speed)} times as fast as the usual way`
        : `Collapses at ${percent(speed)} of the speed of the usual way`;
  return `${pace}: the typical spread has halved by generation ${count(fallTimeOfMedian({ n, estimator }))}. ${kept}`;
}

/** The fan of one of several ensembles that share their random numbers, their axes and their clock. */
export function estimatorFan(id: string, index: number, label: string): Figure<EnsemblesResult> {
  const ofThis = ({ ensembles }: EnsemblesResult) => ensembles[index]!;
  return {
    id,
    title: () => label,
    height: 260,
    staticWidths: [330, 330],
    redraws: false,
    staticRows: 6,
    prepare: (result) => findQuantiles(ofThis(result), DRAWN, LAW_EVERY),
    draw(result, frame, view) {
      const ensemble = ofThis(result);
      const { config } = ensemble;
      const [low, high] = bandDomain(result.ensembles);
      const drawing = chart(view, {
        name: `Standard deviation of the runs: ${label}`,
        height: this.height,
        marginTop: legendHeight(KEY, view.width) + 22,
        marginLeft: logMargin(low, high),
        marginRight: 52,
        // Without the bracket, which would not fit a phone.
        yLabel: `s by ${label.split(' (')[0]!.toLowerCase()}, log scale`,
        x: { domain: [1, Math.max(2, config.generations)] },
        y: { type: 'log', domain: [low, high] },
        axes: [...generationAxis(view), ...logAxis(low, high)],
        draw: (f) => [
          ...fanBands(view, f, ensemble, view.still ? 3 : 1),
          originalLine(view, f, config.truth.sigma!),
          ...exactLines(view, f, ensemble, DRAWN, view.still ? 10 : LAW_EVERY),
          firstRun(view, f, ensemble, 'sigma', (s) => clampY(f, s)),
          ...(view.still ? [] : [playheadLine(view, f)]),
          ...levelLabels(view, f, ensemble, [0.05, 0.5, 0.95]),
          legend(view, KEY, f.left),
        ],
      });
      this.move!(drawing, result, frame);
      return drawing;
    },
    move: (drawing, result, frame) => movePlayhead(drawing, keptX(drawing, ofThis(result), frame)),
    frameAt: (drawing, result, x) => keptAt(drawing, ofThis(result), x),
    takeaway: (result) => fateOf(ofThis(result)),
    caption: (result) => ensembleCaption(ofThis(result)),
    table: (result) => quantileTable(ofThis(result)),
  };
}

/** The medians side by side, in words. */
export function estimatorsSentence({ ensembles }: EnsemblesResult, frame: number): string {
  const t = ensembles[0]!.config.at[frame]!;
  const medians = ensembles.map((ensemble) => short(exact(ensemble, t, 0.5)));
  const log = ensembles.at(-1)!;
  const sigma = log.config.truth.sigma!;
  const square = meanOfVariance(lawAt(log, t)) / (sigma * sigma);
  return (
    `Generation ${count(t)}: the typical standard deviation is ${medians.slice(0, -1).join(', ')} and ${medians.at(-1)!}, from the first ` +
    `picture to the last. In the last one, nine runs in ten lie between ${short(exact(log, t, 0.05))} and ${short(exact(log, t, 0.95))}, and the average of s² ` +
    `is ${square < Infinity ? `${short(square)} times the original’s` : BEYOND}.`
  );
}
