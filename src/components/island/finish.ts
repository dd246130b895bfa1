import { drain } from '../../lib/drain.ts';
import { jobNamed, type JobInput, type JobName, type JobResult } from '../../lib/jobs/index.ts';

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
