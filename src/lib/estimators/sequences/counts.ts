import { sequenceOf, type Sequence } from '../../families/sequences/model.ts';
import type { Estimator, FitFailure, Values, WeightedSample } from '../../types.ts';
import { typesIn } from '../categorical/counts.ts';

/** Texts one after the other, with the weight of each place where samples have one. */
function joined(samples: readonly WeightedSample[]) {
  const length = samples.reduce((sum, { values }) => sum + values.length, 0);
  const tokens = new Int32Array(length);
  const weights = new Float64Array(length);
  let filled = 0;
  for (const { values, weight } of samples) {
    tokens.set(Array.from(values), filled);
    weights.fill(weight / values.length, filled, filled + values.length);
    filled += values.length;
  }
  return { tokens, weights };
}

const wrongWith = (values: Values): FitFailure | null => {
  const types = typesIn(values);
  return typeof types === 'string' ? types : null;
};

/**
 * How often each type follows the `order` - 1 before it: the most likely model of its order. Any
 * text has one, also of a single token; several texts are read one after the other.
 */
const counts = (order: number): Estimator<Sequence> => ({
  id: 'maximum-likelihood',
  aliases: ['mle', 'counts'],
  family: `ngram-${order}`,
  label: 'How often each follows (maximum likelihood)',
  summary: 'Counts what follows what; what is missed has no chance, and never comes back.',
  work: 2,
  fit(values) {
    const reason = wrongWith(values);
    if (reason) return { ok: false, reason };
    return { ok: true, model: sequenceOf(order, new Int32Array(values)) };
  },
  fitWeighted(samples) {
    const used = samples.filter(({ weight }) => weight > 0);
    if (used.length === 0) return { ok: false, reason: 'too-few-values' };
    for (const { values } of used) {
      const reason = wrongWith(values);
      if (reason) return { ok: false, reason };
    }
    const { tokens, weights } = joined(used);
    return { ok: true, model: sequenceOf(order, tokens, weights) };
  },
});

export const pairCounts = counts(2);
export const tripleCounts = counts(3);
