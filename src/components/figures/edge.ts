import '../../lib/withLognormals.ts';
import { lognormal3 } from '../../lib/families/lognormal3.ts';
import { failureText } from '../../lib/failures.ts';
import type { EnsembleBand } from '../../lib/ensemble/types.ts';
import { estimatorFor } from '../../lib/estimators/index.ts';
import type { EnsembleSoFar, EnsemblesResult } from '../../lib/jobs/ensembles.ts';
import type { Path } from '../../lib/jobs/paths.ts';
import { lognormal3LoneErrors } from '../../lib/theory/lognormal3Information.ts';
import type { FitFailure, RunConfig } from '../../lib/types.ts';
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
import { cellOf, drawnRows, only } from '../charts/ensemble.ts';
import type { LegendItem } from '../charts/legend.ts';
import { element, lineMark, linePath, originalLine } from '../charts/marks.ts';
import { count, NO_RUN, percent, short } from '../charts/words.ts';

/** The parameters of the lognormal with a threshold, as the pictures have them. */
export const EDGE = [
  { name: 'threshold', symbol: 'θ', label: 'threshold θ' },
  { name: 'meanlog', symbol: 'ζ', label: 'log-location ζ' },
  { name: 'sdlog', symbol: 'σ', label: 'log-scale σ' },
] as const;

type EdgeName = (typeof EDGE)[number]['name'];

/** The charts end here; what goes further leaves them. */
const REACH = 60;

const LOW = '0.05';
const HIGH = '0.95';

type Shown = Pick<RunConfig, 'truth' | 'n'>;

const UNIT = 'lone standard errors';

/**
 * What a change of a parameter is counted in, so that all three can be compared: its lone standard
 * error.
 */
const unitOf = (name: EdgeName, { truth, n }: Shown) =>
  lognormal3LoneErrors(lognormal3.model(truth), n)[name];

/** How far the parameter is from where it began, in its unit. */
const moved = (value: number, name: EdgeName, config: Shown) =>
  (value - config.truth[name]!) / unitOf(name, config);

/** How far nine tenths of the runs that are left reach, in the parameter's unit. */
const widthOf = ({ statistics }: EnsembleBand, name: EdgeName, config: Shown) => {
  const { quantiles } = statistics[name]!;
  return (quantiles[HIGH]! - quantiles[LOW]!) / unitOf(name, config);
};

const KEY: readonly LegendItem[] = [
  { mark: 'block', colour: 'var(--spread-soft)', label: 'nine tenths of the runs' },
  { mark: 'line', colour: 'var(--spread)', label: 'run 1' },
  { mark: 'ghost', colour: 'var(--original)', label: 'original' },
];

/** One scale for all pictures of a demo: what bands and runs take, up to the reach. */
function domainOf({ ensembles, runs, input }: EnsemblesResult): [number, number] {
  let low = -0.5;
  let high = 0.5;
  for (const { name } of EDGE.filter((parameter) => input.keep!.includes(parameter.name))) {
    for (const [i, { config, bands }] of ensembles.entries()) {
      const include = (value: number | undefined) => {
        const far = moved(value ?? NaN, name, config);
        if (Number.isNaN(far)) return;
        low = Math.min(low, far);
        high = Math.max(high, far);
      };
      for (const band of bands) {
        include(band.statistics[name]!.quantiles[LOW]);
        include(band.statistics[name]!.quantiles[HIGH]);
      }
      runs[i]?.values[name]!.forEach(include);
    }
  }
  return [Math.max(-REACH, low * 1.05), Math.min(REACH, high * 1.05)];
}

/**
 * A parameter over the generations: the band of the runs that still have one, and one run. Of a
 * demo with several ensembles `which` says of which of them.
 */
