import { entryAt } from '../../lib/entryAt.ts';
import type { EnsembleConfig } from '../../lib/ensemble/types.ts';
import type { EnsembleSoFar } from '../../lib/jobs/ensembles.ts';
import { regimes } from '../../lib/regimes/index.ts';
import type { Settings } from '../../settings/fields.ts';
import { captionOfEach } from '../charts/captions.ts';
import { generationAt, only } from '../charts/ensemble.ts';
import { ofOriginal } from '../charts/statistic.ts';
import { policyName } from '../charts/policy.ts';
import { count, enumerated, plural } from '../charts/words.ts';
import { averageAt, levelAt, severalAverages } from '../figures/severalAverages.ts';
import type { Demo } from './shared/demo.ts';
import { manyRuns } from './shared/manyRuns.ts';
import { optionField } from './shared/regimeSettings.ts';
import { WORDS_ALIVE } from './shared/texts/measures.ts';
import { orderField, orderName, textFields, textOf, textRuns } from './shared/texts/settings.ts';

/** From the one that loses most to the one that loses least. */
const COMPARED = ['replace', 'fixed-real', 'fresh-real', 'accumulate'] as const;

const compared = (settings: Settings): EnsembleConfig[] =>
  COMPARED.map((regime) => ({
    ...textRuns(settings),
    regime,
    ...(regimes.get(regime).options.length > 0 && {
      regimeOptions: { share: Number(settings.share) },
    }),
  }));

const alive = (ensemble: EnsembleSoFar, row: number) => averageAt(ensemble, WORDS_ALIVE, row);

const shortOf = ({ config }: EnsembleSoFar) => regimes.get(config.regime).short.toLowerCase();

const aliveUnderEach = severalAverages({
  id: 'words-kept',
  title: 'Words alive, by what is done with the old text',
  name: 'Words alive',
  measure: WORDS_ALIVE,
  nameOf: (ensemble) => policyName(ensemble),
  shortNameOf: shortOf,
  lawName: 'law',
  takeaway(result, frame) {
    const ranges = result.ensembles.map((ensemble) => {
      const [low, high] = [0.05, 0.95].map((level) =>
        count(Math.round(levelAt(ensemble, WORDS_ALIVE, frame, level))),
      );
      return `${low} to ${high} under ${shortOf(ensemble)}`;
    });
    const t = generationAt(only(result), frame);
    return `Nine runs in ten keep in generation ${count(t)}: ${enumerated(ranges)}.`;
  },
  note: () =>
    'Each mark is the average of the runs. A law is known where nothing real is added after the first generation: under replace, and under accumulate, where no word dies that the first generation holds.',
});

/** What keeps words alive. */
export const wordPolicies: Demo<'ensembles'> = {
  ...manyRuns,
  id: 'word-policies',
  title: 'What keeps words alive?',
  fields: [
    orderField('1'),
    optionField(regimes.get('fresh-real'), 'share', {
      label: 'Real words, as a share of each generation',
      min: 0.001,
      scale: 'log',
    }),
    ...textFields({ n: 5_000, generations: 20, replicates: 20, seed: 'alive' }),
  ],
  folded: ['replicates', 'seed'],
  presets: [],
  input: (settings) => ({
    ensembles: compared(settings),
    keep: [WORDS_ALIVE.name],
    levels: [0.05, 0.95],
  }),
  sentence(result, frame) {
    const t = generationAt(only(result), frame);
    const each = result.ensembles.map(
      (ensemble) => `${count(Math.round(alive(ensemble, frame)))} under ${shortOf(ensemble)}`,
    );
    const words = count(ofOriginal(only(result), WORDS_ALIVE));
    return `Generation ${count(t)}: of ${words} different words a model still knows, on average, ${enumerated(each)}.`;
  },
  caption: (result) => {
    const { config } = only(result);
    return captionOfEach(result.ensembles, 'under each policy', {
      before: [
        textOf(config),
        orderName(config),
        `n = ${count(config.n)}`,
        plural(config.generations, 'generation'),
      ],
    });
  },
  figures: [aliveUnderEach],
  config: (settings) => entryAt(compared(settings), 0),
};
