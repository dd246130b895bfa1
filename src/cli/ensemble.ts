import { quantileAt, spreadIn } from '../lib/ensemble/ofBand.ts';
import { checkConfig } from '../lib/config.ts';
import { bands } from '../lib/ensemble/bands.ts';
import { checkEnsemble } from '../lib/ensemble/config.ts';
import type { EnsembleBand, How } from '../lib/ensemble/types.ts';
import type { RunConfig, Statistic } from '../lib/types.ts';
import { csvLine } from './csv.ts';
import { USUAL_QUANTILES } from './ensembleOptions.ts';
import { makeSlices, WorkerFailure } from './ensemblePool.ts';
import { readNumber } from '../lib/readNumber.ts';
import { say } from './output.ts';
import { progressBar } from './progressBar.ts';
import { readCount } from './runConfig.ts';
import { shownOf, type Shown } from './shown.ts';
import { UsageError } from './usage.ts';

/** What a command line asks of an ensemble. */
export interface EnsembleOrder {
  readonly config: RunConfig;
  readonly replicates: number;
  /** Values of the options, by name. */
  readonly values: Readonly<Record<string, string>>;
  readonly json: boolean;
}

/** More would only wait for each other. */
const MOST_WORKERS = 256;

/**
 * The bands of an ensemble as text, made on several processors. If a worker fails, says so in one
 * line on stderr, sets the exit status to 1 and gives no text. Throws a UsageError or a ConfigError
 * if it cannot be made.
 */
export async function* ensembleText(order: EnsembleOrder): AsyncGenerator<string> {
  const { values } = order;
  const { family } = checkConfig(order.config);
  const shown = shownOf(family, values.statistics);
  const { config } = checkEnsemble({
    ...order.config,
    ...(values.statistics !== undefined && { statistics: shown.all.map(({ name }) => name) }),
    replicates: order.replicates,
    at: values.at === undefined ? usualGenerations(order.config.generations) : readAt(values.at),
    how: (values.how ?? 'auto') as How,
  });
  const levels = readLevels(values.quantiles ?? USUAL_QUANTILES);
  const workers = values.workers === undefined ? undefined : readWorkers(values.workers);
  const bar = progressBar(process.stderr, `${config.replicates} replicates`);
  let found: EnsembleBand[];
  try {
    found = bands(await makeSlices(config, { workers, onProgress: bar.show }), levels);
  } catch (error) {
    if (!(error instanceof WorkerFailure)) throw error;
    bar.clear();
    say('simulate', error.message);
    process.exitCode = 1;
    return;
  }
  bar.clear();
  if (order.json)
    yield `${JSON.stringify({ config, bands: found.map((band) => inParts(band, shown)) })}\n`;
  else yield* csv(found, levels);
}

/** A band as JSON has it: parameters apart from other statistics, without mean squares. */
function inParts(band: EnsembleBand, { parameters, others }: Shown) {
  const { t, survivors } = band;
  const spreads = (those: readonly Statistic[]) =>
    Object.fromEntries(
      those.map(({ name }) => {
        const { mean, quantiles } = spreadIn(band, name);
        return [name, { mean, quantiles }];
      }),
    );
  return {
    t,
    survivors,
    parameters: spreads(parameters),
    ...(others.length > 0 && { statistics: spreads(others) }),
  };
}

/**
 * One line a generation and statistic; a number that does not exist, as there are no survivors, is
 * left empty.
 */
function* csv(found: readonly EnsembleBand[], levels: readonly number[]): Generator<string> {
  const cell = (value: number) => (Number.isNaN(value) ? '' : value);
  yield csvLine(['t', 'survivors', 'parameter', 'mean', ...levels.map((level) => `q${level}`)]);
  for (const { t, survivors, statistics } of found) {
    for (const [name, spread] of Object.entries(statistics)) {
      const cells = [spread.mean, ...levels.map((level) => quantileAt(spread, level))].map(cell);
      yield csvLine([t, survivors, name, ...cells]);
    }
  }
}

/** 1, 2, 5, 10, 20, 50 … up to the last generation, and that one. */
function usualGenerations(generations: number): number[] {
  const found: number[] = [];
  for (let decade = 1; decade < generations; decade *= 10) {
    found.push(...[1, 2, 5].map((digit) => digit * decade).filter((t) => t < generations));
  }
  // If the number of generations is illegal, the engine says so before it looks at these.
  return [...found, generations];
}

function readAt(text: string): number[] {
  return text.split(',').map((part) => readCount('at', part.trim()));
}

function readLevels(text: string): number[] {
  const levels = text.split(',').map((part) => {
    const level = readNumber(part);
    if (level !== null && level >= 0 && level <= 1) return level;
    throw new UsageError(`--quantiles must be numbers from 0 to 1, got ${text}`);
  });
  return [...new Set(levels)];
}

function readWorkers(text: string): number {
  const workers = readCount('workers', text);
  if (Number.isInteger(workers) && workers >= 1 && workers <= MOST_WORKERS) return workers;
  throw new UsageError(`workers must be a whole number from 1 to ${MOST_WORKERS}, got ${text}`);
}
