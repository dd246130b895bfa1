import { needsOf } from '../../lib/registered.ts';
import type { Errand, Queued } from './errand.ts';
import { dropHere, isBusyHere, makeHere } from './onPage.ts';
import type { WorkOrder, WorkReport } from './work.ts';

/** How often a worker at work is looked after, in milliseconds; one that lives reports every 30. */
const LOOK_EVERY = 1_000;

/**
 * Looks in a row without a word from it after which a worker counts as lost. Looks and not time: a
 * machine that slept, or a tab in the background, has looked once, however long it was.
 */
const PATIENCE = 4;

/**
 * How long the first worker may take to be loaded before the page begins by itself, in
 * milliseconds.
 */
const WAIT_FOR_START = 4_000;

/** Workers that may fail to start, after one order, before the page does without. */
const FALSE_STARTS = 2;

/** More would wait for each other, and each has its own memory. */
const MOST_WORKERS = 8;

/** How often one piece may be taken up again after its worker was lost. */
const RETRIES = 2;

interface Hand {
  readonly worker: Worker;
  errand: Queued | null;
  id: number;
  /**
   * It has said that it is there. Until then it may be under way from a slow server: nobody is
   * impatient with it.
   */
  ready: boolean;
  /** Looks in a row without a word from it. */
  silent: number;
  watch: number;
}

/**
 * The page's workers: as many as the machine has processors, started when there is work for them
 * and then kept, since a fresh one has to warm up. All demos share them. A worker that dies or
 * falls silent is replaced, and its piece made again: streams are keyed, so it comes out the same.
 * Where none can be had, or none has come after a while, the page makes the pieces itself.
 */
const hands = new Set<Hand>();
const queue: Queued[] = [];
let orders = 0;
let falseStarts = 0;
/** True once the first worker has been waited for long enough. */
let waited = false;
let waiting = 0;

const mostHands = () => Math.max(1, Math.min(MOST_WORKERS, navigator.hardwareConcurrency || 2));

/** Has pieces made, in this order as far as that goes; returns what calls them off. */
export function send(errands: readonly Errand[]): () => void {
  const mine = errands.map((errand): Queued => ({ ...errand, losses: 0 }));
  queue.push(...mine);
  // What failed for an earlier order may work by now.
  falseStarts = 0;
  pump();
  return () => callOff(new Set(mine));
}

function pump(): void {
  let starting = 0;
  for (const hand of hands) {
    if (!hand.ready) starting++;
    else if (!hand.errand) {
      const next = queue.shift();
      if (next) give(hand, next);
    }
  }
  while (starting < queue.length && hands.size < mostHands() && falseStarts < FALSE_STARTS) {
    if (hire()) starting++;
  }
  const alone = hands.size === 0 || (waited && starting === hands.size);
  const next = alone && !isBusyHere() ? queue.shift() : undefined;
  if (next) void makeHere(next).then(pump);
}

/** Starts a worker; false if the browser will not. */
function hire(): boolean {
  let worker: Worker;
  try {
    worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  } catch {
    falseStarts++;
    return false;
  }
  const hand: Hand = { worker, errand: null, id: 0, ready: false, silent: 0, watch: 0 };
  worker.onerror = () => (hand.ready ? lose(hand) : giveUp(hand));
  worker.onmessageerror = () => lose(hand);
  worker.onmessage = ({ data }: MessageEvent<WorkReport>) => hear(hand, data);
  hands.add(hand);
  waiting ||= window.setTimeout(() => {
    waited = true;
    pump();
  }, WAIT_FOR_START);
  return true;
}

function give(hand: Hand, errand: Queued): void {
  hand.errand = errand;
  hand.id = ++orders;
  hand.silent = 0;
  hand.watch = window.setInterval(() => {
    if (++hand.silent >= PATIENCE) lose(hand);
  }, LOOK_EVERY);
  hand.worker.postMessage({
    id: hand.id,
    job: errand.job,
    piece: errand.piece,
    needs: needsOf(errand.piece),
  } satisfies WorkOrder);
}

function hear(hand: Hand, report: WorkReport): void {
  hand.silent = 0;
  if ('ready' in report) {
    hand.ready = true;
    pump();
    return;
  }
  const { errand } = hand;
  if (!errand || report.id !== hand.id) return;
  if ('progress' in report) {
    errand.onProgress(report.progress);
    return;
  }
  if ('unable' in report) {
    queue.unshift(errand);
    giveUp(hand);
    return;
  }
  free(hand);
  // The next piece goes out before this one is looked at: the worker shall not wait.
  pump();
  if ('error' in report) errand.onFailed(new Error(report.error));
  else errand.onMade(report.made);
}

function free(hand: Hand): void {
  clearInterval(hand.watch);
  hand.errand = null;
}

function dismiss(hand: Hand): void {
  free(hand);
  hand.worker.terminate();
  hands.delete(hand);
}

/** A worker that is of no use, by no fault of what it was to make. */
function giveUp(hand: Hand): void {
  falseStarts++;
  dismiss(hand);
  pump();
}

function lose(hand: Hand): void {
  const { errand } = hand;
  dismiss(hand);
  if (errand && errand.losses++ < RETRIES) queue.unshift(errand);
  else errand?.onFailed(new Error(LOST));
  pump();
}

function callOff(errands: ReadonlySet<Queued>): void {
  const left = queue.filter((errand) => !errands.has(errand));
  queue.splice(0, queue.length, ...left);
  dropHere(errands);
  for (const hand of hands) {
    if (!hand.errand || !errands.has(hand.errand)) continue;
    free(hand);
    hand.worker.postMessage({ stop: true } satisfies WorkOrder);
  }
  pump();
}

const LOST = 'the background worker that computes it stopped again and again';
