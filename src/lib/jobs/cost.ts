import { entryAt } from '../entryAt.ts';
import { checkEnsemble } from '../ensemble/config.ts';
import type { EnsembleConfig } from '../ensemble/types.ts';
import { estimatorFor } from '../estimators/index.ts';
import { families } from '../families/index.ts';
import { defaultsOf } from '../parameters.ts';
import { regimes } from '../regimes/index.ts';
import { MOST_VALUES } from '../trainingSets.ts';
import type { RunConfig } from '../types.ts';

/** What a generation by shortcut costs, in normal values that are drawn and fitted. */
const A_STEP = 5;

/**
 * What a generation of a policy costs before the first value is drawn, and each value for being
 * kept and picked from.
 */
const A_BATCH = 40;
const A_KEPT_VALUE = 0.5;

/** Runs of each ensemble that a beginning has at most. */
const MOST_AT_FIRST = 400;

/**
 * Runs of each ensemble, and of all together, that a beginning has if they can be had for a few
 * times what it may cost.
 */
const FEWEST_OF_EACH = 10;
const FEWEST_AT_FIRST = 20;
const FEW_TIMES = 2.5;

export const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, x) => sum + x, 0);

/** What one run costs that is made value by value, in normal values that are drawn and fitted. */
export const costOfPath = (config: RunConfig): number =>
  valuesFitted(config) *
  widthOf(config) *
  (estimatorFor(config.family, config.estimator).work ?? 1);

/** Numbers in each value. */
function widthOf({ family: id, source, truth }: RunConfig): number {
  const family = families.get(id);
  return source === undefined ? (family.width?.(family.model(truth)) ?? 1) : 1;
}

/** How many generations of a run, one at the least, may cost about `values` in all. */
export function firstGenerations(config: RunConfig, values: number): number {
  const affordable = Math.floor(values / costOfPath({ ...config, generations: 1 }));
  return Math.min(config.generations, Math.max(1, affordable));
}

/** The sizes of all training sets, up to the one that is too large to be made. */
function valuesFitted({ regime: id, regimeOptions, n, generations }: RunConfig): number {
  const regime = regimes.get(id);
  const options = { ...defaultsOf(regime.options), ...regimeOptions };
  let sum = 0;
  let kept = 0;
  for (let t = 1; t <= generations; t++) {
    const settings = { t, n, options };
    let size = kept;
    for (const { count, keep } of regime.batches(settings)) {
      size += count;
      if (keep) kept += count;
    }
    if (size > MOST_VALUES) break;
    sum += Math.min(size, regime.fitted?.(settings) ?? size);
  }
  return sum;
}

/** What one run of an ensemble costs. */
function costOfRun(asked: EnsembleConfig): number {
  const { config } = checkEnsemble(asked);
  const { how, n, generations } = config;
  return how === 'literal'
    ? costOfPath(config) + generations * (A_BATCH + n * A_KEPT_VALUE)
    : generations * A_STEP;
}

export const costOfEnsemble = (config: EnsembleConfig): number =>
  config.replicates * costOfRun(config);

/**
 * The first runs of each ensemble, when all may cost `values`, a few times that where there would
 * be next to none, and one run at least.
 */
export function firstRuns(ensembles: readonly EnsembleConfig[], values: number): EnsembleConfig[] {
  const costs = ensembles.map(costOfRun);
  const least = Math.min(
    Math.max(FEWEST_OF_EACH, FEWEST_AT_FIRST / ensembles.length),
    (FEW_TIMES * values) / sumOf(costs),
  );
  return ensembles.map((config, i) => {
    const affordable = values / ensembles.length / entryAt(costs, i);
    const runs = Math.min(config.replicates, MOST_AT_FIRST, Math.max(1, least, affordable));
    return { ...config, replicates: Math.floor(runs) };
  });
}
