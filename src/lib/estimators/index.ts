import './lognormals.ts';
import './models.ts';
import './words.ts';
import { estimatorFor, estimators, estimatorsFor } from './registry.ts';

/**
 * Every estimator of every family, those of the normal first. A new one is its file and a line in
 * registry.ts for the normal, in lognormals.ts, models.ts or words.ts.
 */
export { estimatorFor, estimators, estimatorsFor };
