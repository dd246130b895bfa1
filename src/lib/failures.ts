import type { FitFailure } from './types.ts';

const sentences: Readonly<Record<FitFailure, string>> = {
  'too-few-values': 'A spread needs at least two values.',
  'not-finite': 'At least one value is not a finite number.',
  'all-equal': 'All values are equal, so there is no spread left to estimate.',
  underflow:
    'The spread is smaller than the smallest number that the computer holds in full precision.',
  overflow: 'The estimates are larger than the largest number that the computer can hold.',
};

/** Why a fit has no answer, as one plain sentence for readers. */
export function failureText(reason: FitFailure): string {
  return sentences[reason];
}
