import type { EnsembleConfig } from '../../lib/ensemble/types.ts';
import { policiesCaption } from '../charts/captions.ts';
import type { Demo } from './shared/demo.ts';
import { LEVELS } from '../charts/ensemble.ts';
import { policyMean, policySentence } from '../figures/policyMean.ts';
import { policySpread } from '../figures/policySpread.ts';
import { manyRuns } from './shared/manyRuns.ts';
import { publishedPolicies } from './shared/publishedPolicies.ts';
import { ensembleUnder, policyFields, regimeField } from './shared/regimeSettings.ts';
import { defaultSettings, type Settings } from '../../settings/fields.ts';
import { href } from '../../settings/href.ts';
import { writeQuery } from '../../settings/links.ts';
import type { CellLink } from '../charts/grid.ts';

const ofSettings = (settings: Settings) => ensembleUnder(String(settings.regime), settings);

/** One policy: where the spread and the mean of the model go under it. */
export const policy: Demo<'ensembles'> = {
  ...manyRuns,
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
  sentence: policySentence,
  even: true,
  caption: policiesCaption,
  figures: [policySpread('policy-spread', 0), policyMean],
  config: ofSettings,
};

/** Where the runs of an ensemble can be looked at: this demo, with its settings. */
export function linkToPolicy(config: EnsembleConfig): CellLink {
  const settings = { ...defaultSettings(policy.fields), ...settingsOfPolicy(config) };
  const query = writeQuery('', policy.id, policy.fields, settings);
  return { href: `${href('/embed/policy/')}?${query}`, run: policy.id };
}

/** The settings of this demo that make an ensemble. */
export function settingsOfPolicy(config: EnsembleConfig): Settings {
  const { regime, regimeOptions, n, generations, replicates, seed, estimator, truth } = config;
  return { regime, ...regimeOptions, n, generations, replicates, seed, estimator, ...truth };
}
