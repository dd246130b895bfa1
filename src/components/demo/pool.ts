import { families } from '../../lib/families/index.ts';
import { regimes } from '../../lib/regimes/index.ts';
import type { JobName } from '../../lib/jobs/index.ts';
import type { Need, WorkOrder, WorkReport } from './worker.ts';

/** What this page has registered besides what every page has: the worker needs it too. */
const REGISTERED: Readonly<Record<Need, () => boolean>> = {
  lognormals: () => families.has('lognormal'),
  regimes: () => regimes.has('accumulate'),
};
const NEEDS = Object.keys(REGISTERED) as Need[];

/** Silence after which a worker counts as lost, in milliseconds: one that lives reports every 30. */
const PATIENCE = 4_000;

/** More would wait for each other, and each has its own memory. */
const MOST_WORKERS = 8;

/** How often one piece may be taken up again after its worker was lost. */
const RETRIES = 2;

/** One piece of somebody's job, and whom to tell. */
export interface Errand {
  readonly job: JobName;
  readonly piece: unknown;
  onProgress(share: number): void;
  onMade(made: unknown): void;
  /** Not made, and not going to be. */
  onFailed(reason: Error): void;
}

interface Queued extends Errand {
  losses: number;
}

interface Hand {
  readonly worker: Worker;
  errand: Queued | null;
  id: number;
  watchdog: number;
  /** It has said something, so it has started. */
  started: boolean;
}

/**
 * The page's workers: as many as the machine has processors, started when there is work for them and then kept, since
 * a fresh one has to warm up. All demos share them. A worker that dies or falls silent is replaced, and its piece
 * made again: streams are keyed, so it comes out the same.
 */
const hands = new Set<Hand>();
const queue: Queued[] = [];
let orders = 0;

const mostHands = () => Math.max(1, Math.min(MOST_WORKERS, navigator.hardwareConcurrency || 2));

/** Has pieces made, in this order as far as that goes; returns what calls them off. */
export function send(errands: readonly Errand[]): () => void {
  const mine = errands.map((errand): Queued => ({ ...errand, losses: 0 }));
  queue.push(...mine);
  pump();
  return () => callOff(new Set(mine));
}

function pump(): void {
  for (const hand of hands) if (!hand.errand && queue.length > 0) give(hand, queue.shift()!);
  while (queue.length > 0 && hands.size < mostHands()) give(hire(), queue.shift()!);
}

function hire(): Hand {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const hand: Hand = { worker, errand: null, id: 0, watchdog: 0, started: false };
  worker.onerror = () => lose(hand);
  worker.onmessageerror = () => lose(hand);
  worker.onmessage = ({ data }: MessageEvent<WorkReport>) => hear(hand, data);
  hands.add(hand);
  return hand;
}

function give(hand: Hand, errand: Queued): void {
  hand.errand = errand;
  hand.id = ++orders;
  watch(hand);
  hand.worker.postMessage({
    id: hand.id,
    job: errand.job,
    piece: errand.piece,
    needs: NEEDS.filter((need) => REGISTERED[need]()),
  } satisfies WorkOrder);
}

function watch(hand: Hand): void {
  clearTimeout(hand.watchdog);
  hand.watchdog = window.setTimeout(() => lose(hand), PATIENCE);
}

function hear(hand: Hand, report: WorkReport): void {
  hand.started = true;
  const { errand } = hand;
  if (!errand || report.id !== hand.id) return;
  if ('progress' in report) {
    watch(hand);
    errand.onProgress(report.progress);
    return;
  }
  free(hand);
  // The next piece goes out before this one is looked at: the worker shall not wait.
  pump();
  if ('error' in report) errand.onFailed(new Error(report.error));
  else errand.onMade(report.made);
}

function free(hand: Hand): void {
  clearTimeout(hand.watchdog);
  hand.errand = null;
}

function dismiss(hand: Hand): void {
  free(hand);
  hand.worker.terminate();
  hands.delete(hand);
}

function lose(hand: Hand): void {
  const { errand } = hand;
  dismiss(hand);
  if (errand && errand.losses++ < RETRIES) queue.unshift(errand);
  else errand?.onFailed(new Error(LOST));
  pump();
}

function callOff(errands: ReadonlySet<Queued>): void {
  for (let i = queue.length - 1; i >= 0; i--) if (errands.has(queue[i]!)) queue.splice(i, 1);
  for (const hand of hands) {
    if (!hand.errand || !errands.has(hand.errand)) continue;
    // One that has not started may never do so: the next piece gets another.
    if (!hand.started) dismiss(hand);
    else {
      free(hand);
      hand.worker.postMessage({ stop: true });
    }
  }
  pump();
}

const LOST =
  'The background worker that computes this run stopped. The last finished run is still shown; press Try again.';
