import type { EnsembleSoFar, EnsemblesResult } from '../../lib/jobs/ensembles.ts';
import { regimes } from '../../lib/regimes/index.ts';
import type { Figure, Frame, Table } from '../charts/figure.ts';
import { generationAxis, logAxis, logMargin } from '../charts/axes.ts';
import { bandDomain, clampY, fanBands, originalLine } from '../charts/bands.ts';
import { chart, lawPath, linePath } from '../charts/chart.ts';
import { cellOf, drawable, drawnRows, LEVELS, simulated } from '../charts/ensemble.ts';
import { firstRun } from '../charts/firstRun.ts';
import { legend, legendHeight, type LegendItem } from '../charts/legend.ts';
import { keptAt, keptX } from '../charts/overGenerations.ts';
import { movePlayhead, playheadLine } from '../charts/playhead.ts';
import {
  exactRoot,
  findLaws,
  momentsOf,
  policyCaption,
  policyName,
  simulatedRoot,
} from '../charts/policy.ts';
import { count, percent, short } from '../charts/words.ts';

const KEY: readonly LegendItem[] = [
  { mark: 'block', colour: 'var(--spread-soft)', label: 'runs' },
  { mark: 'line', colour: 'var(--spread)', label: 'run 1' },
  { mark: 'dashed', colour: 'var(--law)', label: 'exact average' },
];

/** A chart's axis goes no lower than this share of the original: what is nearer to nothing is nothing to the eye. */
const FLOOR = 1e-4;

/** Another line of the law, and what it is called. */
export interface ExtraLaw {
  readonly label: string;
  at(ensemble: EnsembleSoFar, t: number): number;
}

interface SpreadOptions {
  readonly law?: ExtraLaw;
  /** The width of the drawing that the page comes with, which is not blown up, but is shrunk where a column is narrower. */
  readonly width?: number;
}

/** Limits that all pictures of a demo share. */
function domainOf({ ensembles }: EnsemblesResult): [number, number] {
  const exact = ensembles.flatMap((ensemble) =>
    ensemble.config.at.map((t) => exactRoot(ensemble, t)).filter((value) => value > 0),
  );
  const [low, high] = bandDomain(ensembles, exact);
  const sigma = ensembles[0]!.config.truth.sigma!;
  return [Math.max(low, FLOOR * sigma), Math.min(high, sigma / FLOOR)];
}

/**
 * The fitted standard deviation under one policy: bands, one run, and the exact average of s². Of a demo with several ensembles
 * `index` says of which of them; all share one scale.
 */
export function policySpread(
  id: string,
  index: number,
  { law, width = 330 }: SpreadOptions = {},
): Figure<EnsemblesResult> {
  const ofThis = ({ ensembles }: EnsemblesResult) => ensembles[index]!;
  const keyOf = (ensemble: EnsembleSoFar): readonly LegendItem[] => {
    if (law) return [KEY[0]!, KEY[1]!, { mark: 'dashed', colour: 'var(--law)', label: law.label }];
    return momentsOf(ensemble) ? KEY : KEY.slice(0, 2);
  };
  return {
    id,
    title: (result) => `Standard deviation of the runs: ${policyName(ofThis(result))}`,
    height: 270,
    staticWidths: [width, width],
    redraws: false,
    staticRows: 6,
    prepare: findLaws,
    draw(result, frame, view) {
      const ensemble = ofThis(result);
      const { config } = ensemble;
      const [low, high] = domainOf(result);
      const key = keyOf(ensemble);
      const drawing = chart(view, {
        name: this.title(result),
        height: this.height,
        marginTop: legendHeight(key, view.width) + 22,
        marginLeft: logMargin(low, high),
        yLabel: `s, log scale: ${policyName(ensemble)}`,
        x: { domain: [1, Math.max(2, config.generations)] },
        y: { type: 'log', domain: [low, high] },
        axes: [...generationAxis(view), ...logAxis(low, high)],
        draw: (f) => [
          ...fanBands(view, f, ensemble, view.still ? 3 : 1),
          originalLine(view, f, config.truth.sigma!),
          lawPath(view, lawLine(f, ensemble, law?.at ?? exactRoot, view.still)),
          firstRun(view, f, ensemble, 'sigma', (s) => clampY(f, s)),
          ...(view.still ? [] : [playheadLine(view, f)]),
          legend(view, key, f.left),
        ],
      });
      this.move!(drawing, result, frame);
      return drawing;
    },
    move: (drawing, result, frame) => movePlayhead(drawing, keptX(drawing, ofThis(result), frame)),
    frameAt: (drawing, result, x) => keptAt(drawing, ofThis(result), x),
    takeaway: (result, frame) => spreadTakeaway(ofThis(result), frame),
    caption: (result) => policyCaption(ofThis(result)),
    table: (result) => spreadTable(ofThis(result), law),
  };
}

function lawLine(f: Frame, ensemble: EnsembleSoFar, at: ExtraLaw['at'], still?: boolean): string {
  return linePath(
    drawnRows(ensemble, still ? 4 : 1).map((row) => {
      const t = ensemble.config.at[row]!;
      const s = at(ensemble, t);
      return [f.x(t), drawable(s) ? clampY(f, s) : NaN] as const;
    }),
  );
}

/** Where the middle run and the middle nine tenths are. */
function spreadTakeaway(ensemble: EnsembleSoFar, frame: number): string {
  const band = ensemble.bands[frame]!;
  const { label } = regimes.get(ensemble.config.regime);
  if (band.survivors === 0) return `${label}: no run is left in generation ${count(band.t)}.`;
  const sigma = ensemble.config.truth.sigma!;
  const [low, middle, high] = [0.05, 0.5, 0.95].map((level) =>
    percent(simulated(band, level) / sigma),
  );
  return `${label}: in generation ${count(band.t)} the typical run has ${middle} of the original spread; nine in ten have ${fromTo(low!, high!)}.`;
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
      ...LEVELS.map((level) => cellOf(simulated(band, level))),
      cellOf(simulatedRoot(band)),
      cellOf(exactRoot(ensemble, band.t)),
      ...(law ? [cellOf(law.at(ensemble, band.t))] : []),
    ]),
  };
}

/** The typical runs of several policies side by side, in words. */
export function contrastOfPolicies({ ensembles }: EnsemblesResult, frame: number): string {
  const { t } = ensembles[0]!.bands[frame]!;
  const parts = ensembles.map(({ bands, config }) => {
    const band = bands[frame]!;
    const median = band.survivors === 0 ? 'gone' : short(simulated(band, 0.5));
    return `${median} under “${regimes.get(config.regime).label}”`;
  });
  return `Generation ${count(t)}: the typical run’s standard deviation is ${parts.slice(0, -1).join(', ')} and ${parts.at(-1)!}; it began at ${short(ensembles[0]!.config.truth.sigma!)}.`;
}
