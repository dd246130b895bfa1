import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { cutInto } from '../lib/ensemble/slice.ts';
import type { CompleteEnsemble, EnsembleSlice } from '../lib/ensemble/types.ts';

/** What a worker is asked for. */
export interface SliceOrder {
  readonly from: number;
  readonly to: number;
}

/** What it answers: now and then the share done, at last the slice. */
export type SliceReport = { readonly share: number } | { readonly slice: EnsembleSlice };

/** A worker stopped before its work was done. */
export class WorkerFailure extends Error {
  override readonly name = 'WorkerFailure';
}

interface PoolOptions {
  /** At most as many as the machine has processors, and so many if absent. */
  readonly workers?: number | undefined;
  /** Gets the share done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** What the workers run: for tests. */
  readonly script?: URL;
}

/** Pieces that each worker gets, about: so many that all finish at nearly the same time. */
const PIECES = 8;

/**
 * All slices of an ensemble, made by worker threads. The ensemble is the same for any number of
 * them. Rejects with a WorkerFailure of one line if a worker fails; the others are stopped then.
 */
export function makeSlices(
  config: CompleteEnsemble,
  {
    workers = Infinity,
    onProgress = () => undefined,
    script = new URL('ensembleWorker.ts', import.meta.url),
  }: PoolOptions = {},
): Promise<EnsembleSlice[]> {
  const hands = Math.min(workers, availableParallelism());
  const cuts = cutInto(Math.ceil(config.replicates / (hands * PIECES)), config.replicates);
  const orders = [...cuts];
  const slices: EnsembleSlice[] = [];
  const shares = new Map<Worker, number>();
  const pool = cuts.slice(0, hands).map(() => new Worker(script, { workerData: config }));
  const stop = () => Promise.all(pool.map((worker) => worker.terminate()));
  return new Promise<EnsembleSlice[]>((resolve, reject) => {
    const fail = (why: string) => reject(new WorkerFailure(`a worker failed: ${why}`));
    for (const worker of pool) {
      const next = () => {
        const order = orders.shift();
        if (order) worker.postMessage(order satisfies SliceOrder);
      };
      worker.on('message', (report: SliceReport) => {
        if ('slice' in report) slices.push(report.slice);
        shares.set(worker, 'share' in report ? report.share : 0);
        const underWay = [...shares.values()].reduce((sum, share) => sum + share, 0);
        onProgress((slices.length + underWay) / cuts.length);
        if (slices.length === cuts.length) resolve(slices);
        else if ('slice' in report) next();
      });
      worker.on('error', (error) => fail(firstLine(error)));
      worker.on('exit', (code) => fail(`it stopped with exit code ${code}`));
      next();
    }
  }).finally(stop);
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.trim().replace(/\n[^]*/, '');
}
