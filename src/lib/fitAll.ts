import { estimatorFor, estimatorsFor } from './estimators/index.ts';
import { families } from './families/index.ts';
import { logLikelihood } from './logLikelihood.ts';
import type { Estimator, Fit, Params, Values } from './types.ts';

/** One estimator's answer for a column of numbers. */
export interface Answer<Model = unknown> {
  readonly estimator: Estimator;
  readonly fit: Fit<Model>;
  /** Null without a fit, or where the family has no density. */
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
  const { line } = families.get(familyId);
  return {
    estimator,
    fit,
    logLikelihood: line ? logLikelihood(line, fit.model, values) : null,
    standardErrors: estimator.standardErrors?.(fit.model, values.length) ?? null,
  };
}
