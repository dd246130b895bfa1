import type { ParameterSpec, Params } from '../../lib/types.ts';
import { plain } from './words.ts';

/** What an entry of a registry is called with its options: "Fresh real share, α = 0.1". */
export function labelWithOptions(
  label: string,
  options: readonly ParameterSpec[],
  values: Params = {},
): string {
  const set = options.map(
    ({ name, symbol, default: usual }) => `${symbol} = ${plain(values[name] ?? usual)}`,
  );
  return [label, ...set].join(', ');
}
