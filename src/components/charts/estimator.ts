import { estimatorFor } from '../../lib/estimators/index.ts';
import type { RunConfig } from '../../lib/types.ts';
import { labelWithOptions } from './labelWithOptions.ts';

type Estimated = Pick<RunConfig, 'family' | 'estimator' | 'estimatorOptions'>;

/** How a model is estimated, in words; options behind it as in "…, ν₀ = 10". */
export function estimatorName({ family, estimator, estimatorOptions }: Estimated): string {
  const { label, options = [] } = estimatorFor(family, estimator);
  return labelWithOptions(label, options, estimatorOptions);
}
