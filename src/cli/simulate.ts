#!/usr/bin/env node
import { checkConfig } from '../lib/config.ts';
import { estimatorsFor } from '../lib/estimators/index.ts';
import { families } from '../lib/families/index.ts';
import { streams } from '../lib/random/index.ts';
import { generations } from '../lib/recursion.ts';
import { regimes } from '../lib/regimes/index.ts';
import type { GenerationRecord, RunConfig } from '../lib/types.ts';
import { csvLine, fitCells } from './csv.ts';
import type { EnsembleOrder } from './ensemble.ts';
import { ENSEMBLE_OPTIONS } from './ensembleOptions.ts';
import { main } from './main.ts';
import { describeOptions, listIds, readCommandLine, type Option } from './options.ts';
import { DEFAULTS, readConfig, readCount } from './runConfig.ts';
import { UsageError } from './usage.ts';

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
  { name: 'replicate', value: 'INDEX', help: "which of the seed's runs, counted from 0 [0]" },
  { name: 'stream', value: 'ID', help: `kind of random numbers [${DEFAULTS.stream}]` },
  { name: 'json', help: 'print one JSON object instead of CSV' },
  ...ENSEMBLE_OPTIONS,
];

function help(): string {
  const known = families.all.map(({ id, parameters }) => {
    const truth = parameters.map((spec) => `${spec.name}=${spec.default}`).join(',');
    return `  ${id}: --truth ${truth}\n    estimators: ${listIds(estimatorsFor(id))}\n`;
  });
  return `Usage: npm run --silent simulate -- [options]

Fit, simulate, fit: runs the recursion and prints the fit of each generation, t = 1 being the fit to the first data.
A run ends early with the first fit that has no answer. With --replicates, prints how the fits of that many runs spread.

${describeOptions(OPTIONS)}

Families:
${known.join('')}Regimes: ${listIds(regimes.all)}
Streams: ${listIds(streams.all)}
`;
}

function* printRun(config: RunConfig, json: boolean): Generator<string> {
  const { config: complete, family } = checkConfig(config);
  if (json) {
    const records: GenerationRecord[] = [];
    for (const { t, trainingSize, fit } of generations(complete))
      records.push({ t, trainingSize, fit });
    return yield `${JSON.stringify({ config: complete, records })}\n`;
  }
  const names = family.parameters.map((spec) => spec.name);
  yield csvLine(['t', 'trainingSize', ...names, 'ok', 'reason']);
  for (const { t, trainingSize, fit } of generations(complete)) {
    yield csvLine([t, trainingSize, ...fitCells(fit, names)]);
  }
}

function simulate(args: readonly string[]): Iterable<string> | AsyncIterable<string> {
  const { values, switches, operands } = readCommandLine(args, OPTIONS);
  if (switches.has('help')) return [help()];
  if (operands.length > 0) throw new UsageError(`unexpected argument: ${operands[0]}`);
  const config = readConfig(values);
  const replicates = readCount('replicates', values.replicates ?? '1');
  const json = switches.has('json');
  if (replicates !== 1 && config.replicate !== undefined) {
    throw new UsageError('--replicate is for a single run, --replicates for many');
  }
  if (replicates !== 1) return printEnsemble({ config, replicates, values, json });
  const idle = ENSEMBLE_OPTIONS.find(({ name }) => name !== 'replicates' && name in values);
  if (idle) throw new UsageError(`--${idle.name} is for --replicates above 1`);
  return printRun(config, json);
}

/** Loaded when asked for: a single run starts sooner without it. */
async function* printEnsemble(order: EnsembleOrder): AsyncGenerator<string> {
  const { ensembleText } = await import('./ensemble.ts');
  yield* ensembleText(order);
}

await main('simulate', simulate);
