import { decodings } from '../../lib/decodings/index.ts';
import { lastOf } from '../../lib/entryAt.ts';
import type { CompleteEnsemble } from '../../lib/ensemble/types.ts';
import { families } from '../../lib/families/index.ts';
import type { EnsembleSoFar, EnsemblesResult } from '../../lib/jobs/ensembles.ts';
import type { RunResult } from '../../lib/jobs/run.ts';
import { sources } from '../../lib/sources/index.ts';
import { streams } from '../../lib/random/index.ts';
import type { Kind, RunConfig } from '../../lib/types.ts';
import { madeOfEach, only } from './ensemble.ts';
import { estimatorName } from './estimator.ts';
import { labelWithOptions } from './labelWithOptions.ts';
import { policyName } from './policy.ts';
import { count, plain, plural, short, soFar, uncapitalised } from './words.ts';

type Config = Pick<
  RunConfig,
  | 'n'
  | 'seed'
  | 'family'
  | 'source'
  | 'estimator'
  | 'estimatorOptions'
  | 'truth'
  | 'decoding'
  | 'decodingOptions'
>;

/** What a caption says otherwise than others. */
interface Said {
  /** Before all else. */
  readonly policy?: string;
  readonly n?: string;
  /** How much was made: generations, runs. */
  readonly ran?: readonly string[];
  readonly seed?: string;
  /** False where nothing is estimated, or the words say it already. */
  readonly estimator?: boolean;
  readonly original?: boolean;
}

/** What was run, for captions: every demo states it, in this order. */
export const captionOf = (config: Config, said: Said = {}) => listed(partsOf(config, said));

function partsOf(config: Config, said: Said): string[] {
  const { policy, n, ran = [], seed, estimator = true, original = true } = said;
  return [
    policy,
    n ?? `n = ${count(config.n)}`,
    ...ran,
    seed ?? `seed ${config.seed}`,
    estimator && estimatorName(config).toLowerCase(),
    decodingName(config),
    original && originalOf(config),
  ].filter((part): part is string => typeof part === 'string' && part !== '');
}

/**
 * How the next type is picked, with its options: "temperature, τ = 0.9"; null as the model has it.
 */
export function decodingName({
  decoding: id,
  decodingOptions,
}: Pick<RunConfig, 'decoding' | 'decodingOptions'>): string | null {
  if (id === undefined) return null;
  const { label, options } = decodings.get(id);
  return labelWithOptions(label.toLowerCase(), options, decodingOptions);
}

/** Several ensembles beside each other; `each` is what there are so many runs for. */
export function captionOfEach(
  ensembles: readonly EnsembleSoFar[],
  each: string,
  { before = [], after = [] }: { before?: readonly string[]; after?: readonly string[] } = {},
): string {
  const { replicates, seed } = only({ ensembles }).config;
  const runs = soFar(madeOfEach(ensembles), replicates, 'run');
  return listed([...before, `${runs} ${each}`, `seed ${seed}`, ...after]);
}

const listed = (parts: readonly (string | false | undefined)[]) =>
  parts.filter(Boolean).join(' · ');

/** What real data come from. */
type Original = Pick<RunConfig, 'family' | 'source' | 'truth'>;

/** The original by its parameters, as far as these are numbers. */
function originalOf({ family, source: id, truth }: Original): string {
  const source = id === undefined ? null : sources.get(id);
  const specs = source ? source.options : families.get(family).parameters;
  const parts = specs.flatMap(({ name, symbol, label, inWords }) => {
    const value = truth[name];
    if (value === undefined) return [];
    return inWords ? `${label.toLowerCase()} ${short(value)}` : `${symbol} = ${plain(value)}`;
  });
  const said = [...(source ? [`“${source.label}”`] : []), ...parts];
  return said.length > 0 ? `original ${said.join(', ')}` : '';
}

/** One run. */
export function runCaption({ config, reached, asked }: RunResult): string {
  const ran =
    reached < asked
      ? `${count(reached)} of ${plural(asked, 'generation')}`
      : plural(asked, 'generation');
  const run = config.replicate ? `, run ${count(config.replicate + 1)}` : '';
  const stream = uncapitalised(streams.get(config.stream).label);
  return captionOf(config, { ran: [ran], seed: `seed ${config.seed}${run} (${stream})` });
}

/**
 * How far an ensemble's runs went; "all to the end" where that is so, unless they are to be
 * counted.
 */
function ranOf({ config, made, bands }: EnsembleSoFar, counted = false): string[] {
  const { survivors } = lastOf(bands);
  const left = survivors === made && !counted ? 'all' : count(survivors);
  const runs = soFar(made, config.replicates, 'run');
  return [plural(config.generations, 'generation'), `${runs}, ${left} to the end`];
}

/** Many runs; `counted` where most of them end early, so that the number is said even of all. */
const partsOfEnsemble = (ensemble: EnsembleSoFar, counted = false) =>
  partsOf(ensemble.config, { ran: ranOf(ensemble, counted) });

export const ensembleCaption = (ensemble: EnsembleSoFar) => listed(partsOfEnsemble(ensemble));

/** What stands for the values of a generation, where they are not drawn one by one. */
const SHORTCUTS: Readonly<Record<Kind, string>> = {
  line: 'made by means and variances',
  categories: 'made by counts',
  vectors: 'made by means and covariances',
};

const howMade = ({ how, family }: CompleteEnsemble) =>
  how === 'literal' ? 'made value by value' : SHORTCUTS[families.get(family).kind];

/** Many runs under a policy. */
const partsOfPolicy = (ensemble: EnsembleSoFar) =>
  partsOf(ensemble.config, {
    policy: policyName(ensemble),
    ran: [...ranOf(ensemble), howMade(ensemble.config)],
  });

/** Ensembles that are compared: what all of them have in common, then what each has of its own. */
function compared(lists: readonly (readonly string[])[]): string {
  const [first = [], ...others] = lists;
  const isCommon = (part: string) => others.every((list) => list.includes(part));
  const own = lists.map((list) => list.filter((part) => !first.includes(part) || !isCommon(part)));
  return listed([
    ...first.filter(isCommon),
    own.some((parts) => parts.length > 0) && own.map((parts) => parts.join(', ')).join('; '),
  ]);
}

type Compared = Pick<EnsemblesResult, 'ensembles'>;

export const policiesCaption = ({ ensembles }: Compared) => compared(ensembles.map(partsOfPolicy));

/** The same for models of several families. */
export const familiesCaption = ({ ensembles }: Compared) =>
  compared(
    ensembles.map((ensemble) => [
      families.get(ensemble.config.family).label,
      ...partsOfPolicy(ensemble),
    ]),
  );

export const estimatorsCaption = ({ ensembles }: Compared) =>
  compared(ensembles.map((ensemble) => partsOfEnsemble(ensemble)));

/** The same where most runs end early. */
export const mortalCaption = ({ ensembles }: Compared) =>
  compared(ensembles.map((ensemble) => partsOfEnsemble(ensemble, true)));
