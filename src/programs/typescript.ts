import { checkConfig } from '../lib/config.ts';
import { USUAL_LEVELS } from '../lib/ensemble/bands.ts';
import { checkEnsemble } from '../lib/ensemble/config.ts';
import type { EnsembleConfig } from '../lib/ensemble/types.ts';
import { needsOf } from '../lib/registered.ts';
import type { Params, RunConfig } from '../lib/types.ts';
import { runLine } from './fileName.ts';
import { printedOf } from './printed.ts';
import { comment, titleOf } from './settings.ts';
import type { ProgramWriter } from './writer.ts';

const oneRun = {
  same: 'it makes the run on the page, digit for digit.',
  prints: ['It prints one line a generation: t, how many values were fitted, and the fit.'],
};
const manyRuns = {
  same: 'it makes the runs on the page, digit for digit.',
  prints: [
    'It prints a line for each generation in `at` and each parameter: t; how many runs still have a',
    'fit; of these the average of the parameter, and its quantiles.',
  ],
};

/**
 * A run or an ensemble as a TypeScript program: the engine itself, with the settings in front. Node
 * runs it as it stands.
 */
export const typescript: ProgramWriter = {
  id: 'typescript',
  label: 'TypeScript',
  extension: 'ts',
  run: 'node program.ts > run.csv',
  engine: (config) =>
    ['replicates' in config ? 'many' : 'run', ...needsOf(config).sort()].join('-'),
  write: (config, engine = '') => `${headOf(config)}\n${engine}`,
};

function headOf(given: RunConfig | EnsembleConfig): string {
  const many = 'replicates' in given ? checkEnsemble(given) : null;
  const { config, regime } = many?.run ?? checkConfig(given);
  const { same, prints } = many ? manyRuns : oneRun;
  const about = [
    ...titleOf(config, regime, { many: many !== null, plain: false }),
    '',
    'Here are your settings, and below them the engine of the page itself:',
    same,
    '',
    `Run it:  ${runLine(given, typescript)}`,
    'It needs Node 22.18 or newer, and nothing else.',
    ...prints,
  ];
  return `${comment('// ', about)}

// ---- Settings: change them and run it again ----

${many ? ensembleSettings(given as EnsembleConfig, many.config) : runSettings(config)}
`;
}

const runSettings = (config: RunConfig) => `const config: RunConfig = {
${fields(config)}
};`;

function ensembleSettings(
  given: EnsembleConfig,
  config: ReturnType<typeof checkEnsemble>['config'],
) {
  const at = printedOf(given.at && config.at, config.generations);
  return `const config: EnsembleConfig = {
${fields(config)}
  replicates: ${config.replicates}, // runs, each on its own
  at: ${list(at)}, // generations
  how: ${quoted(config.how)}, // 'literal' draws every value, 'sufficient' what the fit uses of them
};
const levels: readonly number[] = ${list(USUAL_LEVELS)}; // of the quantiles`;
}

const list = (numbers: readonly number[]) => `[${numbers.join(', ')}]`;

const object = (values: Params) =>
  `{ ${Object.entries(values)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ')} }`;

/** A text by a stranger as a literal in ASCII, whatever it holds. */
const quoted = (text: string) =>
  `'${JSON.stringify(text)
    .slice(1, -1)
    .replace(/\\"/g, '"')
    .replace(/'/g, "\\'")
    .replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}'`;

function fields(config: RunConfig): string {
  const { estimatorOptions, regimeOptions, source, column, text } = config;
  const { decoding, decodingOptions, replicate = 0 } = config;
  return [
    `family: ${quoted(config.family)},`,
    ...(source === undefined ? [] : [`source: ${quoted(source)}, // of the real values`]),
    ...(column ? [`column: ${list(column)},`] : []),
    ...(text === undefined ? [] : [`text: ${quoted(text)},`]),
    `truth: ${object(config.truth)}, // ${source === undefined ? 'the real distribution' : 'its options'}`,
    `estimator: ${quoted(config.estimator)},`,
    ...(estimatorOptions ? [`estimatorOptions: ${object(estimatorOptions)},`] : []),
    `regime: ${quoted(config.regime)},`,
    ...(regimeOptions ? [`regimeOptions: ${object(regimeOptions)},`] : []),
    ...(decoding === undefined ? [] : [`decoding: ${quoted(decoding)}, // how the next is picked`]),
    ...(decodingOptions ? [`decodingOptions: ${object(decodingOptions)},`] : []),
    `n: ${config.n}, // values in each generation`,
    `generations: ${config.generations}, // how many times a model is fitted`,
    `seed: ${quoted(config.seed)}, // any text`,
    `stream: ${quoted(config.stream)},`,
    ...(replicate > 0 ? [`replicate: ${replicate}, // which run of the seed, counted from 0`] : []),
  ]
    .map((line) => `  ${line}`)
    .join('\n');
}
