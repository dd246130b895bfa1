import type { RunConfig } from '../types.ts';
import type { ProgramWriter } from './writer.ts';

/** Lower-case letters, digits and single hyphens of `text`, at most 40 of them. */
const slug = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');

/**
 * A name for the program's file that every system takes: the method, n and what is readable of the
 * seed, for example `fit-simulate-fit-unbiased-variance-n200-12345.R`.
 */
export function fileName(config: RunConfig, writer: ProgramWriter): string {
  const parts = ['fit-simulate-fit', config.estimator, `n${config.n}`, config.seed].map(slug);
  return `${parts.filter(Boolean).join('-')}.${writer.extension}`;
}

/** How to run the file that `fileName` names, in one line. */
export function runLine(config: RunConfig, writer: ProgramWriter): string {
  return writer.run.replace(`program.${writer.extension}`, fileName(config, writer));
}
