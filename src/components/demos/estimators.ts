import { spreadGenerations } from '../../lib/ensemble/config.ts';
import type { EnsembleConfig } from '../../lib/ensemble/types.ts';
import { estimatorFor } from '../../lib/estimators/index.ts';
import type { Settings } from '../../settings/fields.ts';
import { estimatorsCaption } from '../charts/captions.ts';
import type { Demo } from './shared/demo.ts';
import { LEVELS } from '../charts/ensemble.ts';
import { estimatorFan, estimatorsSentence } from '../figures/estimatorFan.ts';
import { manyRuns } from './shared/manyRuns.ts';
import { ensembleConfig, ensembleFields } from './shared/ensembleSettings.ts';

/** From the fastest collapse to none. */
const COMPARED = [
  'maximum-likelihood',
  'unbiased-variance',
  'unbiased-standard-deviation',
  'unbiased-log',
];

/** The same runs under each estimator: the same seed, so the same random numbers. */
const compared = (settings: Settings): EnsembleConfig[] =>
  COMPARED.map((estimator) => {
    const config = ensembleConfig({ ...settings, estimator });
    return { ...config, at: spreadGenerations(config.generations, 61) };
  });

/** Four ways to estimate the spread, by common random numbers. */
export const estimators: Demo<'ensembles'> = {
  ...manyRuns,
  id: 'estimators',
  title: 'Can a better estimate of the spread stop the collapse?',
  fields: ensembleFields({ n: 50, generations: 300, replicates: 2_000, seed: 'common' }).filter(
    ({ name }) => name !== 'estimator',
  ),
  folded: ['replicates', 'mu', 'sigma'],
  presets: [],
  input: (settings) => ({ ensembles: compared(settings), keep: ['sigma'], levels: LEVELS }),
  sentence: estimatorsSentence,
  caption: estimatorsCaption,
  figures: COMPARED.map((id, i) => estimatorFan(id, i, estimatorFor('normal', id).label)),
  config: (settings) => ensembleConfig({ ...settings, estimator: 'unbiased-variance' }),
};
