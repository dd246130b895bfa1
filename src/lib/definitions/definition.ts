import type { EnsembleSoFar } from '../jobs/ensembles.ts';

/** One policy at two sample sizes, n and four times as many, kept at the same generations. */
export interface Case {
  readonly small: EnsembleSoFar;
  readonly large: EnsembleSoFar;
}

/** A verdict, and the number that it rests on. */
interface Finding {
  readonly collapsed: boolean;
  readonly value: number;
}

/**
 * A registry entry: what somebody calls collapse, as far as a single normal can be measured by it.
 */
export interface Definition {
  readonly id: string;
  readonly label: string;
  /** The label in a word or three. */
  readonly short: string;
  /** What is called collapse here, for the table. */
  readonly rule: string;
  /**
   * How its number is read: so many times what it was, by so much divided, a share, or a risk in
   * units of the original variance.
   */
  readonly reads: 'times' | 'divided' | 'share' | 'risk';
  /** What is found in row `row` of the generations kept, where runs are left. */
  find(of: Case, row: number): Finding;
}
