import { drain } from '../../lib/drain.ts';
import { jobNamed, type JobInput, type JobName, type JobResult } from '../../lib/jobs/index.ts';
import type { Settings } from '../../settings/fields.ts';
import type { Viewed } from '../charts/figure.ts';
import type { Demo } from '../demos/shared/demo.ts';

/** Does a job to its end, resumable: yields after each small step. */
export function* finishing<J extends JobName>(
  job: J,
  input: JobInput<J>,
): Generator<unknown, JobResult<J>> {
  const { pieces, make, join } = jobNamed(job);
  const made: unknown[] = [];
  for (const piece of pieces(input)) made.push(yield* make(piece));
  return (yield* join(input, made)) as JobResult<J>;
}

/** Does a job to its end, here and now. */
export const finish = <J extends JobName>(job: J, input: JobInput<J>): JobResult<J> =>
  drain(finishing(job, input));

/** A result as the demo's pictures take it: with what they need of the settings. */
export const viewed = <J extends JobName, Choices>(
  demo: Demo<J, Choices>,
  result: JobResult<J>,
  settings: Settings,
) => ({ ...result, view: demo.view?.(settings) }) as Viewed<JobResult<J>, Choices>;

/** What a demo shows with these settings. */
export const shownWith = <J extends JobName, Choices>(demo: Demo<J, Choices>, settings: Settings) =>
  viewed(demo, finish(demo.job, demo.input(settings)), settings);
