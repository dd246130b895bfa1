import type { JobInput, JobName, JobResult } from '../../lib/jobs/index.ts';
import type { WorkReport } from './worker.ts';

/** Silence after which a worker counts as lost. */
const PATIENCE = 10_000;

/** The reader cancelled: no error to show. */
export class Cancelled extends Error {}

/**
 * One worker, started when first needed and kept, since a fresh one has to warm up. A worker that dies or
 * falls silent is reported in words and replaced at the next order.
 */
export class Workshop {
  #worker: Worker | null = null;
  #order = 0;
  #abandon: ((reason: Error) => void) | null = null;

  /** Runs a job off the page's thread; an order still under way is cancelled first. */
  run<J extends JobName>(
    job: J,
    input: JobInput<J>,
    onProgress: (share: number) => void,
  ): Promise<JobResult<J>> {
    this.cancel();
    const id = ++this.#order;
    const worker = (this.#worker ??= new Worker(new URL('./worker.ts', import.meta.url), {
      type: 'module',
    }));
    return new Promise<JobResult<J>>((resolve, reject) => {
      let watchdog = 0;
      const settle = () => {
        clearTimeout(watchdog);
        this.#abandon = null;
      };
      const lose = (reason: Error) => {
        settle();
        worker.terminate();
        if (this.#worker === worker) this.#worker = null;
        reject(reason);
      };
      const wait = () => {
        clearTimeout(watchdog);
        watchdog = window.setTimeout(() => lose(new Error(LOST)), PATIENCE);
      };
      this.#abandon = lose;
      worker.onerror = () => lose(new Error(LOST));
      worker.onmessageerror = () => lose(new Error(LOST));
      worker.onmessage = ({ data }: MessageEvent<WorkReport>) => {
        if (data.id !== id) return;
        if ('progress' in data) {
          wait();
          onProgress(data.progress);
        } else if ('error' in data) lose(new Error(data.error));
        else {
          settle();
          resolve(data.result as JobResult<J>);
        }
      };
      wait();
      worker.postMessage({ id, job, input });
    });
  }

  /** Stops the order under way, if any; its promise rejects with Cancelled. */
  cancel(): void {
    this.#abandon?.(new Cancelled());
  }
}

const LOST =
  'The background worker that computes this run stopped. The last finished run is still shown; press Try again.';
