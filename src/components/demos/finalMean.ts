import type { Demo } from './shared/demo.ts';
import { LEVELS } from '../charts/ensemble.ts';
import { finalMeans, finalMeanSentence } from '../figures/finalMeans.ts';
import { manyRuns } from './shared/manyRuns.ts';
import { ensembleConfig, ensembleFields } from './shared/ensembleSettings.ts';

const SETTINGS = { replicates: 10_000, estimator: 'unbiased-variance' };

/** Where the means come to rest. */
export const finalMean: Demo<'ensembles'> = {
  ...manyRuns,
  id: 'final-mean',
  title: 'Where does the mean come to rest?',
  fields: ensembleFields({ n: 50, generations: 500, replicates: 10_000, seed: 'rest' }),
  folded: ['replicates', 'seed', 'estimator', 'mu', 'sigma'],
  presets: [
    {
      id: 'ten',
      label: '10 values, 100 rounds',
      settings: { ...SETTINGS, n: 10, generations: 100 },
    },
    {
      id: 'fifty',
      label: '50 values, 500 rounds',
      settings: { ...SETTINGS, n: 50, generations: 500 },
    },
    {
      id: 'two-hundred',
      label: '200 values, 2,000 rounds',
      settings: { ...SETTINGS, n: 200, generations: 2000 },
    },
  ],
  input: (settings) => ({ ensembles: [ensembleConfig(settings)], keep: ['mu'], levels: LEVELS }),
  sentence: finalMeanSentence,
  figures: [finalMeans],
};
