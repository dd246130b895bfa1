import { jobNamed } from '../../lib/jobs/index.ts';
import type { Demo } from '../demos/shared/demo.ts';
import { finishing } from './finish.ts';
import type { Spent } from './preview.ts';
import type { Effect, Event, Input, Made } from './session.ts';
import { breath, inStretches } from './stretches.ts';
import { Cancelled, Workshop } from './workshop.ts';

/** A beginning that turns out to be more work than this is left to the workers, in milliseconds. */
const MOST_OF_A_BEGINNING = 400;

/** A wait shorter than this shows no progress bar, in milliseconds. */
const UNNOTICED = 200;

type To<Kind extends Effect['do']> = Extract<Effect, { do: Kind }>;

/**
 * Makes what a session asks for, on the page's own thread or by its workers, and tells it what has
 * come of it.
 */
export class Making {
  readonly #demo: Demo;
  readonly #tell: (event: Event) => void;
  /** True while nothing else has been asked for since. */
  readonly #isWanted: (turn: number) => boolean;
  readonly #workshop = new Workshop();
  /** Makes the beginnings that are too much for the page's own thread. */
  readonly #beginnings = new Workshop();

  constructor(demo: Demo, tell: (event: Event) => void, isWanted: (turn: number) => boolean) {
    this.#demo = demo;
    this.#tell = tell;
    this.#isWanted = isWanted;
  }

  /** Calls off what is being made: the run, or the beginning of one. */
  stop(what: 'run' | 'beginning'): void {
    (what === 'run' ? this.#workshop : this.#beginnings).cancel();
  }

  /** The run that is asked for. */
  make(order: To<'make'>): void {
    void (order.here ? this.#makeHere(order) : this.#makeElsewhere(order));
  }

  /** A run, on this thread, in stretches; nothing where another was asked for meanwhile. */
  async #makeHere({ turn, input }: To<'make'>): Promise<void> {
    this.stop('run');
    try {
      const wanted = () => this.#isWanted(turn);
      const made = await inStretches(finishing(this.#demo.job, input), wanted);
      // Drawing takes its time too.
      await breath();
      if (made) this.#tell({ type: 'made', turn, made });
    } catch (error) {
      this.#tell({ type: 'failed', turn, error });
    }
  }

  /** A run by the workers; its beginning and its parts are told where they are to be shown. */
  async #makeElsewhere({ turn, input, beginning, quiet }: To<'make'>): Promise<void> {
    const notice = quiet ? 0 : setTimeout(() => this.#tell({ type: 'waiting', turn }), UNNOTICED);
    try {
      const whole = this.#workshop.run(this.#demo.job, input, {
        onProgress: (share) => this.#tell({ type: 'progress', turn, share }),
        ...(beginning && {
          onPart: (made: Made) => this.#tell({ type: 'part', turn, made }),
        }),
      });
      if (beginning)
        void breath()
          .then(() => this.#beginHere(turn, beginning))
          .then(
            (begun) =>
              begun && this.#tell({ type: 'part', turn, made: begun.made, beginning: true }),
            // The whole run will fail for the same reason, and say it.
            () => undefined,
          );
      const made = await whole;
      await breath();
      this.#tell({ type: 'made', turn, made });
    } catch (error) {
      const cancelled = error instanceof Cancelled;
      this.#tell({ type: 'failed', turn, error, cancelled });
    } finally {
      clearTimeout(notice);
    }
  }

  /** What the demo opens with, until something else is there to be shown. */
  async open({ turn, settings, input }: To<'open'>): Promise<void> {
    await breath();
    const made = await inStretches(finishing(this.#demo.job, input), () => this.#isWanted(turn));
    await breath();
    if (made) this.#tell({ type: 'opened', turn, settings, made });
  }

  /**
   * The beginning of a run during a drag, from this thread or else from a worker; null if it cannot
   * be had: the whole run will say why. At once, so that a short one is painted in this frame.
   */
  async begin({ turn, settings, input, here }: To<'begin'>): Promise<void> {
    const begun = here ? await this.#beginHere(turn, input).catch(() => null) : null;
    if (begun) return this.#tell({ type: 'begun', turn, settings, ...begun });
    const made = this.#isWanted(turn) ? await this.#beginElsewhere(input) : null;
    const cost = jobNamed(this.#demo.job).cost(input);
    const spent = { cost, ms: MOST_OF_A_BEGINNING };
    this.#tell({ type: 'begun', turn, settings, made, ...(here && { spent }) });
  }

  /** A beginning, made here; null if that is too much, or not wanted any more. */
  async #beginHere(turn: number, input: Input): Promise<{ made: Made; spent: Spent } | null> {
    let [ms, began] = [0, performance.now()];
    const made = await inStretches(finishing(this.#demo.job, input), (_, worked) => {
      [ms, began] = [worked, performance.now()];
      return this.#isWanted(turn) && worked < MOST_OF_A_BEGINNING;
    });
    if (!made) return null;
    const paused = ms > 0;
    ms += performance.now() - began;
    // It will be drawn, which takes its time too.
    if (paused) await breath();
    return { made, spent: { cost: jobNamed(this.#demo.job).cost(input), ms } };
  }

  #beginElsewhere(input: Input): Promise<Made | null> {
    const silent = { onProgress: () => undefined };
    return this.#beginnings.run(this.#demo.job, input, silent).catch(() => null);
  }
}
