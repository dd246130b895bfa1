import { estimators, estimatorsFor } from '../lib/estimators/index.ts';
import { decodings } from '../lib/decodings/index.ts';
import { families } from '../lib/families/index.ts';
import { streams } from '../lib/random/index.ts';
import { sources } from '../lib/sources/index.ts';
import { regimes } from '../lib/regimes/index.ts';
import type { Interval, ParameterSpec } from '../lib/types.ts';
import { ENSEMBLE_OPTIONS } from './ensembleOptions.ts';
import { describeOptions, listIds, type Option } from './options.ts';
import { DEFAULTS } from './runConfig.ts';
import { STATISTICS_OPTION } from './shown.ts';

/** Of an estimator that has settings of its own. */
export const ESTIMATOR_OPTION: Option = {
  name: 'estimator-option',
  value: 'NAME=NUMBER,…',
  help: "the estimator's own settings, listed below; may be given again for the next",
};

/** Every option of the command simulate. */
export const OPTIONS: readonly Option[] = [
  { name: 'family', value: 'ID', help: `family of distributions [${DEFAULTS.family}]` },
  { name: 'estimator', value: 'ID', help: "how it is fitted [the family's first, below]" },
  ESTIMATOR_OPTION,
  { name: 'regime', value: 'ID', help: `what a generation is fitted to [${DEFAULTS.regime}]` },
  {
    name: 'regime-option',
    value: 'NAME=NUMBER,…',
    help: "the regime's own settings, listed below; may be given again for the next",
  },
  {
    name: 'truth',
    value: 'NAME=NUMBER,…',
    help: "original distribution; parameters left out take the family's default",
  },
  { name: 'source', value: 'ID', help: 'where real data come from [the family itself]' },
  {
    name: 'source-option',
    value: 'NAME=NUMBER,…',
    help: "the source's own settings, listed below; may be given again for the next",
  },
  {
    name: 'source-file',
    value: 'FILE',
    help: 'what a source takes: numbers, one a line, or a text',
  },
  { name: 'decoding', value: 'ID', help: 'how the next type is picked [as the model has it]' },
  {
    name: 'decoding-option',
    value: 'NAME=NUMBER,…',
    help: "the decoding's own settings, listed below",
  },
  { name: 'n', value: 'COUNT', help: `values in each generation [${DEFAULTS.n}]` },
  { name: 'generations', value: 'COUNT', help: `generations at most [${DEFAULTS.generations}]` },
  { name: 'seed', value: 'TEXT', help: `same seed, same run [${DEFAULTS.seed}]` },
  { name: 'replicate', value: 'INDEX', help: "which of the seed's runs, counted from 0 [0]" },
  { name: 'stream', value: 'ID', help: `kind of random numbers [${DEFAULTS.stream}]` },
  STATISTICS_OPTION,
  { name: 'json', help: 'print one JSON object instead of CSV' },
  ...ENSEMBLE_OPTIONS,
];

/** What `simulate --help` prints, made from the registries. */
export function simulateHelp(): string {
  const known = families.all.map(({ id, parameters, statistics }) => {
    const truth = parameters.map((spec) => `${spec.name}=${spec.default}`).join(',');
    return `  ${id}: --truth ${truth}\n    estimators: ${listIds(estimatorsFor(id))}\n    statistics: ${statistics.map(({ name }) => name).join(', ')}\n`;
  });
  const set = settableEstimators();
  const real = sources.all.map(
    (source) =>
      `  ${source.id}: ${source.label}${source.takes ? ', from --source-file' : ''}\n${source.options.map(describeOption).join('')}`,
  );
  const policies = regimes.all.map(
    (regime) =>
      `  ${listIds([regime])}: ${regime.label}\n${regime.options.map(describeOption).join('')}`,
  );
  const ways = decodings.all.map(
    (decoding) =>
      `  ${listIds([decoding])}: ${decoding.label}\n${decoding.options.map(describeOption).join('')}`,
  );
  return `Usage: npm run --silent simulate -- [options]

Fit, simulate, fit: runs the recursion and prints the fit of each generation, t = 1 being the fit to the first data.
A run ends early with the first fit that has no answer. With --replicates, prints how the fits of that many runs spread.

${describeOptions(OPTIONS)}

Families:
${known.join('')}Estimators with settings, and what --estimator-option sets:
${set}Sources, and what --source-option sets:
${real.join('')}Regimes, and what --regime-option sets:
${policies.join('')}Decodings, for families of types, and what --decoding-option sets:
${ways.join('')}Streams: ${listIds(streams.all)}
`;
}

/** The estimators that have settings, of all families. */
export const settableEstimators = (): string =>
  estimators.all
    .filter(({ options }) => options)
    .map(
      ({ id, family, label, options = [] }) =>
        `  ${id}, of the ${family}: ${label}\n${options.map(describeOption).join('')}`,
    )
    .join('');

/** `share: Share of real values; 0 to 1 [0.1]`: name, label, legal values, default. */
function describeOption(spec: ParameterSpec): string {
  const whole = spec.integer ? 'whole, ' : '';
  return `    ${spec.name}: ${spec.label}; ${whole}${inWords(spec.domain)} [${spec.default}]\n`;
}

/** `0 to 1`, `above 0, at most 1`, `at least 2`. */
function inWords({ min, max, open }: Interval): string {
  const openMin = open === 'min' || open === 'both';
  const openMax = open === 'max' || open === 'both';
  if (Number.isFinite(min) && Number.isFinite(max) && !open) return `${min} to ${max}`;
  const low = min > -Infinity ? `${openMin ? 'above' : 'at least'} ${min}` : '';
  const high = max < Infinity ? `${openMax ? 'below' : 'at most'} ${max}` : '';
  return [low, high].filter(Boolean).join(', ') || 'any number';
}
