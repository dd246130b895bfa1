import { estimatorFor } from '../../lib/estimators/index.ts';
import type { RunConfig } from '../../lib/types.ts';
import { plain } from './words.ts';

type Estimated = Pick<RunConfig, 'family' | 'estimator' | 'estimatorOptions'>;

/** How a model is estimated, in words; options behind it as in "…, ν₀ = 10". */
export function estimatorName({ family, estimator, estimatorOptions }: Estimated): string {
  const { label, options = [] } = estimatorFor(family, estimator);
  const set = options.map(
    ({ name, symbol, default: usual }) => `${symbol} = ${plain(estimatorOptions?.[name] ?? usual)}`,
  );
  return [label, ...set].join(', ');
}
