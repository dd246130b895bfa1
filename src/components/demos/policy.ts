import type { EnsembleConfig } from '../../lib/ensemble/types.ts';
import type { Demo } from '../demo/definition.ts';
import { LEVELS } from '../figures/ensemble.ts';
import { policyMean, policySentence } from '../figures/policyMean.ts';
import { policySpread } from '../figures/policySpread.ts';
import { overGenerations } from './ensembleDemo.ts';
import { publishedPolicies } from './publishedPolicies.ts';
import { costOf, ensembleUnder, policyFields, previewOf, regimeField } from './regimeSettings.ts';
import type { Settings } from '../../lib/settings.ts';

const ofSettings = (settings: Settings) => ensembleUnder(String(settings.regime), settings);

/** One policy: where the spread and the mean of the model go under it. */
export const policy: Demo<'ensembles'> = {
  ...overGenerations,
  id: 'policy',
  title: 'What becomes of the model under one policy?',
  fields: policyFields([regimeField('regime', 'What a generation is fitted to', 'accumulate')], {
    n: 100,
    generations: 500,
    replicates: 1_000,
    seed: 'policy',
    maxGenerations: 2_000,
  }),
  folded: ['replicates', 'seed', 'estimator', 'mu', 'sigma'],
  presets: publishedPolicies,
  input: (settings) => ({
    ensembles: [ofSettings(settings)],
    keep: ['mu', 'sigma'],
    levels: LEVELS,
  }),
  preview: (settings) => ({
    ensembles: previewOf([ofSettings(settings)]),
    keep: ['mu', 'sigma'],
    levels: LEVELS,
  }),
  cost: (settings) => costOf([ofSettings(settings)]),
  sentence: policySentence,
  even: true,
  figures: [policySpread('policy-spread', 0), policyMean],
  config: ofSettings,
};

/** The settings of this demo that make an ensemble. */
export function settingsOfPolicy(config: EnsembleConfig): Settings {
  const { regime, regimeOptions, n, generations, replicates, seed, estimator, truth } = config;
  return { regime, ...regimeOptions, n, generations, replicates, seed, estimator, ...truth };
}
