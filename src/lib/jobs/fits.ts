import { estimatorsFor } from '../estimators/index.ts';
import { fitOne, type Answer } from '../fitAll.ts';
import { progressOf, type Job } from './job.ts';

/** A column of numbers, and the family whose estimators are asked. */
export interface FitsInput {
  readonly family: string;
  readonly values: Float64Array;
}

interface Made extends Omit<Answer, 'estimator'> {
  readonly id: string;
}

/** The answers of every estimator of a family: a piece each. */
export const fits: Job<FitsInput, FitsInput & { id: string }, Made, readonly Answer[]> = {
  pieces: (input) => estimatorsFor(input.family).map(({ id }) => ({ ...input, id })),
  *make({ family, id, values }) {
    yield 0;
    const { fit, logLikelihood, standardErrors } = fitOne(family, id, values);
    return { id, fit, logLikelihood, standardErrors };
  },
  // eslint-disable-next-line require-yield
  *join({ family }, made) {
    const found = estimatorsFor(family).map((estimator) => {
      const one = made.find(({ id }) => id === estimator.id);
      return one && { ...one, estimator };
    });
    return found.every((one) => one !== undefined) ? found : null;
  },
  cost: ({ family, values }) =>
    estimatorsFor(family).reduce((sum, { work = 1 }) => sum + work * values.length, 0),
  /** There is nothing to begin with: a fit is of all values. */
  beginning: (input) => input,
  progress: ({ family }, share) => progressOf('method', estimatorsFor(family).length, share),
};
