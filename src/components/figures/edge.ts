import '../../lib/withLognormals.ts';
import { entryAt } from '../../lib/entryAt.ts';
import { failureText, wayOut } from '../../lib/failures.ts';
import { quantileAt, spreadIn } from '../../lib/ensemble/ofBand.ts';
import type { EnsembleBand } from '../../lib/ensemble/types.ts';
import { estimatorFor } from '../../lib/estimators/index.ts';
import type { EnsembleSoFar, EnsemblesResult } from '../../lib/jobs/ensembles.ts';
import type { Path } from '../../lib/jobs/paths.ts';
import { loneErrorOf } from '../../lib/theory/lognormal3Information.ts';
import type { Figure, Frame, Table, View } from '../charts/figure.ts';
import { generationFigure } from '../charts/generationFigure.ts';
import {
  held,
  inside,
  NINE_TENTHS,
  quantileBands,
  quantilePoints,
  runTrace,
  type Track,
} from '../charts/bands.ts';
import { bandOf, cellOf, drawnRows, generationAt, only } from '../charts/ensemble.ts';
import type { LegendItem } from '../charts/legend.ts';
import { element, lineMark, linePath, originalLine } from '../charts/marks.ts';
import { ofOriginal, statisticNamed } from '../charts/statistic.ts';
import { capitalised, count, NO_RUN, percent, short } from '../charts/words.ts';

/** A parameter that wanders, and what the pictures call it. */
export interface Wanderer {
  readonly name: string;
  readonly label: string;
}

/** The charts end here; what goes further leaves them. */
const REACH = 60;

const [LOW, HIGH] = NINE_TENTHS;

/**
 * What a change of a parameter is counted in, so that all of them can be compared: its lone
 * standard error.
 */
const UNIT = 'lone standard errors';

/** How far a parameter is from where it began, in its unit. */
function movedFrom({ config }: EnsembleSoFar, name: string) {
  const original = ofOriginal({ config }, { name });
  const unit = loneErrorOf(name, config);
  return (value: number) => (value - original) / unit;
}

/** Where nine tenths of the runs that are left lie. */
function nineTenths(band: EnsembleBand, name: string): readonly [low: number, high: number] {
  const spread = spreadIn(band, name);
  return [quantileAt(spread, LOW), quantileAt(spread, HIGH)];
}

/** How far these are apart, in the parameter's unit. */
function widthOf(band: EnsembleBand, name: string, { config }: EnsembleSoFar) {
  const [low, high] = nineTenths(band, name);
  return (high - low) / loneErrorOf(name, config);
}

const KEY: readonly LegendItem[] = [
  { mark: 'block', colour: 'var(--spread-soft)', label: 'nine tenths of the runs' },
  { mark: 'line', colour: 'var(--spread)', label: 'run 1' },
  { mark: 'ghost', colour: 'var(--original)', label: 'original' },
];

/** One scale for all pictures of a demo: what bands and runs take, up to the reach. */
function domainOf({ ensembles, runs, input }: EnsemblesResult): [number, number] {
  let low = -0.5;
  let high = 0.5;
  for (const name of input.keep ?? []) {
    for (const [i, ensemble] of ensembles.entries()) {
      const moved = movedFrom(ensemble, name);
      const include = (value: number) => {
        const far = moved(value);
        if (Number.isNaN(far)) return;
        low = Math.min(low, far);
        high = Math.max(high, far);
      };
      for (const band of ensemble.bands) nineTenths(band, name).forEach(include);
      runs[i]?.values[name]?.forEach(include);
    }
  }
  return [Math.max(-REACH, low * 1.05), Math.min(REACH, high * 1.05)];
}

/**
 * A parameter over the generations: the band of the runs that still have one, and one run. Of a
 * demo with several ensembles `which` says of which of them.
 */
export function edgePath({ name, label }: Wanderer, which = 0): Figure<EnsemblesResult> {
  const ofThis = ({ ensembles }: EnsemblesResult) => entryAt(ensembles, which);
  const symbolIn = (result: EnsemblesResult) => statisticNamed(ofThis(result), name).symbol;
  const method = ({ config }: EnsembleSoFar) => estimatorFor(config.family, config.estimator).label;
  return generationFigure({
    id: which === 0 ? `edge-${name}` : `edge-${name}-${which + 1}`,
    name: (result) => (result.ensembles.length > 1 ? method(ofThis(result)) : capitalised(label)),
    title: (result) =>
      `The fitted ${label}, generation by generation${result.ensembles.length > 1 ? `: ${method(ofThis(result)).toLowerCase()}` : ''}`,
    staticRows: 6,
    of: ofThis,
    plot: (result, view) => ({
      ...(result.ensembles.length > 1 && { heading: method(ofThis(result)) }),
      yLabel: `change of ${symbolIn(result)}, in ${UNIT}`,
      y: domainOf(result),
      scale: 'linear',
      key: KEY,
      gap: 22,
      marks: (f) => bandAndRun(view, f, ofThis(result), result.runs[which], name),
    }),
    takeaway(result, frame) {
      const ensemble = ofThis(result);
      const band = bandOf(ensemble, frame);
      if (band.survivors === 0) return `No run has a ${label} left in generation ${count(band.t)}.`;
      const [low, high] = nineTenths(band, name).map(short);
      return `In generation ${count(band.t)} nine in ten of the runs that are left have ${symbolIn(result)} between ${low} and ${high}: ${short(widthOf(band, name, ensemble))} ${UNIT} apart.`;
    },
    reading(result, frame) {
      const band = bandOf(ofThis(result), frame);
      if (band.survivors === 0) return NO_RUN;
      const [low, high] = nineTenths(band, name).map(short);
      return `nine in ten have ${symbolIn(result)} from ${low} to ${high}`;
    },
    note: () =>
      `Dotted: the median. One scale for all pictures: a lone standard error is how far off a fit of n values typically is in this number if it knows the other two. Beyond ${REACH} a line leaves the picture.`,
    table: (result) => tableOf(ofThis(result), result.runs[which], name, symbolIn(result)),
  });
}

