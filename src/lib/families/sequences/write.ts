import type { Reweigh, Rng } from '../../types.ts';
import { entryAt } from '../../entryAt.ts';
import { weightIn, type Sequence } from './model.ts';

/**
 * A text of n tokens: begins in the context of a place picked at random, and goes on with what the
 * model has after each context. One uniform number for the beginning and one a token.
 */
export function write(rng: Rng, model: Sequence, n: number, reweigh?: Reweigh): Float64Array {
  const { tokens, contextOf } = model;
  const { length } = tokens;
  const next = reweigh ? reweighed(model, reweigh) : model.upTo ? weighted(model) : plain(model);
  const text = new Float64Array(n);
  let place = anyPlace(model, rng.uniform());
  for (let i = 0; i < n; i++) {
    const found = next(contextOf[place]!, rng.uniform());
    text[i] = tokens[found]!;
    // What comes after the found place has the context of the next one.
    place = found + 1 === length ? 0 : found + 1;
  }
  return text;
}

/** Finds a place with this context, by a number that is uniform on [0, 1). */
type Next = (context: number, u: number) => number;

const plain =
  ({ places, start }: Sequence): Next =>
  (context, u) => {
    const from = start[context]!;
    return places[from + Math.floor(u * (start[context + 1]! - from))]!;
  };

const weighted =
  ({ places, start, upTo = new Float64Array(0) }: Sequence): Next =>
  (context, u) => {
    const [from, to] = [start[context]!, start[context + 1]!];
    const below = from > 0 ? upTo[from - 1]! : 0;
    return places[firstAbove(upTo, below + u * (upTo[to - 1]! - below), from, to - 1)]!;
  };

function anyPlace({ places, upTo }: Sequence, u: number): number {
  const last = places.length - 1;
  if (!upTo) return places[Math.floor(u * places.length)]!;
  return places[firstAbove(upTo, u * upTo[last]!, 0, last)]!;
}

/** The first of the numbers `from` to `to` that is above x, or `to`; they rise. */
function firstAbove(numbers: Float64Array, x: number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! > x) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What can come after a context: a place for each type, and the sums of their weights. */
interface Choice {
  readonly places: Int32Array;
  readonly upTo: Float64Array;
}

/** Each context’s choice is worked out when it is first met. */
function reweighed(model: Sequence, reweigh: Reweigh): Next {
  const choices = new Map<number, Choice>();
  return (context, u) => {
    let choice = choices.get(context);
    if (!choice) {
      choice = choiceOf(model, context, reweigh);
      choices.set(context, choice);
    }
    const { places, upTo } = choice;
    const last = upTo.length - 1;
    return places[firstAbove(upTo, u * upTo[last]!, 0, last)]!;
  };
}

function choiceOf(
  { tokens, places, start, upTo }: Sequence,
  context: number,
  reweigh: Reweigh,
): Choice {
  const found = new Map<
    number,
    { readonly type: number; readonly place: number; weight: number }
  >();
  const end = entryAt(start, context + 1);
  for (let i = entryAt(start, context); i < end; i++) {
    const place = entryAt(places, i);
    const type = entryAt(tokens, place);
    const weight = upTo ? weightIn(upTo, i) : 1;
    const known = found.get(type);
    // After a context and a type the next context is the same, wherever they stand.
    if (known) known.weight += weight;
    else found.set(type, { type, place, weight });
  }
  const types = [...found.values()].sort((a, b) => a.type - b.type);
  const kept = reweigh(Float64Array.from(types, ({ weight }) => weight));
  let sum = 0;
  return {
    places: Int32Array.from(
      types.filter((_, i) => entryAt(kept, i) > 0),
      ({ place }) => place,
    ),
    upTo: kept.filter((weight) => weight > 0).map((weight) => (sum += weight)),
  };
}
