import ln from '@stdlib/math-base-special-ln';
import type { Statistic } from '../../types.ts';
import { categoricalStatistics } from '../categorical/statistics.ts';
import { before, inOrder, weightIn, type Sequence } from './model.ts';

/**
 * Entropy in bits of the next token where the `known` tokens before it are known, whatever the
 * order of the model: the sum over contexts and what follows of their share times the logarithm of
 * how often the context is there beside how often both are.
 */
function entropyOfNext({ tokens, counts, total, upTo, places }: Sequence, known: number): number {
  const { length } = tokens;
  const weights = upTo ? weightsOf(places, upTo) : null;
  const weightAt = (place: number) => (weights ? (weights[place] ?? 0) : 1);
  // By what is known, and within it by what comes next.
  const sorted = inOrder(
    tokens,
    counts.length,
    Array.from({ length: known + 1 }, (_, back) => back),
  );
  const sameKnown = (a: number, b: number) => {
    for (let back = 1; back <= known; back++)
      if (tokens[before(a, back, length)] !== tokens[before(b, back, length)]) return false;
    return true;
  };
  let sum = 0;
  for (let from = 0; from < length;) {
    let to = from;
    let all = 0;
    for (; to < length && sameKnown(sorted[from]!, sorted[to]!); to++) all += weightAt(sorted[to]!);
    for (let i = from; i < to;) {
      const next = tokens[sorted[i]!];
      let both = 0;
      for (; i < to && tokens[sorted[i]!] === next; i++) both += weightAt(sorted[i]!);
      if (both > 0) sum += both * ln(all / both);
    }
    from = to;
  }
  return sum / total / Math.LN2;
}

/** The weight of each place, out of their sums in another order. */
function weightsOf(places: Int32Array, upTo: Float64Array): Float64Array {
  const weights = new Float64Array(places.length);
  for (const [i, place] of places.entries()) weights[place] = weightIn(upTo, i);
  return weights;
}

/** What is otherwise where the next token depends on those before it. */
const DEPENDENT: Readonly<Record<string, (model: Sequence) => number>> = {
  next: (model) => entropyOfNext(model, 1),
  rate: (model) => entropyOfNext(model, model.order - 1),
};

/** Those of a table of types. */
export const sequenceStatistics: readonly Statistic<Sequence>[] = categoricalStatistics.map(
  (statistic) => ({ ...statistic, of: DEPENDENT[statistic.name] ?? statistic.of }),
);