function tableOf(
  { bands }: EnsembleSoFar,
  run: Path | null | undefined,
  name: string,
  symbol: string,
): Table {
  return {
    columns: [
      'generation',
      'runs left',
      `5 % of ${symbol}`,
      `50 % of ${symbol}`,
      `95 % of ${symbol}`,
      `${symbol} of run 1`,
    ],
    rows: bands.map((band, row) => [
      band.t,
      band.survivors,
      ...[LOW, 0.5, HIGH].map((level) => cellOf(quantileAt(spreadIn(band, name), level))),
      cellOf(run?.values[name]?.[row] ?? NaN),
    ]),
  };
}

/** Clipped at the chart's edges. */
function bandAndRun(
  view: View,
  f: Frame,
  ensemble: EnsembleSoFar,
  run: Path | null | undefined,
  name: string,
): SVGElement[] {
  const moved = movedFrom(ensemble, name);
  const place = (value: number) => f.y(moved(value));
  const track: Track = { name, role: 'spread', y: (value) => held(f, place(value)) };
  const every = view.still ? 3 : 1;
  const path = run?.values[name];
  // Beyond the chart the run leaves it; where it has ended there is none.
  const rest = (value: number) => inside(f, place(value));
  return [
    ...quantileBands(view, f, ensemble, track, every, [NINE_TENTHS]),
    element(view, 'path', {
      d: linePath(quantilePoints(f, ensemble, track, 0.5, every)),
      fill: 'none',
      stroke: 'var(--spread)',
      'stroke-opacity': 0.6,
      'stroke-dasharray': '2 2',
    }),
    originalLine(view, f, 0),
    lineMark(
      view,
      path ? runTrace(f, ensemble, path, drawnRows(ensemble, 1), rest) : '',
      'var(--spread)',
    ),
  ];
}

/** How many of the runs made have ended by generation t, by the way that they took. */
function endedBy({ slices }: EnsembleSoFar, t: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { ends } of slices) {
    for (const end of ends) {
      if (end.t > t) continue;
      const way = wayOut(end.reason);
      found.set(way, (found.get(way) ?? 0) + 1);
    }
  }
  return found;
}

/**
 * Which parameter has wandered furthest, how many runs still have a lognormal, and how run 1 ended.
 */
export function edgeSentence(
  result: EnsemblesResult,
  frame: number,
  wanderers: readonly Wanderer[],
): string {
  const ensemble = only(result);
  const { made } = ensemble;
  const band = bandOf(ensemble, frame);
  const { t, survivors } = band;
  const [most, ...others] = wanderers
    .map(({ name, label }) => ({
      label,
      symbol: statisticNamed(ensemble, name).symbol,
      width: widthOf(band, name, ensemble),
    }))
    .sort((a, b) => b.width - a.width);
  const rest = others.map(({ symbol, width }) => `${short(width)} for ${symbol}`).join(' and ');
  const ended = [...endedBy(ensemble, t)].map(
    ([way, runs]) => `${count(runs)} (${percent(runs / made)}) ${way}`,
  );
  const [run] = result.runs;
  return [
    ...(most && survivors >= 2
      ? [
          `By generation ${count(t)} the ${most.label} has wandered furthest: nine tenths of the runs that are left span ${short(most.width)} ${UNIT}, against ${rest}.`,
        ]
      : []),
    ended.length === 0
      ? `All ${count(made)} runs still have a lognormal.`
      : `Of ${count(made)} runs ${ended.join('; ')}.`,
    ...(run?.ended && t >= run.ended.t
      ? [`Run 1 ended in generation ${count(run.ended.t)}. ${failureText(run.ended.reason)}`]
      : []),
  ].join(' ');
}

/** What became of the crowd under each of two methods, on the same random numbers. */
export function contrastSentence(result: EnsemblesResult, frame: number): string {
  const t = generationAt(only(result), frame);
  const lost = result.ensembles.map((ensemble) => {
    const { made, config } = ensemble;
    const label = estimatorFor(config.family, config.estimator).label;
    const share = percent((made - bandOf(ensemble, frame).survivors) / made);
    return `${share} of the runs by “${label}”`;
  });
  return `By generation ${count(t)}, on the same random numbers, there is no fit any more for ${lost.join(' and for ')}.`;
}
