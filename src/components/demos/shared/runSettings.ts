import { entryAt } from '../../../lib/entryAt.ts';
import { estimatorsFor } from '../../../lib/estimators/index.ts';
import { isMultiple } from '../../../lib/estimators/normalEstimator.ts';
import { families } from '../../../lib/families/index.ts';
import { streams } from '../../../lib/random/index.ts';
import { LONGEST_IN_LINK } from '../../../lib/random/seedLength.ts';
import {
  parameterField,
  type Field,
  type Settings,
  type TextField,
} from '../../../settings/fields.ts';
import type { RunConfig } from '../../../lib/types.ts';

/** Defaults that differ from demo to demo. */
export interface RunDefaults {
  readonly n: number;
  readonly generations: number;
  readonly seed: string;
  readonly stream: string;
  readonly maxN?: number;
  readonly maxGenerations?: number;
  /**
   * Number of the run among those of its seed, counted from 1; without it there is no such setting.
   */
  readonly run?: number;
}

const FAMILY = 'normal';

/** The settings of one run of the normal model, made from the registries. */
export function runFields(defaults: RunDefaults): readonly Field[] {
  const [mu, sigma] = families.get(FAMILY).parameters;
  if (!mu || !sigma) throw new Error('the normal family lost its parameters');
  return [
    {
      kind: 'number',
      name: 'n',
      label: 'Sample size',
      symbol: 'n',
      min: 2,
      max: defaults.maxN ?? 10_000,
      integer: true,
      scale: 'log',
      default: defaults.n,
    },
    {
      kind: 'number',
      name: 'generations',
      label: 'Generations',
      min: 1,
      max: defaults.maxGenerations ?? 5_000,
      integer: true,
      scale: 'log',
      default: defaults.generations,
    },
    seedField(defaults.seed),
    // Those that have no settings of their own; the lab has all.
    choice('estimator', 'How the spread is estimated', estimatorsFor(FAMILY).filter(isMultiple)),
    parameterField(mu, { label: 'Original mean', min: -1000, max: 1000, scale: 'linear' }),
    parameterField(sigma, {
      label: 'Original standard deviation',
      min: 0.01,
      max: 1000,
      scale: 'log',
    }),
    { ...choice('stream', 'Random numbers', streams.all), default: defaults.stream },
    ...(defaults.run === undefined ? [] : [numberOfRun(defaults.run)]),
  ];
}

export const seedField = (seed: string): TextField => ({
  kind: 'text',
  name: 'seed',
  label: 'Seed',
  maxLength: LONGEST_IN_LINK,
  default: seed,
});

const numberOfRun = (first: number): Field => ({
  kind: 'number',
  name: 'run',
  label: 'Which of the seed’s runs',
  min: 1,
  max: 100_000,
  integer: true,
  scale: 'log',
  default: first,
});

export function choice(
  name: string,
  label: string,
  entries: readonly { readonly id: string; readonly label: string }[],
) {
  const options = entries.map((entry) => ({ value: entry.id, label: entry.label }));
  return { kind: 'choice', name, label, options, default: entryAt(options, 0).value } as const;
}

/** The run that the settings ask for. */
export function runConfig(settings: Settings): RunConfig {
  const run = Number(settings.run ?? 1);
  return {
    family: FAMILY,
    truth: { mu: Number(settings.mu), sigma: Number(settings.sigma) },
    estimator: String(settings.estimator),
    regime: 'replace',
    n: Number(settings.n),
    generations: Number(settings.generations),
    seed: String(settings.seed),
    stream: String(settings.stream),
    ...(run > 1 && { replicate: run - 1 }),
  };
}

/** A seed or a run that the chosen stream cannot have switches to the stream that can have any. */
export function repairStream(settings: Settings) {
  const stream = streams.get(String(settings.stream));
  const problem =
    Number(settings.run ?? 1) > 1 && !stream.manyReplicates
      ? `The random numbers “${stream.label}” have one run for each seed.`
      : stream.seedProblem(String(settings.seed));
  if (!problem) return { settings, notes: [] };
  const fallback = streams.all.find(
    (other) => other.manyReplicates && !other.seedProblem(String(settings.seed)),
  );
  if (!fallback) throw new Error(`no stream takes the seed ${settings.seed}`);
  return {
    settings: { ...settings, stream: fallback.id },
    notes: [`${problem} This run uses “${fallback.label}” instead.`],
  };
}
