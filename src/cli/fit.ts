#!/usr/bin/env node
import { buffer } from 'node:stream/consumers';
import { estimatorFor, estimatorsFor } from '../lib/estimators/index.ts';
import { setEstimator } from '../lib/estimators/set.ts';
import { failureText } from '../lib/failures.ts';
import { families } from '../lib/families/index.ts';
import { logLikelihood } from '../lib/logLikelihood.ts';
import { readColumn } from './column.ts';
import { csvLine, fitCells } from './csv.ts';
import { main } from './main.ts';
import { say } from './output.ts';
import { readEstimatorOptions, usualEstimator } from './runConfig.ts';
import { ESTIMATOR_OPTION, settableEstimators } from './simulateHelp.ts';
import { shownNumbers, shownOf } from './shown.ts';
import { describeOptions, listIds, readCommandLine, unexpected, type Option } from './options.ts';
import { readTextFile, textOf } from './textFile.ts';
import { UsageError } from './usage.ts';

const DEFAULTS = { family: 'normal' };

const OPTIONS: readonly Option[] = [
  { name: 'family', value: 'ID', help: `family of distributions [${DEFAULTS.family}]` },
  { name: 'estimator', value: 'ID', help: "how it is fitted [the family's first, below]" },
  ESTIMATOR_OPTION,
  {
    name: 'column',
    value: 'COLUMN',
    help: 'of a table: its number, all for the numbers of every column, comma for decimal commas',
  },
  { name: 'json', help: 'print one JSON object instead of CSV' },
];

function help(): string {
  const known = families.all.map(({ id }) => `  ${id}: ${listIds(estimatorsFor(id))}\n`);
  return `Usage: npm run --silent fit -- [options] FILE

Fits a family to a column of numbers, one a line; FILE may be - for standard input. The first line may be a heading, blank
lines do no harm, and decimal commas are read where they cannot be anything else. What is decided so is said.

${describeOptions(OPTIONS)}

Families and their estimators:
${known.join('')}Estimators with settings, and what --estimator-option sets:
${settableEstimators()}`;
}

/** The text of FILE, or of standard input. */
async function readInput(operands: readonly string[]): Promise<string> {
  const [file, extra] = operands;
  if (file === undefined) throw new UsageError('missing file: name one, or - for standard input');
  if (extra !== undefined) throw new UsageError(unexpected(extra));
  if (file !== '-') return readTextFile(file);
  const bytes = await buffer(process.stdin);
  return textOf(file, () => bytes);
}

function lookUp<T>(find: () => T): T {
  try {
    return find();
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/**
 * JSON has no infinity: where a value lies outside the fitted distribution's support, a sentence
 * says so.
 */
const likelihood = (logLikelihood: number) =>
  Number.isFinite(logLikelihood)
    ? { logLikelihood }
    : {
        noLogLikelihood:
          'A value lies where the fitted distribution has none, so there is no likelihood.',
      };

async function* fit(args: readonly string[]): AsyncGenerator<string> {
  const { values, all, switches, operands } = readCommandLine(args, OPTIONS);
  if (switches.has('help')) return yield help();
  const { family: id, estimator: how = usualEstimator(id) } = { ...DEFAULTS, ...values };
  const family = lookUp(() => families.get(id));
  const { estimator, options } = lookUp(() =>
    setEstimator(estimatorFor(family.id, how), readEstimatorOptions(all['estimator-option'] ?? [])),
  );
  const column = readColumn(await readInput(operands), values.column);
  for (const note of column.notes) say('fit', note);
  const found = estimator.fit(column.values);
  const n = column.values.length;
  const shown = shownOf(family);
  if (switches.has('json')) {
    const set = estimator.options && { estimatorOptions: options };
    const said = { family: family.id, estimator: estimator.id, ...set, n };
    const answer = found.ok
      ? {
          ok: true,
          ...said,
          ...shownNumbers(found.model, shown, null),
          ...(family.line && likelihood(logLikelihood(family.line, found.model, column.values))),
          ...(estimator.standardErrors && {
            standardErrors: estimator.standardErrors(found.model, n),
          }),
        }
      : {
          ok: false,
          reason: found.reason,
          message: failureText(found.reason),
          ...said,
          ...(found.normalLimit && { normalLimit: found.normalLimit }),
        };
    return yield `${JSON.stringify(answer)}\n`;
  }
  yield csvLine(['n', ...shown.all.map(({ name }) => name), 'ok', 'reason']);
  yield csvLine([n, ...fitCells(found, shown.all, null)]);
}

await main({ name: 'fit', options: OPTIONS, run: fit });
