import type { EnsembleConfig } from '../../lib/ensemble/types.ts';
import type { EnsembleSoFar, EnsemblesResult } from '../../lib/jobs/ensembles.ts';
import type { Settings } from '../../settings/fields.ts';
import { captionOfEach } from '../charts/captions.ts';
import { generationAt, only } from '../charts/ensemble.ts';
import { lawLine } from '../charts/lawLine.ts';
import { ofOriginal } from '../charts/statistic.ts';
import { count, enumerated, percent, plural } from '../charts/words.ts';
import { averageAt, levelAt, severalAverages } from '../figures/severalAverages.ts';
import type { Demo } from './shared/demo.ts';
import { manyRuns } from './shared/manyRuns.ts';
import { WORDS_ALIVE } from './shared/texts/measures.ts';
import { orderOf, ORDERS, textFields, textOf, textRuns } from './shared/texts/settings.ts';

const compared = (settings: Settings): EnsembleConfig[] =>
  ORDERS.map(({ id }) => textRuns(settings, id));

const alive = (ensemble: EnsembleSoFar, row: number) => averageAt(ensemble, WORDS_ALIVE, row);

const nameOf = ({ config }: EnsembleSoFar) => `order ${orderOf(config)}`;

/** How far each order is from the law, as a share of it. */
function distances({ ensembles }: EnsemblesResult, row: number): number[] {
  return ensembles.map((ensemble) => {
    const law = lawLine(ensemble, WORDS_ALIVE)?.values[row] ?? NaN;
    return Math.abs(alive(ensemble, row) / law - 1);
  });
}

const wordsAlive = severalAverages({
  id: 'words-alive',
  title: 'Words alive under models of order 1, 2 and 3',
  name: 'Words alive',
  measure: WORDS_ALIVE,
  nameOf,
  shortNameOf: nameOf,
  lawName: 'law of order 1',
  takeaway(result, frame) {
    const first = only(result);
    const t = generationAt(first, frame);
    const [one, ...others] = distances(result, frame).map(percent);
    const [low, high] = [0.05, 0.95].map((p) =>
      count(Math.round(levelAt(first, WORDS_ALIVE, frame, p))),
    );
    return `In generation ${count(t)} the law is off by ${one} for order 1 and by ${enumerated(others)} for orders 2 and 3; nine runs in ten of order 1 keep between ${low} and ${high} words.`;
  },
  note: () =>
    'Each mark is the average of the runs. The law is worked out for single words drawn one by one, from how often each stands in the text; for orders 2 and 3 it is a guess that turns out well.',
});

/** One law for the words that models of any order keep. */
export const wordOrders: Demo<'ensembles'> = {
  ...manyRuns,
  id: 'word-orders',
  title: 'Does a model that looks at more words keep more of them?',
  fields: textFields({ n: 19_931, generations: 10, replicates: 20, seed: 'orders' }),
  folded: ['replicates', 'seed'],
  presets: [],
  input: (settings) => ({
    ensembles: compared(settings),
    keep: [WORDS_ALIVE.name],
    levels: [0.05, 0.95],
  }),
  sentence(result, frame) {
    const t = generationAt(only(result), frame);
    const law = lawLine(only(result), WORDS_ALIVE)?.values[frame] ?? NaN;
    const each = result.ensembles.map(
      (ensemble) => `${count(Math.round(alive(ensemble, frame)))} under ${nameOf(ensemble)}`,
    );
    return `Generation ${count(t)}: of the text’s ${count(ofOriginal(only(result), WORDS_ALIVE))} different words ${enumerated(each)} are left on average; the law of order 1 says ${count(Math.round(law))}.`;
  },
  caption: (result) => {
    const { config } = only(result);
    return captionOfEach(result.ensembles, 'of each order', {
      before: [textOf(config), `n = ${count(config.n)}`, plural(config.generations, 'generation')],
    });
  },
  figures: [wordsAlive],
  config: (settings) => textRuns(settings, '1'),
};
