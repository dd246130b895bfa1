import { entryAt, lastOf } from '../../lib/entryAt.ts';
import { quantileAt, spreadIn } from '../../lib/ensemble/ofBand.ts';
import { pathOf } from '../../lib/ensemble/pick.ts';
import type { EnsembleSoFar } from '../../lib/jobs/ensembles.ts';
import type { Role, Statistic } from '../../lib/types.ts';
import type { Frame, View } from './figure.ts';
import { bandOf, drawable, drawnRows, exact, generationAt, LEVELS, simulated } from './ensemble.ts';
import { areaMark, element, lawPath, lineMark, linePath, stroked } from './marks.ts';
import { colourOf, softColourOf } from './roles.ts';
import { originally, statisticFor } from './statistic.ts';

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
    ...ensembles.flatMap((ensemble) => [
      originally(ensemble, 'spread'),
      ...ensemble.bands.flatMap((band) =>
        NINE_TENTHS.map((level) => simulated(ensemble, band, level)),
      ),
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
 * A statistic of an ensemble in a chart: what it is called, what it tells, which decides its
 * colour, and the pixel of a value.
 */
export interface Track extends Pick<Statistic, 'name' | 'role'> {
  y(value: number): number;
}

/** What has a role, by the pixel of its values. */
export const trackOf = (ensemble: EnsembleSoFar, role: Role, y: Track['y']): Track => ({
  name: statisticFor(ensemble, role).name,
  role,
  y,
});

/** The standard deviation, on a logarithmic scale. */
export const spreadTrack = (f: Frame, ensemble: EnsembleSoFar): Track =>
  trackOf(ensemble, 'spread', (s) => clampY(f, s));

/** Path data over kept generations: `y` gives the pixel of a row, or NaN for a gap. */
export const trace = (
  f: Frame,
  { config }: EnsembleSoFar,
  rows: readonly number[],
  y: (row: number, t: number) => number,
) =>
  linePath(
    rows.map((row) => {
      const t = generationAt({ config }, row);
      return [f.x(t), y(row, t)];
    }),
  );

/** Where a quantile of the runs that are left is drawn. */
export function quantilePoints(
  f: Frame,
  ensemble: EnsembleSoFar,
  { name, y }: Track,
  level: number,
  every: number,
) {
  return drawnRows(ensemble, every)
    .map((row) => bandOf(ensemble, row))
    .filter(({ survivors }) => survivors > 0)
    .map((band) => [f.x(band.t), y(quantileAt(spreadIn(band, name), level))] as const);
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
  bands.map(([low, high]) => {
    const edge = (level: number) => quantilePoints(f, ensemble, track, level, every);
    return areaMark(view, edge(low), edge(high), softColourOf(track.role));
  });

/** The fan of the standard deviation: its bands, and the median. Back to front. */
export function fanBands(
  view: View,
  f: Frame,
  ensemble: EnsembleSoFar,
  every: number,
): SVGElement[] {
  const track = spreadTrack(f, ensemble);
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
  { name, role, y }: Track,
): SVGElement | null {
  const path = pathOf(ensemble.slices, 0, name);
  if (!path) return null;
  const rows = drawnRows(ensemble, view.still ? 3 : 1);
  return lineMark(view, runTrace(f, ensemble, path, rows, y), colourOf(role));
}

/** Path data of one run; a gap where it has no value. */
export const runTrace = (
  f: Frame,
  ensemble: EnsembleSoFar,
  values: Float64Array,
  rows: readonly number[],
  y: Track['y'],
) =>
  trace(f, ensemble, rows, (row) => {
    const value = entryAt(values, row);
    return Number.isNaN(value) ? NaN : y(value);
  });

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
      .map((level) => ({ level, s: exact(ensemble, lastOf(ensemble.config.at), level) }))
      .filter(({ s }) => drawable(s))
      .map(({ level, s }) => ({
        at: clampY(f, s),
        text: level === 0.5 ? 'median' : `${Math.round(100 * level)} %`,
      })),
  );

/** Labels lie so far apart at least. */
const LINE = 13;

/** Labels at the right edge, moved apart where they would overlap; `at` are pixels. */
export function edgeLabels(
  view: View,
  f: Frame,
  labels: readonly { readonly at: number; readonly text: string; readonly className?: string }[],
): SVGElement[] {
  let least = -Infinity;
  const placed = [...labels]
    .sort((a, b) => a.at - b.at)
    .map(({ at, ...label }) => {
      const y = Math.max(Math.min(f.bottom - 2, Math.max(f.top + 4, at)), least);
      least = y + LINE;
      return { ...label, y };
    });
  let most = f.bottom - 2;
  if ((placed.at(-1)?.y ?? 0) > most) {
    for (const label of placed.toReversed()) {
      label.y = Math.min(label.y, most);
      most = label.y - LINE;
    }
  }
  return placed.map(({ text, className = 'edge-label', y }) =>
    element(view, 'text', { x: f.right + 6, y: y + 4, class: className }, text),
  );
}
