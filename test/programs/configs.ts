import type { EnsembleConfig } from '../../src/lib/ensemble/types.ts';
import type { RunConfig } from '../../src/lib/types.ts';

/** The first graph of the source. */
export const firstGraph: RunConfig = {
  family: 'normal',
  truth: { mu: 125, sigma: 30 },
  estimator: 'unbiased-variance',
  regime: 'replace',
  n: 200,
  generations: 500,
  seed: '12345',
  stream: 'source',
};

/** The same settings, on the language's own random numbers. */
export const keyed: RunConfig = { ...firstGraph, stream: 'keyed' };

/** Many runs with these settings. */
export const ensemble: EnsembleConfig = { ...keyed, replicates: 10_000 };

export const estimatorIds = [
  'unbiased-variance',
  'maximum-likelihood',
  'unbiased-standard-deviation',
  'unbiased-log',
] as const;

/** With the one that is no multiple of the standard deviation. */
export const allEstimatorIds = [...estimatorIds, 'prior'] as const;

/** The lognormal with a threshold: the real distribution of the source, and its seed. */
export const lognormalRun: RunConfig = {
  ...firstGraph,
  family: 'lognormal3',
  truth: { threshold: 10, meanlog: 2, sdlog: 0.5 },
  estimator: 'mle',
  generations: 3,
  seed: '123',
};

export const lognormalEstimatorIds = [
  'mle',
  'mle-unbiased-scale',
  'zero-skewness',
  'moments',
  'unbiased-moments',
  'modified-moments',
  'royston',
] as const;

/**
 * Every regime but replace, with options that are far from having no effect. Of 15 values 0.3 is
 * 4.5: a half.
 */
export const regimeCases = [
  { regime: 'fresh-real', regimeOptions: { share: 0.3 } },
  { regime: 'fixed-real', regimeOptions: { share: 0.3 } },
  { regime: 'accumulate', regimeOptions: {} },
  { regime: 'accumulate-fresh', regimeOptions: { share: 0.3 } },
  { regime: 'accumulate-subsample', regimeOptions: {} },
  { regime: 'weighted', regimeOptions: { share: 0.3, weight: 0.75 } },
  { regime: 'growing', regimeOptions: { power: 1.25 } },
  { regime: 'growing-geometric', regimeOptions: { ratio: 1.4 } },
  { regime: 'truncated', regimeOptions: { cut: 1.5 } },
  { regime: 'soft-selection', regimeOptions: { target: -1, width: 1.25 } },
  { regime: 'sharpened', regimeOptions: { lambda: 0.7 } },
] as const;

/** Those that have a program for the lognormal with a threshold. */
export const lognormalRegimeIds = [
  'fresh-real',
  'fixed-real',
  'accumulate',
  'accumulate-fresh',
  'accumulate-subsample',
  'growing',
  'growing-geometric',
  'truncated',
] as const;

const types = {
  ...{ ...keyed, family: 'categorical', estimator: 'maximum-likelihood' },
  ...{ n: 60, generations: 6 },
};

/** Words of a text. */
export const wordRun: RunConfig = {
  ...{ ...types, source: 'text', truth: {} },
  text: `What is not drawn once is gone, and it never comes back. What is drawn twice is not gone,
    and what is drawn twice again is on its way to be all there is. A word that is gone can be in
    no copy of a copy; a word that is common can be gone too, if there are copies enough.`,
};

/** Types without names, of which a sample always misses some: by the law of Zipf, or all equal. */
export const zipfRun: RunConfig = {
  ...types,
  ...{ source: 'zipf', truth: { size: 120, a: 1.25, b: 2.5 } },
};
export const equalRun: RunConfig = { ...types, truth: { equal: 25 } };

/** The policies that have programs for words. */
export const wordRegimeCases = [
  { regime: 'replace' },
  { regime: 'fresh-real', regimeOptions: { share: 0.3 } },
  { regime: 'fixed-real', regimeOptions: { share: 0.3 } },
  { regime: 'accumulate' },
  { regime: 'accumulate-fresh', regimeOptions: { share: 0.3 } },
  { regime: 'accumulate-subsample' },
] as const;

/** Words and types: all that have programs, under every policy, or colder, or hotter. */
export const wordRuns: readonly RunConfig[] = [
  ...['categorical', 'ngram-2', 'ngram-3'].map((family): RunConfig => ({ ...wordRun, family })),
  ...[zipfRun, equalRun],
].flatMap((base) => [
  ...wordRegimeCases.map((change): RunConfig => ({ ...base, ...change })),
  ...[0.6, 1.5].map((tau): RunConfig => ({
    ...{ ...base, ...wordRegimeCases[1] },
    ...{ decoding: 'temperature', decodingOptions: { tau } },
  })),
]);

/** Seeds that try to end a comment or a string, to start a command, or to hide something. */
export const nastySeeds = [
  '*/ %put broken; /*',
  '&sysuserid %abort; run; quit;',
  '%let n = 1; %macro x',
  '"); quit(status = 7); ("',
  "'); import os; os._exit(7) #",
  '"""\nraise SystemExit(7)\n"""',
  'line one\nquit(status = 7)',
  'carriage\rprocess.exit(7)',
  'separator\u2028process.exit(7)',
  'next line\u0085process.exit(7)',
  '`${process.exit(7)}`',
  '*/ process.exit(7) /*',
  'ends in a backslash \\',
  '\\u002a\\u002f process.exit(7)',
  'nul\0 and escape \u001b[31m',
  'right to left \u202e olleh',
  'zażółć gęślą 模型 🦆',
  'half a pair \ud83e',
  ' ',
  '0',
  '-1',
  '007',
  '1e5',
  '99999999999999999999',
  '/',
  '--',
  'x'.repeat(64),
];
