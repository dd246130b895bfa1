import { parentPort, workerData } from 'node:worker_threads';
import { ensembleSlice } from '../lib/ensemble/slice.ts';
import type { CompleteEnsemble } from '../lib/ensemble/types.ts';
import { buffersIn } from '../lib/jobs/buffersIn.ts';
import type { SliceOrder, SliceReport } from './ensemblePool.ts';

/** Milliseconds between two reports: often enough for a smooth bar. */
const REPORT_EVERY = 50;

if (!parentPort) throw new Error('this is a worker of the command simulate');
const port = parentPort;
const config = workerData as CompleteEnsemble;

port.on('message', ({ from, to }: SliceOrder) => {
  const work = ensembleSlice(config, from, to);
  let reported = performance.now();
  let next = work.next();
  for (; !next.done; next = work.next()) {
    if (performance.now() - reported < REPORT_EVERY) continue;
    reported = performance.now();
    port.postMessage({ share: next.value } satisfies SliceReport);
  }
  const slice = next.value;
  port.postMessage({ slice } satisfies SliceReport, buffersIn(slice));
});
