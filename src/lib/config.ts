import { ConfigError } from './configError.ts';
import { estimatorFor } from './estimators/index.ts';
import { checkParams, families } from './families/index.ts';
import { checkValues, defaultsOf } from './parameters.ts';
import { streams } from './random/index.ts';
import { regimes } from './regimes/index.ts';
import type {
  Estimator,
  Family,
  Regime,
  RegimeSettings,
  RunConfig,
  StreamFamily,
} from './types.ts';

export { ConfigError } from './configError.ts';

/** Legal sample sizes and numbers of generations; both ends belong to them. */
const LIMITS = {
  n: { min: 2, max: 1_000_000 },
  generations: { min: 1, max: 100_000 },
} as const;

/** A run that can be made: the settings with the registry entries that they name. */
export interface CheckedConfig {
  /** As given, with aliases replaced by ids and the regime's options complete. */
  readonly config: RunConfig;
  readonly family: Family;
  readonly estimator: Estimator;
  readonly regime: Regime;
  readonly stream: StreamFamily;
  /** The real distribution, as a model of the family. */
  readonly original: unknown;
}

/**
 * Looks up what `config` names and checks every value. Throws a ConfigError of one line:
 * `unknown regime: hoard (known: replace)`, `n must be at least 2, got 1`.
 */
export function checkConfig(config: RunConfig): CheckedConfig {
  const family = named(() => families.get(config.family));
  const estimator = named(() => estimatorFor(family.id, config.estimator));
  const regime = named(() => regimes.get(config.regime));
  const stream = named(() => streams.get(config.stream));
  checkParams(family, config.truth);
  checkWhole('n', config.n, LIMITS.n);
  checkWhole('generations', config.generations, LIMITS.generations);
  const seedProblem = stream.seedProblem(config.seed);
  if (seedProblem) throw new ConfigError(`unusable seed: ${config.seed} (${seedProblem})`);
  checkReplicate(config.replicate ?? 0, stream);
  // A stream may run out of generations: better said now than in the middle of a run.
  named(() => stream.open(config.seed)(config.generations));
  const regimeOptions = { ...defaultsOf(regime.options), ...config.regimeOptions };
  checkValues(regime.id, regime.options, regimeOptions);
  checkWeights(regime, estimator, { t: 2, n: config.n, options: regimeOptions });
  const ids = { family: family.id, estimator: estimator.id, regime: regime.id, stream: stream.id };
  const options = regime.options.length > 0 ? { regimeOptions } : {};
  return {
    config: { ...config, ...ids, ...options },
    family,
    estimator,
    regime,
    stream,
    original: family.model(config.truth),
  };
}

/** Throws a ConfigError unless the stream has such a run for each seed. */
export function checkReplicate(replicate: number, stream: StreamFamily): void {
  if (!Number.isSafeInteger(replicate) || replicate < 0) {
    throw new ConfigError(`replicate must be a whole number of at least 0, got ${replicate}`);
  }
  if (replicate > 0 && !stream.manyReplicates) {
    throw new ConfigError(`the stream ${stream.id} has one run for each seed: replicate must be 0`);
  }
}

/** An estimator that cannot weigh samples cannot serve a regime that does. */
function checkWeights(regime: Regime, estimator: Estimator, settings: RegimeSettings): void {
  if (estimator.fitWeighted) return;
  if (regime.batches(settings).every(({ weight }) => weight === undefined)) return;
  throw new ConfigError(
    `the regime ${regime.id} weighs its samples, which the ${estimator.family} estimator ${estimator.id} cannot`,
  );
}

function named<T>(lookUp: () => T): T {
  try {
    return lookUp();
  } catch (error) {
    throw new ConfigError((error as Error).message);
  }
}

function checkWhole(name: string, value: number, { min, max }: { min: number; max: number }): void {
  if (!Number.isInteger(value)) {
    throw new ConfigError(`${name} must be a whole number, got ${value}`);
  }
  if (value < min) throw new ConfigError(`${name} must be at least ${min}, got ${value}`);
  if (value > max) throw new ConfigError(`${name} must be at most ${max}, got ${value}`);
}
