import { buffersIn } from '../../lib/jobs/buffersIn.ts';
import { jobNamed, type JobName } from '../../lib/jobs/index.ts';
import { breath } from './stretches.ts';

/** What a page may have registered besides what every page has. */
const parts = import.meta.glob(['../../lib/with*.ts']);

/** One piece of a job to make, or word that the piece under way is not wanted any more. */
export type WorkOrder =
  | {
      readonly id: number;
      readonly job: JobName;
      readonly piece: unknown;
      /** Names of the parts that the piece needs. */
      readonly needs: readonly string[];
    }
  | { readonly stop: true };

export type WorkReport =
  /** The worker has started, and can be given orders. */
  | { readonly ready: true }
  | { readonly id: number; readonly progress: number }
  | { readonly id: number; readonly made: unknown }
  | { readonly id: number; readonly error: string }
  /**
   * What the piece needs could not be loaded: another may be able to make it, this worker is not.
   */
  | { readonly id: number; readonly unable: true };

/** Often enough for a smooth bar, and for hearing soon of a stop. */
const BREATHE_EVERY = 30;

let current = 0;

addEventListener('message', ({ data }: MessageEvent<WorkOrder>) => {
  if ('stop' in data) current = 0;
  else void make(data.id, data.job, data.piece, data.needs);
});

async function make(
  id: number,
  job: JobName,
  piece: unknown,
  needs: readonly string[],
): Promise<void> {
  current = id;
  try {
    for (const need of needs) {
      const part = parts[`../../lib/${need}.ts`];
      if (!part) throw new Error(`no part ${need}`);
      await part();
    }
  } catch {
    postMessage({ id, unable: true } satisfies WorkReport);
    return;
  }
  if (current !== id) return;
  try {
    const work = jobNamed(job).make(piece);
    let breathed = performance.now();
    let next = work.next();
    while (!next.done) {
      if (performance.now() - breathed > BREATHE_EVERY) {
        postMessage({ id, progress: next.value } satisfies WorkReport);
        await breath();
        if (current !== id) return;
        breathed = performance.now();
      }
      next = work.next();
    }
    const made = next.value;
    postMessage({ id, made } satisfies WorkReport, { transfer: buffersIn(made) });
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    postMessage({ id, error: text } satisfies WorkReport);
  }
}

postMessage({ ready: true } satisfies WorkReport);
