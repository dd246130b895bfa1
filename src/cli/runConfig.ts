import { families } from '../lib/families/index.ts';
import type { Params, RunConfig } from '../lib/types.ts';
import { readNumber } from '../lib/readNumber.ts';
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

/** The run that a command line asks for, not yet checked by the engine. Throws a UsageError where a number cannot be read. */
export function readConfig(values: Readonly<Record<string, string>>): RunConfig {
  const asked: typeof DEFAULTS & { replicate?: string } = { ...DEFAULTS, ...values };
  return {
    family: asked.family,
    truth: readTruth(asked.family, values.truth ?? ''),
    estimator: asked.estimator,
    regime: asked.regime,
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

/** `mu=125,sigma=30` over the defaults of the family; legality is for the engine to judge. */
function readTruth(familyId: string, text: string): Params {
  // An unknown family is reported with the known ones when the whole configuration is checked.
  const specs = families.has(familyId) ? families.get(familyId).parameters : [];
  const truth = Object.fromEntries(specs.map((spec) => [spec.name, spec.default]));
  const seen = new Set<string>();
  for (const part of text ? text.split(',') : []) {
    const [, name, number] = /^\s*(\w+)\s*=(.*)$/.exec(part) ?? [];
    const value = readNumber(number ?? '');
    if (!name || value === null) {
      throw new UsageError(`--truth must look like mu=125,sigma=30, got ${text}`);
    }
    if (seen.has(name)) throw new UsageError(`--truth gives ${name} twice`);
    seen.add(name);
    truth[name] = value;
  }
  return truth;
}
