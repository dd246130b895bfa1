import { countTypes, tableOf, type Categorical } from '../../families/categorical/model.ts';
import type { Estimator, FitFailure, Values } from '../../types.ts';

/** The largest number of types: a table of them takes 8 MB. */
const MOST_TYPES = 1_000_000;

/**
 * The number of types that such numbers are of, 1 more than the largest, or why they are of none.
 */
export function typesIn(values: Values): number | FitFailure {
  if (values.length === 0) return 'too-few-values';
  let last = 0;
  for (let i = 0; i < values.length; i++) {
    const type = values[i]!;
    if (!Number.isFinite(type)) return 'not-finite';
    if (!Number.isInteger(type) || type < 0 || type >= MOST_TYPES) return 'not-a-type';
    if (type > last) last = type;
  }
  return last + 1;
}

/** How often each type number occurs, or why that cannot be said. */
function countsOf(values: Values): Float64Array | FitFailure {
  const types = typesIn(values);
  return typeof types === 'string' ? types : countTypes(values, types);
}

/**
 * The share of each type in the sample: the most likely table, and right on average. Any sample has
 * one, also of a single value.
 */
export const categoricalCounts: Estimator<Categorical> = {
  id: 'maximum-likelihood',
  aliases: ['mle', 'counts'],
  family: 'categorical',
  label: 'Share of each type (maximum likelihood)',
  summary: 'Counts the types; every share is right on average, and what is missed has none.',
  work: 0.5,
  fit(values) {
    const counts = countsOf(values);
    return typeof counts === 'string'
      ? { ok: false, reason: counts }
      : { ok: true, model: tableOf(counts) };
  },
  fitWeighted(samples) {
    let shares = new Float64Array(0);
    for (const { values, weight } of samples) {
      if (weight === 0) continue;
      const counts = countsOf(values);
      if (typeof counts === 'string') return { ok: false, reason: counts };
      if (counts.length > shares.length) {
        const longer = new Float64Array(counts.length);
        longer.set(shares);
        shares = longer;
      }
      for (const [type, count] of counts.entries())
        shares[type]! += (weight * count) / values.length;
    }
    if (shares.length === 0) return { ok: false, reason: 'too-few-values' };
    return { ok: true, model: tableOf(shares) };
  },
};
