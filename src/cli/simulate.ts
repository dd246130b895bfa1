#!/usr/bin/env node
import { checkConfig } from '../lib/config.ts';
import { generationsOf } from '../lib/recursion.ts';
import type { RunConfig } from '../lib/types.ts';
import { csvLine, fitCells } from './csv.ts';
import type { EnsembleOrder } from './ensemble.ts';
import { ENSEMBLE_OPTIONS } from './ensembleOptions.ts';
import { main } from './main.ts';
import { readCommandLine, unexpected } from './options.ts';
import { readConfig, readCount } from './runConfig.ts';
import { shownFit, shownOf } from './shown.ts';
import { OPTIONS, simulateHelp } from './simulateHelp.ts';
import { UsageError } from './usage.ts';

function* printRun(config: RunConfig, json: boolean, asked?: string): Generator<string> {
  const checked = checkConfig(config);
  const { config: complete, family, original } = checked;
  const shown = shownOf(family, asked);
  if (json) {
    const records = [];
    for (const { t, trainingSize, fit } of generationsOf(checked))
      records.push({ t, trainingSize, fit: shownFit(fit, shown, original) });
    return yield `${JSON.stringify({ config: complete, records })}\n`;
  }
  const names = shown.all.map(({ name }) => name);
  yield csvLine(['t', 'trainingSize', ...names, 'ok', 'reason']);
  for (const { t, trainingSize, fit } of generationsOf(checked)) {
    yield csvLine([t, trainingSize, ...fitCells(fit, shown.all, original)]);
  }
}

function simulate(args: readonly string[]): Iterable<string> | AsyncIterable<string> {
  const { values, all, switches, operands } = readCommandLine(args, OPTIONS);
  if (switches.has('help')) return [simulateHelp()];
  const [strange] = operands;
  if (strange !== undefined) throw new UsageError(unexpected(strange));
  const config = readConfig({ values, all });
  const replicates = readCount('replicates', values.replicates ?? '1');
  const json = switches.has('json');
  if (replicates !== 1 && config.replicate !== undefined) {
    throw new UsageError('--replicate is for a single run, --replicates for many');
  }
  if (replicates !== 1) return printEnsemble({ config, replicates, values, json });
  const idle = ENSEMBLE_OPTIONS.find(({ name }) => name !== 'replicates' && name in values);
  if (idle) throw new UsageError(`--${idle.name} is for --replicates above 1`);
  return printRun(config, json, values.statistics);
}

/** Loaded when asked for: a single run starts sooner without it. */
async function* printEnsemble(order: EnsembleOrder): AsyncGenerator<string> {
  const { ensembleText } = await import('./ensemble.ts');
  yield* ensembleText(order);
}

await main({ name: 'simulate', options: OPTIONS, run: simulate });
