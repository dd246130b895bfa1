import { entryAt } from '../../entryAt.ts';
import type { Categorical } from '../categorical/model.ts';

/**
 * A text, and where in it each context occurs: the `order` - 1 types before a place. The text is
 * taken as a circle, so that every context has a successor. What comes next is as likely as in the
 * text: nothing is smoothed.
 */
export interface Sequence extends Categorical {
  /** Types that the chance of the next one depends on, itself included. */
  readonly order: number;
  readonly tokens: Int32Array;
  /** The context before each place, by its number. */
  readonly contextOf: Int32Array;
  /**
   * Places in the order of their contexts: those of context c are number start[c] to start[c + 1] -
   * 1.
   */
  readonly places: Int32Array;
  readonly start: Int32Array;
  /**
   * Where places weigh differently: the sum of the weights up to each of `places`. Absent where all
   * count alike.
   */
  readonly upTo?: Float64Array;
}

/**
 * The model of order 1 and more of a text, whose types are numbered from 0. `weights`: one a place.
 */
export function sequenceOf(order: number, tokens: Int32Array, weights?: Float64Array): Sequence {
  let last = 0;
  for (const token of tokens) if (token > last) last = token;
  const counts = new Float64Array(last + 1);
  for (let i = 0; i < tokens.length; i++) counts[tokens[i]!]! += weights ? weights[i]! : 1;
  const total = weights ? weights.reduce((sum, weight) => sum + weight, 0) : tokens.length;
  const places = inOrder(tokens, last + 1, backTo(order));
  return {
    order,
    tokens,
    counts,
    total,
    places,
    ...contexts(tokens, places, order),
    ...(weights && { upTo: cumulated(places, weights) }),
  };
}

/** 1, 2, …, order - 1: how far the types of a context are before a place. */
const backTo = (order: number) => Array.from({ length: order - 1 }, (_, i) => i + 1);

/** A place of the circle, that many before another. */
export const before = (place: number, back: number, length: number) =>
  place >= back ? place - back : (((place - back) % length) + length) % length;

/**
 * All places, sorted by the types that stand so far before them, the last of `backs` first; places
 * with the same types rise. A counting sort for each.
 */
export function inOrder(tokens: Int32Array, types: number, backs: readonly number[]): Int32Array {
  const length = tokens.length;
  let places = new Int32Array(length);
  for (let place = 0; place < length; place++) places[place] = place;
  let other = new Int32Array(length);
  for (const back of backs) {
    const next = new Int32Array(types + 1);
    for (let i = 0; i < length; i++) next[tokens[i]! + 1]!++;
    for (let type = 0; type < types; type++) next[type + 1]! += next[type]!;
    for (let i = 0; i < length; i++) {
      const place = places[i]!;
      const type = tokens[place >= back ? place - back : before(place, back, length)]!;
      other[next[type]!++] = place;
    }
    [places, other] = [other, places];
  }
  return places;
}

/** The contexts in the order of their places, numbered from 0. */
function contexts(tokens: Int32Array, places: Int32Array, order: number) {
  const length = tokens.length;
  const contextOf = new Int32Array(length);
  const start = new Int32Array(length + 1);
  let last = 0;
  for (let i = 1; i < length; i++) {
    const [place, other] = [places[i]!, places[i - 1]!];
    for (let back = 1; back < order; back++) {
      if (tokens[before(place, back, length)] === tokens[before(other, back, length)]) continue;
      start[++last] = i;
      break;
    }
    contextOf[place] = last;
  }
  start[last + 1] = length;
  return { contextOf, start: start.slice(0, last + 2) };
}

/** The weight of one of `places`, out of the sums up to each. */
export const weightIn = (upTo: Float64Array, i: number): number =>
  entryAt(upTo, i) - (i > 0 ? entryAt(upTo, i - 1) : 0);

function cumulated(places: Int32Array, weights: Float64Array): Float64Array {
  let sum = 0;
  return Float64Array.from(places, (place) => (sum += weights[place] ?? 0));
}
