import { spreadGenerations } from '../../lib/ensemble/config.ts';
import type { EnsembleConfig } from '../../lib/ensemble/types.ts';
import type { Settings } from '../../settings/fields.ts';
import { policiesCaption } from '../charts/captions.ts';
import type { Demo } from './shared/demo.ts';
import { LEVELS } from '../charts/ensemble.ts';
import { contrastOfPolicies, policySpread } from '../figures/policySpread.ts';
import { manyRuns } from './shared/manyRuns.ts';
import { ensembleUnder, policyFields, regimeField } from './shared/regimeSettings.ts';

const PLACES = ['first', 'second', 'third'] as const;

/** The same n, seed and estimator under each of the three policies. */
const compared = (settings: Settings): EnsembleConfig[] =>
  PLACES.map((place) => {
    const config = ensembleUnder(String(settings[place]), settings);
    return { ...config, at: spreadGenerations(config.generations, 61) };
  });

/** Three policies side by side, on common random numbers and one scale. */
export const policies: Demo<'ensembles'> = {
  ...manyRuns,
  id: 'policies',
  title: 'Same model, same sample size: does it matter what is done with the old data?',
  fields: policyFields(
    [
      regimeField('first', 'First picture', 'replace'),
      regimeField('second', 'Second picture', 'accumulate'),
      regimeField('third', 'Third picture', 'fresh-real'),
    ],
    { n: 100, generations: 500, replicates: 1_000, seed: 'policy', maxGenerations: 2_000 },
  ),
  folded: ['replicates', 'seed', 'estimator', 'mu', 'sigma'],
  presets: [
    {
      id: 'mix',
      label: 'Replace, accumulate, mix',
      settings: { first: 'replace', second: 'accumulate', third: 'fresh-real', share: 0.1 },
    },
    {
      id: 'real',
      label: 'Fresh, fixed, weighted',
      settings: { first: 'fresh-real', second: 'fixed-real', third: 'weighted', share: 0.1 },
    },
    {
      id: 'budget',
      label: 'All of it or a budget',
      settings: { first: 'replace', second: 'accumulate', third: 'accumulate-subsample' },
    },
    {
      id: 'selection',
      label: 'Replace, trim, taste',
      settings: { first: 'replace', second: 'truncated', third: 'soft-selection' },
    },
  ],
  input: (settings) => ({ ensembles: compared(settings), keep: ['sigma'], levels: LEVELS }),
  sentence: contrastOfPolicies,
  even: true,
  caption: policiesCaption,
  figures: PLACES.map((place, i) => policySpread(`policy-${place}`, i)),
  config: (settings) => ensembleUnder(String(settings.first), settings),
};
