import type { CheckedConfig } from '../config.ts';
import type { KnownLaw } from '../types.ts';

/** A registry entry: what is known of some statistics of runs with some settings. */
export interface Law {
  readonly id: string;
  readonly label: string;
  /** Key of the work that shows it, or derives what it rests on. */
  readonly reference: string;
  /** True where it holds to the last digit; false where it is an approximation, however close. */
  readonly exact: boolean;
  /** Names of the statistics that it may know something of; of a numbered series `alive#`. */
  readonly statistics: readonly string[];
  /** What it knows of one of them for these settings; null where that is nothing. */
  open(checked: CheckedConfig, statistic: string): KnownLaw | null;
}