export function edgePath(index: 0 | 1 | 2, which = 0): Figure<EnsemblesResult> {
  const { name, label, symbol } = EDGE[index];
  const ofThis = ({ ensembles }: EnsemblesResult) => ensembles[which]!;
  const method = ({ config }: EnsembleSoFar) => estimatorFor(config.family, config.estimator).label;
  return generationFigure({
    id: which === 0 ? `edge-${name}` : `edge-${name}-${which + 1}`,
    name: (result) =>
      result.ensembles.length > 1
        ? method(ofThis(result))
        : `${label[0]!.toUpperCase()}${label.slice(1)}`,
    title: (result) =>
      `The fitted ${label}, generation by generation${result.ensembles.length > 1 ? `: ${method(ofThis(result)).toLowerCase()}` : ''}`,
    staticRows: 6,
    of: ofThis,
    plot: (result, view) => ({
      ...(result.ensembles.length > 1 && { heading: method(ofThis(result)) }),
      yLabel: `change of ${symbol}, in ${UNIT}`,
      y: domainOf(result),
      scale: 'linear',
      key: KEY,
      gap: 22,
      marks: (f) => bandAndRun(view, f, ofThis(result), result.runs[which], name),
    }),
    takeaway(result, frame) {
      const { config, bands } = ofThis(result);
      const band = bands[frame]!;
      if (band.survivors === 0) return `No run has a ${label} left in generation ${count(band.t)}.`;
      const { quantiles } = band.statistics[name]!;
      return `In generation ${count(band.t)} nine in ten of the runs that are left have ${symbol} between ${short(quantiles[LOW]!)} and ${short(quantiles[HIGH]!)}: ${short(widthOf(band, name, config))} ${UNIT} apart.`;
    },
    reading(result, frame) {
      const { statistics, survivors } = ofThis(result).bands[frame]!;
      if (survivors === 0) return NO_RUN;
      const { quantiles } = statistics[name]!;
      return `nine in ten have ${symbol} from ${short(quantiles[LOW]!)} to ${short(quantiles[HIGH]!)}`;
    },
    note: () =>
      `Dotted: the median. One scale for all pictures: a lone standard error is how far off a fit of n values typically is in this number if it knows the other two. Beyond ${REACH} a line leaves the picture.`,
    table: (result) => tableOf(ofThis(result), result.runs[which], name, symbol),
  });
}

function tableOf(
  { bands }: EnsembleSoFar,
  run: Path | null | undefined,
  name: EdgeName,
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
    rows: bands.map(({ t, survivors, statistics }, row) => {
      const { quantiles } = statistics[name]!;
      return [
        t,
        survivors,
        ...[LOW, '0.5', HIGH].map((level) => cellOf(quantiles[level]!)),
        cellOf(run?.values[name]![row] ?? NaN),
      ];
    }),
  };
}

/** Clipped at the chart's edges. */
function bandAndRun(
  view: View,
  f: Frame,
  ensemble: EnsembleSoFar,
  run: Path | null | undefined,
  name: EdgeName,
): SVGElement[] {
  const place = (value: number) => f.y(moved(value, name, ensemble.config));
  const track: Track = { name, colour: 'spread', y: (value) => held(f, place(value)) };
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

/** The two ways out, and any other. */
const WAYS: Readonly<Partial<Record<FitFailure, string>>> = {
  'not-right-skewed': 'ended as a plain normal, with the threshold at minus infinity',
  'no-interior-maximum': 'ran into the edge, with the threshold as good as at the smallest value',
};

/** How many of the runs made have ended by generation t, by the way that they took. */
function endedBy({ slices }: EnsembleSoFar, t: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { ends } of slices) {
    for (const end of ends) {
      if (end.t > t) continue;
      const way = WAYS[end.reason] ?? 'had no fit by this method';
      found.set(way, (found.get(way) ?? 0) + 1);
    }
  }
  return found;
}

/**
 * Which parameter has wandered furthest, how many runs still have a lognormal, and how run 1 ended.
 */
export function edgeSentence(result: EnsemblesResult, frame: number): string {
  const ensemble = only(result);
  const { config, made } = ensemble;
  const band = ensemble.bands[frame]!;
  const { t, survivors } = band;
  const [most, ...others] = EDGE.map(({ name, label, symbol }) => ({
    label,
    symbol,
    width: widthOf(band, name, config),
  })).sort((a, b) => b.width - a.width);
  const rest = others.map(({ symbol, width }) => `${short(width)} for ${symbol}`).join(' and ');
  const ended = [...endedBy(ensemble, t)].map(
    ([way, runs]) => `${count(runs)} (${percent(runs / made)}) ${way}`,
  );
  const [run] = result.runs;
  return [
    ...(survivors < 2
      ? []
      : [
          `By generation ${count(t)} the ${most!.label} has wandered furthest: nine tenths of the runs that are left span ${short(most!.width)} ${UNIT}, against ${rest}.`,
        ]),
    ended.length === 0
      ? `All ${count(made)} runs still have a lognormal.`
      : `Of ${count(made)} runs ${ended.join('; ')}.`,
    ...(run?.ended && t >= run.ended.t
      ? [`Run 1 ended in generation ${count(run.ended.t)}. ${failureText(run.ended.reason)}`]
      : []),
  ].join(' ');
}

/** What became of the crowd under each of two methods, on the same random numbers. */
export function contrastSentence({ ensembles }: EnsemblesResult, frame: number): string {
  const { t } = ensembles[0]!.bands[frame]!;
  const lost = ensembles.map(({ made, bands, config }) => {
    const label = estimatorFor(config.family, config.estimator).label;
    const share = percent((made - bands[frame]!.survivors) / made);
    return `${share} of the runs by “${label}”`;
  });
  return `By generation ${count(t)}, on the same random numbers, there is no fit any more for ${lost.join(' and for ')}.`;
}
