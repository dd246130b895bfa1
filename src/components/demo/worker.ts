import { jobs, type JobName } from '../../lib/jobs/index.ts';

/** What the page asks of the worker, and what comes back. */
export interface WorkOrder {
  readonly id: number;
  readonly job: JobName;
  readonly input: never;
}
export type WorkReport =
  | { readonly id: number; readonly progress: number }
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: string };

/** Often enough for a smooth bar, seldom enough to cost nothing. */
const REPORT_EVERY = 40;

const report = (message: WorkReport) => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<WorkOrder>) => {
  const { id, job, input } = data;
  try {
    const work = jobs[job](input);
    let reported = performance.now();
    let next = work.next();
    while (!next.done) {
      if (performance.now() - reported > REPORT_EVERY) {
        reported = performance.now();
        report({ id, progress: next.value });
      }
      next = work.next();
    }
    report({ id, result: next.value });
  } catch (error) {
    report({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
