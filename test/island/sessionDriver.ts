import { finish } from '../../src/components/island/finish.ts';
import {
  sessionOf,
  type Effect,
  type Event,
  type Made,
  type State,
} from '../../src/components/island/session.ts';
import type { Demo } from '../../src/components/demos/shared/demo.ts';
import type { Settings } from '../../src/settings/fields.ts';

type To<Kind extends Effect['do']> = Extract<Effect, { do: Kind }>;

/**
 * A session with nothing around it: effects are noted, and what they ask for is done when the test
 * says so. The clock on the wall stands at `now`.
 */
export class Driver {
  state: State;
  /** All effects so far. */
  readonly effects: Effect[] = [];
  now = 10_000;
  readonly #demo: Demo;
  readonly #step: (state: State, event: Event) => readonly [State, readonly Effect[]];

  constructor(demo: Demo, query = '', followed: Settings = {}) {
    const { first, step } = sessionOf(demo);
    this.#demo = demo;
    this.#step = step;
    this.state = first;
    this.tell({ type: 'address', query, followed });
  }

  tell(event: Event): readonly Effect[] {
    const [state, effects] = this.#step(this.state, event);
    this.state = state;
    this.effects.push(...effects);
    return effects;
  }

  /** The newest effect of a kind. */
  last<Kind extends Effect['do']>(kind: Kind): To<Kind> | undefined {
    return this.all(kind).at(-1);
  }

  all<Kind extends Effect['do']>(kind: Kind): To<Kind>[] {
    return this.effects.filter((effect): effect is To<Kind> => effect.do === kind);
  }

  /** What the run that was last asked for gives. */
  run(order = this.last('make')!): Made {
    return finish(this.#demo.job, order.input);
  }

  /** The run that was last asked for arrives and is drawn. */
  finish(): void {
    const order = this.last('make')!;
    this.tell({ type: 'made', turn: order.turn, made: this.run(order) });
    this.draw();
  }

  /** What was last to be shown comes onto the stage and is drawn; its clock goes to its frame. */
  draw(show = this.last('show')!): void {
    const { turn, result, occasion } = show;
    if (turn === this.state.turn) {
      this.tell({ type: 'drawing', turn, result });
      const frames = this.#demo.frames(result);
      this.tell({ type: 'clock', frame: Math.min(frames - 1, Math.max(0, show.frame)) });
    }
    this.tell({ type: 'drawn', turn, occasion, now: this.now });
  }

  /** The reader sets something, and its run is made and drawn if there is one to be made. */
  set(changes: Settings, field?: string): void {
    this.tell({
      ...{ type: 'change', settings: { ...this.state.settings, ...changes } },
      ...(field !== undefined && { field }),
    });
    const { pending } = this.state;
    if (pending?.whole) this.draw();
    else if (pending) this.finish();
  }
}
