import { jobs, type JobInput, type JobName, type JobResult } from '../../lib/jobs/index.ts';

/** Runs a job to its end, here and now. */
export function finish<J extends JobName>(job: J, input: JobInput<J>): JobResult<J> {
  const start = jobs[job] as (input: JobInput<J>) => Generator<number, JobResult<J>>;
  const work = start(input);
  let next = work.next();
  while (!next.done) next = work.next();
  return next.value;
}
