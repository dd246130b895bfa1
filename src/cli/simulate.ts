#!/usr/bin/env node
import { checkConfig } from '../lib/config.ts';
import { estimatorsFor } from '../lib/estimators/index.ts';
import { families } from '../lib/families/index.ts';
import { streams } from '../lib/random/index.ts';
import { generations } from '../lib/recursion.ts';
import { regimes } from '../lib/regimes/index.ts';
import type { GenerationRecord, Params, RunConfig } from '../lib/types.ts';
import { csvLine, fitCells } from './csv.ts';
import { main } from './main.ts';
import { readNumber } from './numbers.ts';
import { describeOptions, listIds, readCommandLine, type Option } from './options.ts';
import { UsageError } from './usage.ts';

/** What is run where the command line says nothing: the source article's setting. */
const DEFAULTS = {
  family: 'normal',
  estimator: 'unbiased-variance',
  regime: 'replace',
  n: '200',
  generations: '500',
  seed: '12345',
  stream: 'keyed',
};

const OPTIONS: readonly Option[] = [
  { name: 'family', value: 'ID', help: `family of distributions [${DEFAULTS.family}]` },
  { name: 'estimator', value: 'ID', help: `how it is fitted [${DEFAULTS.estimator}]` },
  { name: 'regime', value: 'ID', help: `what a generation is fitted to [${DEFAULTS.regime}]` },
  {
    name: 'truth',
    value: 'NAME=NUMBER,…',
    help: "original distribution; parameters left out take the family's default",
  },
  { name: 'n', value: 'COUNT', help: `values in each generation [${DEFAULTS.n}]` },
  { name: 'generations', value: 'COUNT', help: `generations at most [${DEFAULTS.generations}]` },
  { name: 'seed', value: 'TEXT', help: `same seed, same run [${DEFAULTS.seed}]` },
  { name: 'stream', value: 'ID', help: `kind of random numbers [${DEFAULTS.stream}]` },
  { name: 'json', help: 'print one JSON object instead of CSV' },
];

function help(): string {
  const known = families.all.map(({ id, parameters }) => {
    const truth = parameters.map((spec) => `${spec.name}=${spec.default}`).join(',');
    return `  ${id}: --truth ${truth}\n    estimators: ${listIds(estimatorsFor(id))}\n`;
  });
  return `Usage: npm run --silent simulate -- [options]

Fit, simulate, fit: runs the recursion and prints the fit of each generation, t = 1 being the fit to the first data.
A run ends early with the first fit that has no answer.

${describeOptions(OPTIONS)}

Families:
${known.join('')}Regimes: ${listIds(regimes.all)}
Streams: ${listIds(streams.all)}
`;
}

function readConfig(values: Readonly<Record<string, string>>): RunConfig {
  const asked = { ...DEFAULTS, ...values };
  return {
    family: asked.family,
    truth: readTruth(asked.family, values.truth ?? ''),
    estimator: asked.estimator,
    regime: asked.regime,
    n: readCount('n', asked.n),
    generations: readCount('generations', asked.generations),
    seed: asked.seed,
    stream: asked.stream,
  };
}

function readCount(name: string, text: string): number {
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

function* simulate(args: readonly string[]): Generator<string> {
  const { values, switches, operands } = readCommandLine(args, OPTIONS);
  if (switches.has('help')) return yield help();
  if (operands.length > 0) throw new UsageError(`unexpected argument: ${operands[0]}`);
  const { config, family } = checkConfig(readConfig(values));
  if (switches.has('json')) {
    const records: GenerationRecord[] = [];
    for (const { t, trainingSize, fit } of generations(config))
      records.push({ t, trainingSize, fit });
    return yield `${JSON.stringify({ config, records })}\n`;
  }
  const names = family.parameters.map((spec) => spec.name);
  yield csvLine(['t', 'trainingSize', ...names, 'ok', 'reason']);
  for (const { t, trainingSize, fit } of generations(config)) {
    yield csvLine([t, trainingSize, ...fitCells(fit, names)]);
  }
}

await main('simulate', simulate);
