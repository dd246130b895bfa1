import { jobs, type JobInput, type JobName, type JobResult } from '../../lib/jobs/index.ts';

/** Runs a job to its end, here and now. */
export function finish<J extends JobName>(job: J, input: JobInput<J>): JobResult<J> {
  const work = jobs[job](input);
  let next = work.next();
  while (!next.done) next = work.next();
  return next.value as JobResult<J>;
}
