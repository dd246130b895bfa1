import { ensembleSlice } from '../ensemble/slice.ts';
import type { EnsembleConfig, EnsembleSlice } from '../ensemble/types.ts';

/** What `ensembleJob` is asked for: replicates `from` to `to` - 1 of an ensemble, or all of them. */
export interface EnsembleInput {
  readonly config: EnsembleConfig;
  readonly from?: number;
  readonly to?: number;
}

/** A slice of an ensemble, resumable: yields the share done (0 to 1), returns the slice. */
export function ensembleJob({
  config,
  from = 0,
  to = config.replicates,
}: EnsembleInput): Generator<number, EnsembleSlice> {
  return ensembleSlice(config, from, to);
}
