import { pathOf } from '../../lib/ensemble/pick.ts';
import type { EnsembleSoFar } from '../../lib/jobs/ensembles.ts';
import type { Frame, View } from './figure.ts';
import { drawable, drawnRows, exact, LEVELS, simulated } from './ensemble.ts';
import { areaMark, element, lawPath, lineMark, linePath, stroked } from './marks.ts';

/**
 * Limits of a logarithmic axis that holds all values that can be drawn, and `room` times as much on
 * either side.
 */
export function logLimits(values: Iterable<number>, room = 1.25): [low: number, high: number] {
  let low = Infinity;
  let high = 0;
  for (const value of values) {
    if (!drawable(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low / room, high * room];
}

/** Limits of a logarithmic axis that holds the bands, the original and some more values. */
export const bandDomain = (ensembles: readonly EnsembleSoFar[], others: Iterable<number> = []) =>
  logLimits([
    ...ensembles.flatMap(({ config, bands }) => [
      config.truth.sigma!,
      ...bands.flatMap((band) => [simulated(band, 0.05), simulated(band, 0.95)]),
    ]),
    ...others,
  ]);

/** A pixel of the chart: what lies beyond it ends at its edge. */
export const held = (f: Frame, pixel: number) => Math.min(f.bottom, Math.max(f.top, pixel));

/** No pixel where a line leaves the chart. */
export const inside = (f: Frame, pixel: number) =>
  pixel >= f.top && pixel <= f.bottom ? pixel : NaN;

/** The pixel of a standard deviation; what lies beyond the chart ends at its edge. */
export const clampY = (f: Frame, value: number) =>
  held(f, drawable(value) ? f.y(value) : value > 1 ? f.top : f.bottom);

/**
 * The same of a law. Beyond the number range there is nothing to draw, and no run to compare with.
 */
export const lawY = (f: Frame, value: number) => (drawable(value) ? clampY(f, value) : NaN);

/**
 * A statistic of an ensemble in a chart: what it is called, in what colour, and the pixel of a
 * value.
 */
export interface Track {
  readonly name: string;
  readonly colour: 'spread' | 'mean';
  y(value: number): number;
}

/** The standard deviation, on a logarithmic scale. */
export const sigmaTrack = (f: Frame): Track => ({
  name: 'sigma',
  colour: 'spread',
  y: (s) => clampY(f, s),
});

/** Path data over kept generations: `y` gives the pixel of a row, or NaN for a gap. */
export const trace = (
  f: Frame,
  { config }: EnsembleSoFar,
  rows: readonly number[],
  y: (row: number, t: number) => number,
) => linePath(rows.map((row) => [f.x(config.at[row]!), y(row, config.at[row]!)]));

/** Where a quantile of the runs that are left is drawn. */
export function quantilePoints(
  f: Frame,
  ensemble: EnsembleSoFar,
  { name, y }: Track,
  level: number,
  every: number,
) {
  const { config, bands } = ensemble;
  return drawnRows(ensemble, every)
    .filter((row) => bands[row]!.survivors > 0)
    .map((row) => {
      const quantile = bands[row]!.statistics[name]!.quantiles[String(level)]!;
      return [f.x(config.at[row]!), y(quantile)] as const;
    });
}

export const NINE_TENTHS = [0.05, 0.95] as const;
const HALF = [0.25, 0.75] as const;

/** Bands between two quantiles of the runs that are left, widest first. */
export const quantileBands = (
  view: View,
  f: Frame,
  ensemble: EnsembleSoFar,
  track: Track,
  every: number,
  bands: readonly (readonly [low: number, high: number])[] = [NINE_TENTHS, HALF],
) =>
  bands.map((levels) => {
    const [low, high] = levels.map((level) => quantilePoints(f, ensemble, track, level, every));
    return areaMark(view, low!, high!, `var(--${track.colour}-soft)`);
  });

/** The fan of the standard deviation: its bands, and the median. Back to front. */
export function fanBands(
  view: View,
  f: Frame,
  ensemble: EnsembleSoFar,
  every: number,
): SVGElement[] {
  const track = sigmaTrack(f);
  return [
    ...quantileBands(view, f, ensemble, track, every),
    stroked(view, linePath(quantilePoints(f, ensemble, track, 0.5, every)), 'var(--spread)', 1.2),
  ];
}

/**
 * Replicate 0 of an ensemble as a line over the kept generations; null as long as it has not been
 * made. Ensembles of the same seed draw it with the same random numbers.
 */
export function firstRun(
  view: View,
  f: Frame,
  ensemble: EnsembleSoFar,
  { name, colour, y }: Track,
): SVGElement | null {
  const path = pathOf(ensemble.slices, 0, name);
  if (!path) return null;
  const rows = drawnRows(ensemble, view.still ? 3 : 1);
  return lineMark(view, runTrace(f, ensemble, path, rows, y), `var(--${colour})`);
}

/** Path data of one run; a gap where it has no value. */
export const runTrace = (
  f: Frame,
  ensemble: EnsembleSoFar,
  values: Float64Array,
  rows: readonly number[],
  y: Track['y'],
) => trace(f, ensemble, rows, (row) => (Number.isNaN(values[row]) ? NaN : y(values[row]!)));

/** The exact quantiles, dashed, at the levels given. */
export const exactLines = (
  view: View,
  f: Frame,
  ensemble: EnsembleSoFar,
  levels: readonly number[],
  every: number,
): SVGElement =>
  lawPath(
    view,
    levels
      .map((level) =>
        trace(f, ensemble, drawnRows(ensemble, every), (_, t) =>
          lawY(f, exact(ensemble, t, level)),
        ),
      )
      .join(''),
  );

/** Names of the levels at the right edge, where the law puts them. */
export const levelLabels = (
  view: View,
  f: Frame,
  ensemble: EnsembleSoFar,
  levels: readonly number[] = LEVELS,
) =>
  edgeLabels(
    view,
    f,
    levels
      .map((level) => ({ level, s: exact(ensemble, ensemble.config.at.at(-1)!, level) }))
      .filter(({ s }) => drawable(s))
      .map(({ level, s }) => ({
        at: clampY(f, s),
        text: level === 0.5 ? 'median' : `${Math.round(100 * level)} %`,
      })),
  );

/** Labels at the right edge, moved apart where they would overlap; `at` are pixels. */
export function edgeLabels(
  view: View,
  f: Frame,
  labels: readonly { readonly at: number; readonly text: string; readonly className?: string }[],
): SVGElement[] {
  const ordered = [...labels].sort((a, b) => a.at - b.at);
  const places = ordered.map(({ at }) => Math.min(f.bottom - 2, Math.max(f.top + 4, at)));
  for (let i = 1; i < places.length; i++) places[i] = Math.max(places[i]!, places[i - 1]! + 13);
  const over = (places.at(-1) ?? 0) - (f.bottom - 2);
  for (let i = places.length - 1; over > 0 && i >= 0; i--) {
    const limit = i === places.length - 1 ? f.bottom - 2 : places[i + 1]! - 13;
    places[i] = Math.min(places[i]!, limit);
  }
  return ordered.map(({ text, className = 'edge-label' }, i) =>
    element(view, 'text', { x: f.right + 6, y: places[i]! + 4, class: className }, text),
  );
}
