import type { EnsembleConfig } from '../lib/ensemble/types.ts';
import type { RunConfig } from '../lib/types.ts';
import type { ProgramWriter } from './writer.ts';

/** Lower-case letters, digits and single hyphens of `text`, at most 40 of them. */
const slug = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');

/** The regime that goes without saying. */
const UNSAID = new Map([['replace', '']]);

/**
 * A name for the program's file that every system takes: how many runs, the method, the regime, n,
 * what is readable of the seed, and which run of it. For example
 * `fit-simulate-fit-unbiased-variance-n200-12345.R`, `…-12345-run-7.R`,
 * `fit-simulate-fit-10000-runs-unbiased-variance-n200-12345.R`.
 */
export function fileName(config: RunConfig | EnsembleConfig, writer: ProgramWriter): string {
  const [runs, run] =
    'replicates' in config
      ? [`${config.replicates}-runs`, '']
      : ['', config.replicate ? `run-${config.replicate}` : ''];
  const { estimator, n, seed } = config;
  const regime = UNSAID.get(config.regime) ?? config.regime;
  const parts = ['fit-simulate-fit', runs, estimator, regime, `n${n}`, seed, run];
  return `${parts.map(slug).filter(Boolean).join('-')}.${writer.extension}`;
}

/**
 * How to run the file that `fileName` names, in one line; what an ensemble prints goes to
 * `ensemble.csv`.
 */
export function runLine(config: RunConfig | EnsembleConfig, writer: ProgramWriter): string {
  const line = 'replicates' in config ? writer.run.replace('run.csv', 'ensemble.csv') : writer.run;
  return line.replace(`program.${writer.extension}`, fileName(config, writer));
}
