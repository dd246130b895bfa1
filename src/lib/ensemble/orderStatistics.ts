import { entryAt } from '../entryAt.ts';

/** Below this many values a plain sort is as quick. */
const SORT_BELOW = 600;

/** Cells into which the values are dealt; only cells that hold a wanted place are sorted. */
const CELLS = 1024;

/**
 * A sample of this size says where the cells should lie: its ends are left to the first and the
 * last cell.
 */
const SAMPLE = 128;
const CUT_OFF = 1;

/** Which half of a double's two words holds sign, exponent and leading digits. */
const HIGH = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 1 : 0;

/** Working space for columns of up to `capacity` values, to be used again for each. */
export interface Room {
  readonly cellOf: Uint16Array;
  readonly sizes: Int32Array;
  readonly wanted: Uint8Array;
  readonly sorted: Float64Array;
}

export function roomFor(capacity: number): Room {
  return {
    cellOf: new Uint16Array(capacity),
    sizes: new Int32Array(CELLS),
    wanted: new Uint8Array(CELLS),
    sorted: new Float64Array(capacity),
  };
}

/**
 * The values at these places of the sorted column, place 0 being the smallest; places come in
 * rising order, values are finite and left as they are. About ten times as fast as sorting: the
 * values are dealt into cells that follow each other on the line, and only the few cells that hold
 * a wanted place are sorted. The answer is exact wherever the cells lie; where they lie badly it
 * takes longer.
 */
export function orderStatistics(
  values: Float64Array,
  places: readonly number[],
  { cellOf, sizes, wanted, sorted }: Room,
): number[] {
  const n = values.length;
  if (n < SORT_BELOW) {
    sorted.set(values);
    const all = sorted.subarray(0, n).sort();
    return places.map((place) => entryAt(all, place));
  }
  sizes.fill(0);
  deal(values, cellOf, sizes);

  wanted.fill(0);
  const found: number[] = [];
  // The places among the values of wanted cells.
  let below = 0;
  let kept = 0;
  let cell = 0;
  let size = entryAt(sizes, cell);
  for (const place of places) {
    while (place >= below + size) {
      if (wanted[cell]) kept += size;
      below += size;
      size = entryAt(sizes, ++cell);
    }
    wanted[cell] = 1;
    found.push(kept + place - below);
  }
  let filled = 0;
  for (let i = 0; i < n; i++) {
    // Without a branch: a value that is not wanted is written over by the next.
    sorted[filled] = values[i]!;
    filled += wanted[cellOf[i]!]!;
  }
  const few = sorted.subarray(0, filled).sort();
  return found.map((place) => entryAt(few, place));
}

/** Gives every value a cell, larger values never a lower one, and counts the cells' sizes. */
function deal(values: Float64Array, cellOf: Uint16Array, sizes: Int32Array): void {
  const n = values.length;
  const sample = new Float64Array(SAMPLE);
  for (let i = 0; i < SAMPLE; i++) sample[i] = values[Math.floor((i * n) / SAMPLE)]!;
  sample.sort();
  const low = entryAt(sample, CUT_OFF);
  const high = entryAt(sample, SAMPLE - 1 - CUT_OFF);
  // Cells of equal width would leave nearly all of a long-tailed positive column in the first few:
  // there the leading bits of a double, read as a whole number, serve as a cheap logarithm.
  if (low > 0 && high > 8 * low) {
    const words = new Int32Array(values.buffer, values.byteOffset, 2 * n);
    const lowWord = wordOf(low);
    const unit = (CELLS - 2) / (wordOf(high) - lowWord + 1);
    for (let i = 0; i < n; i++) {
      const value = values[i]!;
      const cell = 1 + (((words[2 * i + HIGH]! - lowWord) * unit) | 0);
      cellOf[i] = value < low ? 0 : value >= high ? CELLS - 1 : cell;
    }
  } else {
    const unit = (CELLS - 2) / (high - low);
    for (let i = 0; i < n; i++) {
      const value = values[i]!;
      const cell = 1 + (((value - low) * unit) | 0);
      cellOf[i] = value < low ? 0 : value >= high ? CELLS - 1 : cell;
    }
  }
  for (let i = 0; i < n; i++) sizes[cellOf[i]!]!++;
}

function wordOf(value: number): number {
  return entryAt(new Int32Array(Float64Array.of(value).buffer), HIGH);
}
