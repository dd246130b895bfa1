import { roomFor } from '../../lib/ensemble/orderStatistics.ts';
import { quantilesOf } from '../../lib/ensemble/quantiles.ts';
import type { EnsembleSoFar, EnsemblesResult } from '../../lib/jobs/ensembles.ts';
import type { Path } from '../../lib/jobs/paths.ts';
import { logLimits } from './bands.ts';
import type { Measure } from './measures.ts';
import { ofOriginal } from './statistic.ts';

/** A measure of one run in a row: NaN where it has ended, and as long as it has not been made. */
export const ofPath = (path: Path | null | undefined, { name }: Measure, row: number): number =>
  path?.values[name]?.[row] ?? NaN;

/** A measure of every run of an ensemble that is left in a row, as far as it is finite. */
function ofRuns({ slices }: EnsembleSoFar, { name }: Measure, row: number): Float64Array {
  const found: number[] = [];
  for (const { from, to, values } of slices) {
    const count = to - from;
    const column = values[name]?.subarray(row * count, (row + 1) * count) ?? [];
    for (const value of column) if (Number.isFinite(value)) found.push(value);
  }
  return Float64Array.from(found);
}

/** The levels of a band, and its middle. */
export const BAND = [0.05, 0.5, 0.95] as const;
type Band = readonly [low: number, middle: number, high: number];

/** Bands that have been worked out, by ensemble, measure and row. */
const bandsOf = new WeakMap<EnsembleSoFar, Map<string, Band[]>>();

/** The quantiles of a measure over the runs that are left in a row; NaN if there are none. */
export function bandAt(ensemble: EnsembleSoFar, measure: Measure, row: number): Band {
  const ofThis = bandsOf.get(ensemble) ?? new Map<string, Band[]>();
  bandsOf.set(ensemble, ofThis);
  const rows = ofThis.get(measure.id) ?? [];
  ofThis.set(measure.id, rows);
  const found = () => quantilesOf(ofRuns(ensemble, measure, row), BAND, roomFor(ensemble.made));
  return (rows[row] ??= found() as unknown as Band);
}

/** Works the bands of several ensembles out, for pictures that draw them. */
export function* findBands(
  ensembles: readonly EnsembleSoFar[],
  measure: Measure,
): Generator<undefined, void> {
  for (const ensemble of ensembles) {
    for (const row of ensemble.bands.keys()) {
      bandAt(ensemble, measure, row);
      yield;
    }
  }
}

/** A picture goes so many widths of the first generation’s band away from the original. */
const REACH = 20;

/** On a logarithmic axis it goes no lower than this share of it, nor higher than its inverse. */
const FLOOR = 1e-4;

/** Limits for pictures of several ensembles, each with a run, on one scale. */
export function limitsOf(
  { ensembles, runs }: Pick<EnsemblesResult, 'ensembles' | 'runs'>,
  measure: Measure,
): [low: number, high: number] {
  const known = ensembles.map((ensemble) => ofOriginal(ensemble, measure)).filter(Number.isFinite);
  // Where no original is known, the first generations stand for it.
  const originals =
    known.length > 0
      ? known
      : ensembles.map((ensemble) => bandAt(ensemble, measure, 0)[1]).filter(Number.isFinite);
  const [least, most] = [Math.min(...originals), Math.max(...originals)];
  const values = [...originals];
  for (const [i, ensemble] of ensembles.entries()) {
    for (const row of ensemble.bands.keys()) {
      const [low, , high] = bandAt(ensemble, measure, row);
      values.push(low, high, ofPath(runs[i], measure, row));
    }
  }
  if (measure.scale === 'log') {
    const [low, high] = logLimits(values);
    return [Math.max(low, FLOOR * least), Math.min(high, most / FLOOR)];
  }
  const widths = ensembles.map((ensemble) => {
    const [low, , high] = bandAt(ensemble, measure, 0);
    return high > low ? high - low : 0;
  });
  const room = Math.max(...widths) || 1;
  const finite = values.filter(Number.isFinite);
  const low = Math.max(Math.min(...finite), least - REACH * room);
  const high = Math.min(Math.max(...finite), most + REACH * room);
  const rim = 0.05 * (high - low) || room;
  return [low - rim, high + rim];
}
