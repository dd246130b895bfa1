/** A function that grows from one end of an interval to the other, with its slope. */
export interface Increasing {
  readonly low: number;
  readonly high: number;
  /** Distance from a root, negative below it, and the slope there. */
  readonly at: (x: number) => readonly [distance: number, slope: number];
  readonly start: number;
  /** Steps smaller than this end the search. */
  readonly precision: number;
}

/** The root, by Newton's steps; halves the interval whenever a step would leave it. */
export function rootOf({ low, high, at, start, precision }: Increasing): number {
  let below = low;
  let above = high;
  let x = start > low && start < high ? start : (low + high) / 2;
  for (let step = 0; step < 200; step++) {
    const [distance, slope] = at(x);
    if (distance === 0) return x;
    if (distance < 0) below = x;
    else above = x;
    let next = x - distance / slope;
    if (!(next > below && next < above)) next = (below + above) / 2;
    const moved = Math.abs(next - x);
    x = next;
    if (moved <= precision) return x;
  }
  return x;
}
