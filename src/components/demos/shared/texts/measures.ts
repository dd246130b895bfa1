import '../../../../lib/withWords.ts';
import { asMeasure } from '../../../charts/asMeasure.ts';
import type { Measure } from '../../../charts/measures.ts';

/** How many different words a model can still write. */
export const WORDS_ALIVE: Measure = {
  ...asMeasure({ family: 'categorical' }, 'types'),
  label: 'Words alive',
};
