/*
 * How much of a run is shown while a slider is dragged: as much as this machine makes of it in a
 * part of a frame. What is shown follows from its size alone; only the size follows the machine.
 */

/**
 * Sizes differ by so much, so that a picture does not flicker between two that are nearly equal.
 */
const STEP = 2;

/** The least is this part of the most: less would not show what the slider does. */
const LEAST = 1 / 8;

/** More than this, in milliseconds, is too long; what would take less may be tried. */
const TOO_LONG = 6;
const SHORT = 4.5;

/** What keeps this thread longer than that, in milliseconds, is better made by several workers. */
const LONG = 24;

export interface Preview {
  /** What a beginning may cost, in values drawn and fitted. */
  readonly values: number;
  readonly most: number;
  /** Milliseconds that a value took the last time; Infinity before there was one. */
  readonly pace: number;
}

/** What a beginning cost, in values drawn and fitted, and how long it took, in milliseconds. */
export interface Spent {
  readonly cost: number;
  readonly ms: number;
}

/** Before anything is known of the machine. */
export const firstPreview = (most: number): Preview => ({ values: most, most, pace: Infinity });

/**
 * The next preview, after what one took. Of the last two paces the faster counts: what disturbs a
 * machine once shall not change the picture.
 */
export function nextPreview(preview: Preview, { cost, ms }: Spent): Preview {
  const { most } = preview;
  const least = LEAST * most;
  // What is next to nothing tells the time of what lies around it.
  if (cost < least) return preview;
  const pace = ms / cost;
  const sure = Math.min(pace, preview.pace);
  let { values } = preview;
  while (values > least && values * sure > TOO_LONG) values /= STEP;
  while (values < most && STEP * values * sure < SHORT) values *= STEP;
  return { values, most, pace };
}

/** True where this thread makes what costs so much soon enough, or nothing is known yet. */
export const isSoon = ({ pace }: Preview, cost: number): boolean =>
  pace === Infinity || cost * pace < LONG;
