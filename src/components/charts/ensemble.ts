import { columnOf, valuesAt } from '../../lib/ensemble/pick.ts';
import type { EnsembleBand } from '../../lib/ensemble/types.ts';
import type { EnsembleSoFar, EnsemblesResult } from '../../lib/jobs/ensembles.ts';
import type { Path } from '../../lib/jobs/paths.ts';
import { SOURCE_GRAPHS } from '../../lib/sourceGraphs.ts';
import { largestDiscrepancy } from '../../lib/theory/discrepancy.ts';
import { entryAt } from '../../lib/entryAt.ts';
import { quantileAt, spreadIn } from '../../lib/ensemble/ofBand.ts';
import { cdfOfSd, exactQuantileOfSd } from '../../lib/theory/sdLaw.ts';
import { generationOf } from '../../lib/theory/sdMoments.ts';
import type { Role } from '../../lib/types.ts';
import type { Table } from './figure.ts';
import { statisticFor } from './statistic.ts';
import { count, NO_RUN, short } from './words.ts';

/** The levels of every fan: middle half and middle nine tenths. */
export const LEVELS = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** The one ensemble of a demo that has one. */
export const only = ({ ensembles }: Pick<EnsemblesResult, 'ensembles'>): EnsembleSoFar =>
  entryAt(ensembles, 0);

/** What the exact law of s in generation t of normal models under "replace" is asked with. */
export const lawAt = ({ config }: EnsembleSoFar, t: number) => generationOf(config, t);

/** The band of a generation that was kept, by its row. */
export const bandOf = ({ bands }: EnsembleSoFar, row: number): EnsembleBand => entryAt(bands, row);

/** The generation of a row. */
export const generationAt = ({ config }: Pick<EnsembleSoFar, 'config'>, row: number): number =>
  entryAt(config.at, row);

/** What the runs that are left have for a role. */
export const spreadOver = (ensemble: EnsembleSoFar, band: EnsembleBand, role: Role) =>
  spreadIn(band, statisticFor(ensemble, role).name);

/** The simulated quantile of s, or of what else has a role, at a level; NaN without survivors. */
export const simulated = (
  ensemble: EnsembleSoFar,
  band: EnsembleBand,
  level: number,
  role: Role = 'spread',
) => quantileAt(spreadOver(ensemble, band, role), level);

/** What one run has for a role, at the generations kept. */
export const valuesOfRun = ({ config, values }: Path, role: Role): Float64Array =>
  columnOf(values, statisticFor({ config }, role).name);

/** What every run has for a role in a row; NaN where it has ended. */
export const valuesInRow = (ensemble: EnsembleSoFar, row: number, role: Role): Float64Array =>
  valuesAt(ensemble.slices, generationAt(ensemble, row), statisticFor(ensemble, role).name);

/**
 * Exact quantiles that have been worked out, by the ensemble's settings, then by level and
 * generation.
 */
const known = new WeakMap<EnsembleSoFar['config'], Map<string, number>>();

/** The exact quantile; the number range ends at 1e308 and so do the pictures. */
export function exact(ensemble: EnsembleSoFar, t: number, level: number): number {
  const found = known.get(ensemble.config) ?? new Map<string, number>();
  known.set(ensemble.config, found);
  const key = `${level} ${t}`;
  const quantile = found.get(key) ?? exactQuantileOfSd({ ...lawAt(ensemble, t), p: level });
  found.set(key, quantile);
  return quantile;
}

/**
 * Works out the exact quantiles of one ensemble in every `every`th of its generations, for pictures
 * that draw them.
 */
export function* findQuantiles(
  ensemble: EnsembleSoFar,
  levels: readonly number[],
  every: number,
): Generator<undefined, void> {
  for (const row of drawnRows(ensemble, every)) {
    for (const level of levels) exact(ensemble, generationAt(ensemble, row), level);
    yield;
  }
}

/** Rows of the kept generations that are drawn: the last one always is. */
export function drawnRows({ config }: EnsembleSoFar, every: number): number[] {
  const last = config.at.length - 1;
  return config.at.map((_, row) => row).filter((row) => row % every === 0 || row === last);
}

/** The run picked out, which is the first, if it is made and has a fit in that row. */
export function pickedAt({ runs }: EnsemblesResult, row: number): number | null {
  const [run] = runs;
  const value = run ? entryAt(valuesOfRun(run, 'spread'), row) : NaN;
  return Number.isNaN(value) ? null : value;
}

/** What a run is called: by its number, or as the source's graph that it is. */
export function runName({ config }: Pick<Path, 'config'>): string {
  if (config.stream === 'keyed') return `run ${count((config.replicate ?? 0) + 1)}`;
  const graph = SOURCE_GRAPHS.find(({ seed }) => seed === config.seed);
  return graph?.run ?? `the run of seed ${config.seed}`;
}

/**
 * How far simulation and law are apart in the row, in standard errors; null where too few are left
 * to tell.
 */
export function disagreement(ensemble: EnsembleSoFar, row: number) {
  const values = valuesInRow(ensemble, row, 'spread').filter((s) => s > 0);
  // The law is that of all runs: it says nothing of those that are left once some have ended.
  if (values.length < ensemble.made || values.length === 0) return null;
  const law = lawAt(ensemble, generationAt(ensemble, row));
  return largestDiscrepancy({
    values,
    cdf: (x) => cdfOfSd({ ...law, x }),
    levels: LEVELS,
  });
}

/** That, as a sentence. */
export function disagreementText(ensemble: EnsembleSoFar, row: number): string {
  const found = disagreement(ensemble, row);
  if (!found) return 'Some of these runs have ended, so the law of all runs is not compared.';
  const size = Math.abs(found.standardErrors);
  const verdict =
    size < 2
      ? 'no more than chance'
      : size < 3.3
        ? 'as chance now and then allows'
        : 'more than chance';
  return `Simulation and exact law differ by at most ${size.toFixed(1)} standard errors at the five levels drawn: ${verdict}.`;
}

/** The middle run of a row and the middle nine tenths, in few words. */
export function bandReading(ensemble: EnsembleSoFar, row: number): string {
  const band = bandOf(ensemble, row);
  if (band.survivors === 0) return NO_RUN;
  const at = (level: number) => short(simulated(ensemble, band, level));
  return `median ${at(0.5)}, nine in ten from ${at(0.05)} to ${at(0.95)}`;
}

/**
 * Every kept generation: survivors, simulated and exact quantiles of s. A cell is empty where no
 * run is left.
 */
export function quantileTable(ensemble: EnsembleSoFar): Table {
  const percent = LEVELS.map((level) => `${Math.round(100 * level)} %`);
  return {
    columns: [
      'generation',
      'runs left',
      ...percent.map((level) => `${level} of s, simulated`),
      ...percent.map((level) => `${level} of s, exact law`),
    ],
    rows: ensemble.bands.map((band) => [
      band.t,
      band.survivors,
      ...LEVELS.map((level) => cellOf(simulated(ensemble, band, level))),
      ...LEVELS.map((level) => cellOf(exact(ensemble, band.t, level))),
    ]),
  };
}

/** A number as a table holds it: nothing where there is none. */
export const cellOf = (value: number) => (Number.isFinite(value) ? value : '');

/** Positive values within what a chart can show. */
export const drawable = (value: number) => value > 1e-300 && value < 1e300;

/** Runs that all of several ensembles have: as long as they come in, some have more than others. */
export const madeOfEach = (ensembles: readonly EnsembleSoFar[]) =>
  Math.min(...ensembles.map(({ made }) => made));
