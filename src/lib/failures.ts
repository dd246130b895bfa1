import type { FitFailure } from './types.ts';

const sentences: Readonly<Record<FitFailure, string>> = {
  'too-few-values': 'There are too few values for this fit.',
  'not-finite': 'At least one value is not a finite number.',
  'all-equal': 'All values are equal, so there is no spread left to estimate.',
  underflow:
    'The spread is smaller than the smallest number that the computer holds in full precision.',
  overflow: 'The estimates are larger than the largest number that the computer can hold.',
  'not-right-skewed':
    'The values are not skewed to the right, so no lognormal with a threshold fits them better than a plain normal.',
  'no-interior-maximum':
    'No maximum was found inside the range: the likelihood seems to rise until the threshold meets the smallest value.',
  'no-solution': 'The equations of this method have no solution for these values.',
  'not-positive': 'A lognormal without a threshold needs values above 0.',
  negative: 'This model has no values below 0.',
  'not-a-type': 'At least one value is not the number of a type: 0, 1, 2 and so on.',
  singular:
    'The values lie in fewer directions than the model has, or too nearly so for the computer to tell.',
  'too-few-kept':
    'The selection throws away all but one value in ten thousand, so no training set came together.',
  'too-many-values':
    'The training set would hold more than ten million values: too many to draw one by one.',
};

/** Why a fit has no answer, as one plain sentence for readers. */
export function failureText(reason: FitFailure): string {
  return sentences[reason];
}

/** The ways out of the lognormal with a threshold. */
const waysOut: Readonly<Partial<Record<FitFailure, string>>> = {
  'not-right-skewed': 'ended as a plain normal, with the threshold at minus infinity',
  'no-interior-maximum': 'ran into the edge, with the threshold as good as at the smallest value',
};

/** What became of runs that ended so, for after their number. */
export const wayOut = (reason: FitFailure): string =>
  waysOut[reason] ?? 'had no fit by this method';
