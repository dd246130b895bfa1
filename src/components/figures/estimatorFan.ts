import { entryAt, lastOf } from '../../lib/entryAt.ts';
import type { EnsembleSoFar, EnsemblesResult } from '../../lib/jobs/ensembles.ts';
import { driftOf, type DriftRow } from '../../lib/theory/driftTable.ts';
import { fallTimeOfMedian } from '../../lib/theory/fallTimeOfMedian.ts';
import { SOURCE_ESTIMATOR } from '../../lib/theory/scale.ts';
import { meanOfVariance } from '../../lib/theory/sdMoments.ts';
import type { Figure } from '../charts/figure.ts';
import { generationFigure } from '../charts/generationFigure.ts';
import {
  bandDomain,
  exactLines,
  fanBands,
  firstRun,
  levelLabels,
  spreadTrack,
} from '../charts/bands.ts';
import {
  bandReading,
  exact,
  findQuantiles,
  generationAt,
  lawAt,
  quantileTable,
} from '../charts/ensemble.ts';
import type { LegendItem } from '../charts/legend.ts';
import { originalLine } from '../charts/marks.ts';
import { originally } from '../charts/statistic.ts';
import { BEYOND, count, enumerated, percent, short } from '../charts/words.ts';

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
  const { n, estimator } = config;
  return { own: driftOf(n, estimator), source: driftOf(n, SOURCE_ESTIMATOR) };
}

const KEPT: Readonly<Record<DriftRow['keeps'], string>> = {
  nothing: 'No average is kept.',
  variance: 'The average of s² is kept.',
  'standard-deviation': 'The average of s is kept, and that of s² grows without end.',
  logarithm: 'The average of log s is kept, and that of s² grows without end.',
  median: 'The median is kept.',
};

/** What an estimator does to the typical run, in a sentence. */
export function effectOf(ensemble: EnsembleSoFar): string {
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

/**
 * The fan of one of several ensembles that share their random numbers, their axes and their clock.
 */
export function estimatorFan(id: string, index: number, label: string): Figure<EnsemblesResult> {
  const ofThis = ({ ensembles }: EnsemblesResult) => entryAt(ensembles, index);
  /** Without the bracket, which would not fit a phone. */
  const name = label.replace(/ \(.*/, '');
  return generationFigure({
    id,
    title: () => label,
    name: () => name,
    staticRows: 6,
    prepare: (result) => findQuantiles(ofThis(result), DRAWN, LAW_EVERY),
    of: ofThis,
    plot(result, view) {
      const ensemble = ofThis(result);
      return {
        name: `Standard deviation of the runs: ${label}`,
        yLabel: `s by ${name.toLowerCase()}, log scale`,
        y: bandDomain(result.ensembles),
        scale: 'log',
        key: KEY,
        gap: 22,
        marginRight: 52,
        marks: (f) => [
          ...fanBands(view, f, ensemble, view.still ? 3 : 1),
          originalLine(view, f, originally(ensemble, 'spread')),
          exactLines(view, f, ensemble, DRAWN, view.still ? 10 : LAW_EVERY),
          firstRun(view, f, ensemble, spreadTrack(f, ensemble)),
        ],
        front: (f) => levelLabels(view, f, ensemble, DRAWN),
      };
    },
    reading: (result, frame) => bandReading(ofThis(result), frame),
    takeaway: (result) => effectOf(ofThis(result)),
    table: (result) => quantileTable(ofThis(result)),
  });
}

/** The medians side by side, in words. */
export function estimatorsSentence({ ensembles }: EnsemblesResult, frame: number): string {
  const t = generationAt(entryAt(ensembles, 0), frame);
  const medians = ensembles.map((ensemble) => short(exact(ensemble, t, 0.5)));
  const log = lastOf(ensembles);
  const original = originally(log, 'spread');
  const square = meanOfVariance(lawAt(log, t)) / (original * original);
  return (
    `Generation ${count(t)}: the typical standard deviation is ${enumerated(medians)}, from the first ` +
    `picture to the last. In the last one, nine runs in ten lie between ${short(exact(log, t, 0.05))} and ${short(exact(log, t, 0.95))}, and the average of s² ` +
    `is ${square < Infinity ? `${short(square)} times the original’s` : BEYOND}.`
  );
}
