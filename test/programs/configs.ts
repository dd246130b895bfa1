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
