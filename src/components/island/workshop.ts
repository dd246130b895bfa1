import { jobNamed, type JobInput, type JobName, type JobResult } from '../../lib/jobs/index.ts';
import { send } from './pool.ts';
import { breath, inStretches } from './stretches.ts';

/** The reader cancelled: no error to show. */
export class Cancelled extends Error {}

/** What a demo wants to know while its job is under way. */
export interface Watching<Result> {
  /** Share done, 0 to 1. */
  onProgress(share: number): void;
  /** The result of what has been made so far, where the job can be cut. */
  onPart?(result: Result): void;
}

/** Joining takes at most this share of the time: more parts would delay the whole. */
const JOINING = 0.25;

/**
 * One demo's orders: a job at a time, made by the page's workers, joined here a little at a time.
 */
export class Workshop {
  #turn = 0;
  #abandon: (() => void) | null = null;

  /** Does a job off the page's thread; one still under way is cancelled first. */
  run<J extends JobName>(
    name: J,
    input: JobInput<J>,
    { onProgress, onPart }: Watching<JobResult<J>>,
  ): Promise<JobResult<J>> {
    this.cancel();
    const turn = ++this.#turn;
    const { pieces, join } = jobNamed(name);
    return new Promise<JobResult<J>>((resolve, reject) => {
      const all = pieces(input);
      const shares = new Float64Array(all.length);
      const made: unknown[] = [];
      let joining = false;
      let joinedAt = performance.now();
      const stop = send(
        all.map((piece, i) => ({
          job: name,
          piece,
          onProgress: (share) => progress(i, share),
          onMade(part) {
            made.push(part);
            progress(i, 1);
            if (made.length === all.length || onPart) show().catch(fail);
          },
          onFailed: (reason) => fail(reason),
        })),
      );
      const fail = (reason: Error) => end(() => reject(reason));
      const end = (settle: () => void) => {
        if (turn !== this.#turn) return;
        this.#turn++;
        this.#abandon = null;
        stop();
        settle();
      };
      const progress = (i: number, share: number) => {
        shares[i] = share;
        onProgress(shares.reduce((sum, part) => sum + part, 0) / all.length);
      };
      // Joins what is there; if more came meanwhile, again.
      const show = async () => {
        if (joining) return;
        joining = true;
        for (let seen = 0, pause = 0; turn === this.#turn && seen < made.length;) {
          const whole = made.length === all.length;
          if (!whole && performance.now() - joinedAt < pause) {
            await later();
            continue;
          }
          seen = made.length;
          const started = performance.now();
          const result = (await inStretches(
            join(input, [...made]),
            () => turn === this.#turn,
          )) as JobResult<J> | null;
          // What comes of it will be drawn, which takes its time too.
          if (result) await breath();
          if (turn !== this.#turn) return;
          if (whole && !result) throw new Error(`nothing came of ${name}`);
          if (whole && result) end(() => resolve(result));
          else if (result) onPart?.(result);
          joinedAt = performance.now();
          pause = (joinedAt - started) / JOINING;
          await breath();
        }
        joining = false;
      };
      this.#abandon = () => end(() => reject(new Cancelled()));
    });
  }

  /** Stops the order under way, if any; its promise rejects with Cancelled. */
  cancel(): void {
    this.#abandon?.();
  }
}

/** A little later: what is waited for comes by messages, which need no hurry. */
const later = () => new Promise<void>((resolve) => setTimeout(resolve));
