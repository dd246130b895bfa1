import { completed } from '../parameters.ts';
import type { Estimator, Params } from '../types.ts';

/**
 * An estimator with its options set, those that are not given to their defaults, and the options.
 * Throws a ConfigError of one line where an option is unknown or not legal.
 */
export function setEstimator(
  entry: Estimator,
  given?: Params,
): { readonly estimator: Estimator; readonly options: Params } {
  const options = completed(entry.id, entry.options ?? [], given);
  return { estimator: entry.set?.(options) ?? entry, options };
}
