/** Which frame is shown, and whether it moves. */
export interface ClockState {
  readonly frame: number;
  readonly frames: number;
  readonly playing: boolean;
}

/** A pause longer than this (a tab in the background) does not make the playback leap. */
const LONGEST_TICK = 100;

/**
 * The one clock of a demo: all its views follow `onChange`. It never starts by itself, stops at the
 * last frame, and starts again from the first when played from the end.
 */
export class Clock {
  #frame = 0;
  #frames = 1;
  #speed = 1;
  #position = 0;
  #last = 0;
  #request = 0;
  readonly #onChange: (state: ClockState) => void;

  constructor(onChange: (state: ClockState) => void) {
    this.#onChange = onChange;
  }

  get state(): ClockState {
    return { frame: this.#frame, frames: this.#frames, playing: this.#request !== 0 };
  }

  /** Frames a second. */
  set speed(speed: number) {
    this.#speed = speed;
  }

  /** A new run: `frames` long, standing at `frame`. */
  reset(frames: number, frame: number): void {
    this.#stop();
    this.#frames = Math.max(1, frames);
    this.seek(frame);
  }

  /** Goes to a frame (clamped) and pauses. */
  seek(frame: number): void {
    this.#stop();
    this.#show(frame);
  }

  pause(): void {
    this.#stop();
    this.#onChange(this.state);
  }

  /** Stops without a word, where those who listen are what is broken. */
  halt(): void {
    this.#stop();
  }

  play(): void {
    if (this.#request !== 0 || this.#frames < 2) return;
    if (this.#frame >= this.#frames - 1) this.#frame = 0;
    this.#position = this.#frame;
    this.#last = 0;
    this.#request = requestAnimationFrame(this.#tick);
    this.#onChange(this.state);
  }

  readonly #tick = (now: number) => {
    const elapsed = this.#last === 0 ? 0 : Math.min(LONGEST_TICK, now - this.#last);
    this.#last = now;
    this.#position += (elapsed / 1000) * this.#speed;
    if (this.#position >= this.#frames - 1) {
      this.seek(this.#frames - 1);
      return;
    }
    this.#request = requestAnimationFrame(this.#tick);
    const frame = Math.floor(this.#position);
    if (frame !== this.#frame) this.#show(frame);
  };

  #show(frame: number): void {
    this.#frame = Math.min(this.#frames - 1, Math.max(0, Math.round(frame) || 0));
    this.#onChange(this.state);
  }

  #stop(): void {
    cancelAnimationFrame(this.#request);
    this.#request = 0;
  }
}
