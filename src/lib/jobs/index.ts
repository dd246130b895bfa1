import { ensembles } from './ensembles.ts';
import { fits } from './fits.ts';
import type { Job } from './job.ts';
import { passages } from './passages.ts';
import { oneRun } from './run.ts';
import { shapes } from './shapes.ts';
import { tails } from './tails.ts';
import { texts } from './texts.ts';

/** Every computation that a demo may ask for. A new one is its file and a line here. */
export const jobs = { run: oneRun, ensembles, passages, shapes, fits, texts, tails };

type Jobs = typeof jobs;
export type JobName = keyof Jobs;
export type JobInput<J extends JobName> = Parameters<Jobs[J]['pieces']>[0];
export type JobResult<J extends JobName> =
  ReturnType<Jobs[J]['join']> extends Generator<unknown, infer Result>
    ? NonNullable<Result>
    : never;

/**
 * A job of which only this is known: its pieces may be handed to its own `make`, and what comes
 * back to `join`.
 */
export type AnyJob = Job<unknown, unknown, unknown, unknown>;

/** The job by name, for code that hands on what it does not look into. */
export const jobNamed = (name: JobName) => jobs[name] as unknown as AnyJob;
