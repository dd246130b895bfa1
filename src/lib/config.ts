import { ConfigError } from './configError.ts';
import { decodings } from './decodings/index.ts';
import { distributionOf } from './distribution.ts';
import { estimatorFor } from './estimators/index.ts';
import { setEstimator } from './estimators/set.ts';
import { checkParams, families } from './families/index.ts';
import { completed } from './parameters.ts';
import { streams } from './random/index.ts';
import { regimes } from './regimes/index.ts';
import { sources } from './sources/index.ts';
import type {
  Distribution,
  Estimator,
  Family,
  Kind,
  Regime,
  RegimeSettings,
  Reweigh,
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
  /** As given, with aliases replaced by ids and all options complete. */
  readonly config: RunConfig;
  readonly family: Family;
  /** With its options set. */
  readonly estimator: Estimator;
  readonly regime: Regime;
  readonly stream: StreamFamily;
  /** The real distribution. */
  readonly real: Distribution;
  /** The model of the family that comes nearest to it; null where there is none. */
  readonly original: unknown;
  /** How the next type is picked, where that is not as the model has it. */
  readonly reweigh: Reweigh | undefined;
}

/**
 * Looks up what `config` names and checks every value. Throws a ConfigError of one line:
 * `unknown regime: hoard (known: replace)`, `n must be at least 2, got 1`.
 */
export function checkConfig(config: RunConfig): CheckedConfig {
  const family = named(() => families.get(config.family));
  const entry = named(() => estimatorFor(family.id, config.estimator));
  const { estimator, options: estimatorOptions } = setEstimator(entry, config.estimatorOptions);
  const regime = named(() => regimes.get(config.regime));
  const stream = named(() => streams.get(config.stream));
  const { truth, real, original } = openSource(config, family);
  checkWhole('n', config.n, LIMITS.n);
  checkWhole('generations', config.generations, LIMITS.generations);
  const seedProblem = stream.seedProblem(config.seed);
  if (seedProblem) throw new ConfigError(`unusable seed: ${config.seed} (${seedProblem})`);
  checkReplicate(config.replicate ?? 0, stream);
  // A stream may run out of generations: better said now than in the middle of a run.
  named(() => stream.open(config.seed)(config.generations));
  const regimeOptions = completed(regime.id, regime.options, config.regimeOptions);
  checkCurations(regime, family, { t: 2, n: config.n, options: regimeOptions });
  checkWeights(regime, estimator, { t: 2, n: config.n, options: regimeOptions });
  const decoding = checkDecoding(config, family);
  const ids = { family: family.id, estimator: estimator.id, regime: regime.id, stream: stream.id };
  const options = {
    ...(regime.options.length > 0 && { regimeOptions }),
    ...(estimator.options && { estimatorOptions }),
  };
  return {
    config: { ...config, ...ids, truth, ...options, ...decoding?.config },
    family,
    estimator,
    regime,
    stream,
    real,
    original,
    reweigh: decoding?.reweigh,
  };
}

/** Values in words, by kind. */
const VALUES: Readonly<Record<Kind, string>> = {
  line: 'numbers on a line',
  categories: 'types',
  vectors: 'rows of numbers',
};

/** The real distribution of a run, with its options complete. */
function openSource({ source: id, truth, column, text }: RunConfig, family: Family) {
  if (id === undefined) {
    checkParams(family, truth);
    const original = family.model(truth);
    return { truth, real: distributionOf(family, original), original };
  }
  const source = named(() => sources.get(id));
  if (source.kind !== family.kind) {
    throw new ConfigError(
      `the source ${source.id} gives ${VALUES[source.kind]}, the family ${family.id} is of ${VALUES[family.kind]}`,
    );
  }
  const options = completed(source.id, source.options, truth);
  const real = source.open(options, { column, text });
  const original = family.nearest?.(real) ?? null;
  return { truth: options, real: asRead(real, family, original), original };
}

/** A model of sequences learns a text from what a model of that text writes. */
function asRead(real: Distribution, family: Family, original: unknown): Distribution {
  if (!family.isSequence || original === null) return real;
  return { ...real, sample: (rng, n) => family.sample(rng, original, n) };
}

/** How the next type is picked, with its options complete; null where nobody says. */
function checkDecoding({ decoding: id, decodingOptions }: RunConfig, family: Family) {
  if (id === undefined) {
    if (decodingOptions) throw new ConfigError('decodingOptions are for a decoding');
    return null;
  }
  const decoding = named(() => decodings.get(id));
  if (family.kind !== 'categories') {
    throw new ConfigError(
      `the decoding ${decoding.id} needs types, the family ${family.id} is of ${VALUES[family.kind]}`,
    );
  }
  const options = completed(decoding.id, decoding.options, decodingOptions);
  return {
    config: { decoding: decoding.id, decodingOptions: options },
    reweigh: decoding.reweigh(options),
  };
}

/** A policy that looks at where values lie cannot serve a family whose values lie nowhere. */
function checkCurations(regime: Regime, family: Family, settings: RegimeSettings): void {
  if (family.line || regime.batches(settings).every(({ curation }) => !curation)) return;
  throw new ConfigError(
    `the regime ${regime.id} needs numbers on a line, the family ${family.id} is of ${VALUES[family.kind]}`,
  );
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
