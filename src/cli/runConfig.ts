import { defaultsOf } from '../lib/parameters.ts';
import { estimatorsFor } from '../lib/estimators/index.ts';
import { families } from '../lib/families/index.ts';
import { sources } from '../lib/sources/index.ts';
import type { Params, RunConfig } from '../lib/types.ts';
import { readNumber } from '../lib/readNumber.ts';
import { readAssignments } from './assignments.ts';
import type { CommandLine } from './options.ts';
import { readColumn } from './column.ts';
import { readTextFile } from './textFile.ts';
import { UsageError } from './usage.ts';

/** What is run where the command line says nothing: the source article's setting. */
export const DEFAULTS = {
  family: 'normal',
  regime: 'replace',
  n: '200',
  generations: '500',
  seed: '12345',
  stream: 'keyed',
};

/**
 * The run that a command line asks for, not yet checked by the engine. Throws a UsageError where a
 * number cannot be read.
 */
export function readConfig({ values, all }: Pick<CommandLine, 'values' | 'all'>): RunConfig {
  const asked: typeof DEFAULTS & { estimator?: string; decoding?: string; replicate?: string } = {
    ...DEFAULTS,
    ...values,
  };
  const options = all['regime-option'];
  const decodingOptions = all['decoding-option'];
  const ofEstimator = all['estimator-option'];
  return {
    family: asked.family,
    ...readOrigin(asked.family, { values, all }),
    estimator: asked.estimator ?? usualEstimator(asked.family),
    ...(ofEstimator && { estimatorOptions: readEstimatorOptions(ofEstimator) }),
    regime: asked.regime,
    ...(options && {
      regimeOptions: readAssignments('regime-option', 'share=0.1,weight=0.5', options),
    }),
    ...(asked.decoding !== undefined && { decoding: asked.decoding }),
    ...(decodingOptions && {
      decodingOptions: readAssignments('decoding-option', 'tau=0.9', decodingOptions),
    }),
    n: readCount('n', asked.n),
    generations: readCount('generations', asked.generations),
    seed: asked.seed,
    stream: asked.stream,
    ...(asked.replicate !== undefined && { replicate: readCount('replicate', asked.replicate) }),
  };
}

/** `strength=10,tau=30`, in as many parts as it was given. */
export const readEstimatorOptions = (texts: readonly string[]) =>
  readAssignments('estimator-option', 'strength=10,tau=30', texts);

/** The first estimator of a family; an unknown family is reported as such later on. */
export const usualEstimator = (family: string) => estimatorsFor(family)[0]?.id ?? '';

/** A number; whether it is whole and legal is for the engine to judge. */
export function readCount(name: string, text: string): number {
  const value = readNumber(text);
  if (value === null) throw new UsageError(`${name} must be a whole number, got ${text}`);
  return value;
}

/** Where real data come from: the family at its parameters, or a source with its options. */
function readOrigin(
  family: string,
  { values, all }: Pick<CommandLine, 'values' | 'all'>,
): Pick<RunConfig, 'source' | 'truth' | 'column' | 'text'> {
  const { source, truth, 'source-file': file } = values;
  const options = all['source-option'];
  if (source === undefined) {
    if (options) throw new UsageError('--source-option is for --source');
    if (file !== undefined) throw new UsageError('--source-file is for --source');
    return { truth: readTruth(family, truth) };
  }
  if (truth !== undefined)
    throw new UsageError('--truth is for the family itself: with --source give --source-option');
  const takes = sources.has(source) ? sources.get(source).takes : undefined;
  if (takes && file === undefined) throw new UsageError(`the source ${source} needs --source-file`);
  if (!takes && file !== undefined)
    throw new UsageError(`the source ${source} takes no --source-file`);
  return {
    source,
    truth: readAssignments('source-option', 'size=1000,a=1', options ?? []),
    ...(file !== undefined &&
      (takes === 'text' ? { text: readTextFile(file) } : { column: readNumbers(file) })),
  };
}

/** The numbers in a file, one a line. */
function readNumbers(file: string): number[] {
  const text = readTextFile(file);
  return Array.from(readColumn(text).values);
}

/** `mu=125,sigma=30` over the defaults of the family. */
function readTruth(familyId: string, text: string | undefined): Params {
  // An unknown family is reported with the known ones when the whole configuration is checked.
  const specs = families.has(familyId) ? families.get(familyId).parameters : [];
  const defaults = defaultsOf(specs);
  return {
    ...defaults,
    ...readAssignments('truth', 'mu=125,sigma=30', text === undefined ? [] : [text]),
  };
}
