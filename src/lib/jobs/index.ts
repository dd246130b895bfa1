import { ensembleJob } from './ensemble.ts';
import { runJob } from './run.ts';

/**
 * Work that can be done in slices or in a worker: generators that yield the share done and return a
 * result made of plain objects and typed arrays.
 */
export const jobs = { run: runJob, ensemble: ensembleJob };

export type Jobs = typeof jobs;
export type JobName = keyof Jobs;
export type JobInput<J extends JobName> = Parameters<Jobs[J]>[0];
export type JobResult<J extends JobName> =
  ReturnType<Jobs[J]> extends Generator<number, infer Result> ? Result : never;
