import { estimatorFor, estimatorsFor } from './estimators/index.ts';
import { families } from './families/index.ts';
import { logLikelihood } from './logLikelihood.ts';
import type { Estimator, Fit, Params, Values } from './types.ts';

/** One estimator's answer for a column of numbers. */
export interface Answer {
  readonly estimator: Estimator;
  readonly fit: Fit;
  /** Null without a fit. */
  readonly logLikelihood: number | null;
  /** Null without a fit, or where the estimator's law is not known. */
  readonly standardErrors: Params | null;
}

/** The answers of every estimator of a family, in the readers' order. */
export const fitAll = (familyId: string, values: Values): readonly Answer[] =>
  estimatorsFor(familyId).map(({ id }) => fitOne(familyId, id, values));

/** The answer of one. */
export function fitOne(familyId: string, estimatorId: string, values: Values): Answer {
  const estimator = estimatorFor(familyId, estimatorId);
  const fit = estimator.fit(values);
  if (!fit.ok) return { estimator, fit, logLikelihood: null, standardErrors: null };
  return {
    estimator,
    fit,
    logLikelihood: logLikelihood(families.get(familyId), fit.params, values),
    standardErrors: estimator.standardErrors?.(fit.params, values.length) ?? null,
  };
}
