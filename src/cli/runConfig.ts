import { defaultsOf } from '../lib/parameters.ts';
import { families } from '../lib/families/index.ts';
import type { Params, RunConfig } from '../lib/types.ts';
import { readNumber } from '../lib/readNumber.ts';
import { readAssignments } from './assignments.ts';
import type { CommandLine } from './options.ts';
import { UsageError } from './usage.ts';

/** What is run where the command line says nothing: the source article's setting. */
export const DEFAULTS = {
  family: 'normal',
  estimator: 'unbiased-variance',
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
  const asked: typeof DEFAULTS & { replicate?: string } = { ...DEFAULTS, ...values };
  const options = all['regime-option'];
  return {
    family: asked.family,
    truth: readTruth(asked.family, values.truth),
    estimator: asked.estimator,
    regime: asked.regime,
    ...(options && {
      regimeOptions: readAssignments('regime-option', 'share=0.1,weight=0.5', options),
    }),
    n: readCount('n', asked.n),
    generations: readCount('generations', asked.generations),
    seed: asked.seed,
    stream: asked.stream,
    ...(asked.replicate !== undefined && { replicate: readCount('replicate', asked.replicate) }),
  };
}

/** A number; whether it is whole and legal is for the engine to judge. */
export function readCount(name: string, text: string): number {
  const value = readNumber(text);
  if (value === null) throw new UsageError(`${name} must be a whole number, got ${text}`);
  return value;
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
