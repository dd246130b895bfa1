import { drain } from '../../lib/drain.ts';
import { jobNamed, type JobInput, type JobName, type JobResult } from '../../lib/jobs/index.ts';

/** Does a job to its end, here and now. */
export function finish<J extends JobName>(job: J, input: JobInput<J>): JobResult<J> {
  const { pieces, make, join } = jobNamed(job);
  const made = pieces(input).map((piece) => drain(make(piece)));
  return drain(join(input, made)) as JobResult<J>;
}
