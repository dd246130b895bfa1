import { entryAt } from '../../lib/entryAt.ts';
import type { EnsembleSoFar, EnsemblesResult } from '../../lib/jobs/ensembles.ts';
import { regimes } from '../../lib/regimes/index.ts';
import type { Figure, Table } from '../charts/figure.ts';
import { generationFigure } from '../charts/generationFigure.ts';
import { bandDomain, fanBands, firstRun, lawY, spreadTrack, trace } from '../charts/bands.ts';
import {
  bandOf,
  bandReading,
  cellOf,
  drawnRows,
  generationAt,
  LEVELS,
  only,
  simulated,
} from '../charts/ensemble.ts';
import type { LegendItem } from '../charts/legend.ts';
import { lawPath, originalLine } from '../charts/marks.ts';
import { exactRoot, findLaws, momentsOf, policyName, simulatedRoot } from '../charts/policy.ts';
import { originally } from '../charts/statistic.ts';
import { count, enumerated, percent, short } from '../charts/words.ts';

const RUNS: readonly LegendItem[] = [
  { mark: 'block', colour: 'var(--spread-soft)', label: 'runs' },
  { mark: 'line', colour: 'var(--spread)', label: 'run 1' },
];

const keyWith = (label: string): readonly LegendItem[] => [
  ...RUNS,
  { mark: 'dashed', colour: 'var(--law)', label },
];

/**
 * A chart's axis goes no lower than this share of the original: what is nearer to nothing is
 * nothing to the eye.
 */
const FLOOR = 1e-4;

/** Another line of the law, and what it is called. */
interface ExtraLaw {
  readonly label: string;
  at(ensemble: EnsembleSoFar, t: number): number;
}

/** What a demo may have otherwise than policies that are compared. */
interface Own {
  readonly law?: ExtraLaw;
  /** What tells its pictures apart; the policy if absent. */
  readonly nameOf?: (ensemble: EnsembleSoFar) => string;
}

/** Limits that all pictures of a demo share. */
function domainOf(result: EnsemblesResult): [number, number] {
  const { ensembles } = result;
  const exact = ensembles.flatMap((ensemble) =>
    ensemble.config.at.map((t) => exactRoot(ensemble, t)).filter((value) => value > 0),
  );
  const [low, high] = bandDomain(ensembles, exact);
  const original = originally(only(result), 'spread');
  return [Math.max(low, FLOOR * original), Math.min(high, original / FLOOR)];
}

/**
 * The fitted standard deviation under one policy: bands, one run, and the exact average of s². Of a
 * demo with several ensembles `index` says of which of them; all share one scale.
 */
export function policySpread(
  id: string,
  index: number,
  { law, nameOf = policyName }: Own = {},
): Figure<EnsemblesResult> {
  const ofThis = ({ ensembles }: EnsemblesResult) => entryAt(ensembles, index);
  const keyOf = (ensemble: EnsembleSoFar): readonly LegendItem[] => {
    if (law) return keyWith(law.label);
    return momentsOf(ensemble) ? keyWith('exact average') : RUNS;
  };
  return generationFigure({
    id,
    name: (result) => (result.ensembles.length > 1 ? nameOf(ofThis(result)) : 'Spread'),
    title: (result) => `Standard deviation of the runs: ${nameOf(ofThis(result))}`,
    staticRows: 6,
    prepare: findLaws,
    of: ofThis,
    plot(result, view) {
      const ensemble = ofThis(result);
      const at = law?.at ?? exactRoot;
      const rows = drawnRows(ensemble, view.still ? 4 : 1);
      return {
        yLabel: `s, log scale: ${nameOf(ensemble)}`,
        y: domainOf(result),
        scale: 'log',
        key: keyOf(ensemble),
        gap: 22,
        marks: (f) => [
          ...fanBands(view, f, ensemble, view.still ? 4 : 1),
          originalLine(view, f, originally(ensemble, 'spread')),
          lawPath(
            view,
            trace(f, ensemble, rows, (_, t) => lawY(f, at(ensemble, t))),
          ),
          firstRun(view, f, ensemble, spreadTrack(f, ensemble)),
        ],
      };
    },
    reading: (result, frame) => bandReading(ofThis(result), frame),
    takeaway: (result, frame) => spreadTakeaway(ofThis(result), frame),
    table: (result) => spreadTable(ofThis(result), law),
  });
}

/** Where the middle run and the middle nine tenths are. */
function spreadTakeaway(ensemble: EnsembleSoFar, frame: number): string {
  const band = bandOf(ensemble, frame);
  if (band.survivors === 0) return `No run is left in generation ${count(band.t)}.`;
  const original = originally(ensemble, 'spread');
  const left = (level: number) => percent(simulated(ensemble, band, level) / original);
  return `In generation ${count(band.t)} the typical run has ${left(0.5)} of the original spread; nine in ten have ${fromTo(left(0.05), left(0.95))}.`;
}

/** Two shares in words that may be the same, or begin with words themselves: "less than 0.01 %". */
function fromTo(low: string, high: string): string {
  if (low === high) return low;
  return /^\d/.test(low) ? `between ${low} and ${high}` : `from ${low} to ${high}`;
}

function spreadTable(ensemble: EnsembleSoFar, law?: ExtraLaw): Table {
  return {
    columns: [
      'generation',
      'runs left',
      ...LEVELS.map((level) => `${Math.round(100 * level)} % of s`),
      'root of the mean of s², simulated',
      'root of the mean of s², exact',
      ...(law ? [law.label] : []),
    ],
    rows: ensemble.bands.map((band) => [
      band.t,
      band.survivors,
      ...LEVELS.map((level) => cellOf(simulated(ensemble, band, level))),
      cellOf(simulatedRoot(ensemble, band)),
      cellOf(exactRoot(ensemble, band.t)),
      ...(law ? [cellOf(law.at(ensemble, band.t))] : []),
    ]),
  };
}

/** The typical runs of several policies side by side, in words. */
export function contrastOfPolicies(result: EnsemblesResult, frame: number): string {
  const first = only(result);
  const parts = result.ensembles.map((ensemble) => {
    const band = bandOf(ensemble, frame);
    const median = band.survivors === 0 ? 'gone' : short(simulated(ensemble, band, 0.5));
    return `${median} under “${regimes.get(ensemble.config.regime).label}”`;
  });
  return `Generation ${count(generationAt(first, frame))}: the typical run’s standard deviation is ${enumerated(parts)}; it began at ${short(originally(first, 'spread'))}.`;
}
