import './lognormals.ts';
import './models.ts';
import { estimatorFor, estimators, estimatorsFor } from './registry.ts';

/**
 * Every estimator of every family, those of the normal first. A new one is its file and a line in
 * registry.ts for the normal, in lognormals.ts, or in models.ts.
 */
export { estimatorFor, estimators, estimatorsFor };
