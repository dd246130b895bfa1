import type { EnsembleSoFar } from '../../lib/jobs/ensembles.ts';
import type { Frame, View } from './figure.ts';
import { element, linePath, lawPath } from './chart.ts';
import { drawable, drawnRows, exact, LEVELS, simulated } from './ensemble.ts';

/** Limits of a logarithmic axis that holds the bands, the original and some more values. */
export function bandDomain(
  ensembles: readonly EnsembleSoFar[],
  others: Iterable<number> = [],
): [low: number, high: number] {
  let low = Infinity;
  let high = 0;
  const include = (value: number) => {
    if (!drawable(value)) return;
    low = Math.min(low, value);
    high = Math.max(high, value);
  };
  for (const { config, bands } of ensembles) {
    include(config.truth.sigma!);
    for (const band of bands) {
      include(simulated(band, 0.05));
      include(simulated(band, 0.95));
    }
  }
  for (const value of others) include(value);
  return [low / 1.25, high * 1.25];
}

/** The fan: the middle nine tenths and the middle half of the runs, and the median. Back to front. */
export function fanBands(
  view: View,
  f: Frame,
  ensemble: EnsembleSoFar,
  every: number,
): SVGElement[] {
  const rows = drawnRows(ensemble, every).filter((row) => ensemble.bands[row]!.survivors > 0);
  const points = (level: number) =>
    rows.map((row) => {
      const band = ensemble.bands[row]!;
      return [f.x(band.t), clampY(f, simulated(band, level))] as const;
    });
  const area = (low: number, high: number) =>
    element(view, 'path', {
      d: `${linePath([...points(low), ...points(high).toReversed()])}Z`,
      fill: 'var(--spread-soft)',
    });
  return [
    area(0.05, 0.95),
    area(0.25, 0.75),
    element(view, 'path', {
      d: linePath(points(0.5)),
      fill: 'none',
      stroke: 'var(--spread)',
      'stroke-width': 1.2,
    }),
  ];
}

/** The exact quantiles, dashed, at the levels given. */
export function exactLines(
  view: View,
  f: Frame,
  ensemble: EnsembleSoFar,
  levels: readonly number[] = LEVELS,
  every = 3,
): SVGElement[] {
  const rows = drawnRows(ensemble, every);
  const d = levels.map((level) =>
    linePath(
      rows.map((row) => {
        const t = ensemble.config.at[row]!;
        const s = exact(ensemble, t, level);
        // Beyond the number range there is nothing to draw, and no run to compare with.
        return [f.x(t), drawable(s) ? clampY(f, s) : NaN] as const;
      }),
    ),
  );
  return [lawPath(view, d.join(''))];
}

/** The pixel of a standard deviation; what lies beyond the chart ends at its edge. */
export function clampY(f: Frame, value: number): number {
  const y = drawable(value) ? f.y(value) : value > 1 ? f.top : f.bottom;
  return Math.min(f.bottom, Math.max(f.top, y));
}

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

/** A line across the chart where the original stands. */
export const originalLine = (view: View, f: Frame, value: number) =>
  element(view, 'path', {
    d: `M${f.left},${f.y(value)}H${f.right}`,
    stroke: 'var(--original)',
    'stroke-width': 1.5,
  });

/** Labels at the right edge, moved apart where they would overlap; `at` are pixels. */
export function edgeLabels(
  view: View,
  f: Frame,
  labels: readonly { readonly at: number; readonly text: string; readonly className?: string }[],
): SVGElement[] {
  const ordered = [...labels].sort((a, b) => a.at - b.at);
  const places = ordered.map(({ at }) => Math.min(f.bottom - 2, Math.max(f.top + 4, at)));
  for (let i = 1; i < places.length; i++) places[i] = Math.max(places[i]!, places[i - 1]! + 13);
  const over = (places.at(-1) ?? 0) - (f.bottom + 2);
  for (let i = places.length - 1; over > 0 && i >= 0; i--) {
    const limit = i === places.length - 1 ? f.bottom + 2 : places[i + 1]! - 13;
    places[i] = Math.min(places[i]!, limit);
  }
  return ordered.map(({ text, className = 'edge-label' }, i) =>
    element(view, 'text', { x: f.right + 6, y: places[i]! + 4, class: className }, text),
  );
}
