import { createRegistry, type Registry } from '../registry.ts';
import type { Estimator } from '../types.ts';
import { maximumLikelihood } from './maximumLikelihood.ts';
import { prior } from './prior.ts';
import { unbiasedLog } from './unbiasedLog.ts';
import { unbiasedStandardDeviation } from './unbiasedStandardDeviation.ts';
import { unbiasedVariance } from './unbiasedVariance.ts';

/** One registry a family: two families may each have a `maximum-likelihood`. */
const byFamily = new Map<string, Registry<Estimator>>();

/**
 * The registry itself, with the normal's estimators, which every page needs; index.ts adds the
 * rest. `add` returns what takes the new one out again.
 */
export const estimators = {
  get all(): readonly Estimator[] {
    return [...byFamily.values()].flatMap((registry) => registry.all);
  },
  add(estimator: Estimator): () => void {
    const { family } = estimator;
    const registry = byFamily.get(family) ?? createRegistry<Estimator>(`${family} estimator`, []);
    byFamily.set(family, registry);
    return registry.add(estimator);
  },
};

[unbiasedVariance, maximumLikelihood, unbiasedStandardDeviation, unbiasedLog, prior].forEach(
  estimators.add,
);

/** The estimators of one family, in the order in which readers should meet them. */
export function estimatorsFor(familyId: string): readonly Estimator[] {
  return byFamily.get(familyId)?.all ?? [];
}

/**
 * The estimator of a family by id or alias. Throws
 * `unknown normal estimator: median (known: unbiased-variance, …)`.
 */
export function estimatorFor(familyId: string, id: string): Estimator {
  const registry = byFamily.get(familyId);
  if (!registry) throw new Error(`no estimator fits the family: ${familyId}`);
  return registry.get(id);
}
