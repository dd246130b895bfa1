#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { estimatorFor, estimatorsFor } from '../lib/estimators/index.ts';
import { failureText } from '../lib/failures.ts';
import { families } from '../lib/families/index.ts';
import { logLikelihood } from '../lib/logLikelihood.ts';
import { readColumn } from './column.ts';
import { csvLine, fitCells } from './csv.ts';
import { main } from './main.ts';
import { describeOptions, listIds, readCommandLine, type Option } from './options.ts';
import { UsageError } from './usage.ts';

const DEFAULTS = { family: 'normal', estimator: 'unbiased-variance' };

const OPTIONS: readonly Option[] = [
  { name: 'family', value: 'ID', help: `family of distributions [${DEFAULTS.family}]` },
  { name: 'estimator', value: 'ID', help: `how it is fitted [${DEFAULTS.estimator}]` },
  { name: 'json', help: 'print one JSON object instead of CSV' },
];

function help(): string {
  const known = families.all.map(({ id }) => `  ${id}: ${listIds(estimatorsFor(id))}\n`);
  return `Usage: npm run --silent fit -- [options] FILE

Fits a family to a column of numbers, one a line; FILE may be - for standard input.

${describeOptions(OPTIONS)}

Families and their estimators:
${known.join('')}`;
}

async function readInput(operands: readonly string[]): Promise<string> {
  const [file, extra] = operands;
  if (file === undefined) throw new UsageError('missing file: name one, or - for standard input');
  if (extra !== undefined) throw new UsageError(`unexpected argument: ${extra}`);
  if (file === '-') return text(process.stdin);
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'no such file' : code === 'EISDIR' ? 'a directory' : code;
    throw new UsageError(`cannot read ${file}: ${why}`);
  }
}

function lookUp<T>(find: () => T): T {
  try {
    return find();
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

async function* fit(args: readonly string[]): AsyncGenerator<string> {
  const { values, switches, operands } = readCommandLine(args, OPTIONS);
  if (switches.has('help')) return yield help();
  const asked = { ...DEFAULTS, ...values };
  const family = lookUp(() => families.get(asked.family));
  const estimator = lookUp(() => estimatorFor(family.id, asked.estimator));
  const column = readColumn(await readInput(operands));
  if (column.heading !== null) {
    process.stderr.write(`fit: line 1 is taken for a heading: ${column.heading}\n`);
  }
  const found = estimator.fit(column.values);
  const n = column.values.length;
  if (switches.has('json')) {
    const said = { family: family.id, estimator: estimator.id, n };
    const answer = found.ok
      ? {
          ok: true,
          ...said,
          params: found.params,
          logLikelihood: logLikelihood(family, found.params, column.values),
          ...(estimator.standardErrors && {
            standardErrors: estimator.standardErrors(found.params, n),
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
  const names = family.parameters.map((spec) => spec.name);
  yield csvLine(['n', ...names, 'ok', 'reason']);
  yield csvLine([n, ...fitCells(found, names)]);
}

await main('fit', fit);
