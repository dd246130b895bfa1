import { defaultsOf } from '../../lib/parameters.ts';
import { regimes } from '../../lib/regimes/index.ts';
import type { EnsembleConfig } from '../../lib/ensemble/types.ts';
import type { Settings } from '../../settings/fields.ts';
import { policiesCaption } from '../charts/captions.ts';
import type { Demo } from './shared/demo.ts';
import { LEVELS } from '../charts/ensemble.ts';
import { policySpread } from '../figures/policySpread.ts';
import { curationAlone, selectionSentence } from './shared/selectionSentence.ts';
import { manyRuns } from './shared/manyRuns.ts';
import { ensembleUnder, policyFields, regimeField } from './shared/regimeSettings.ts';

/** The policies that choose among a model's output or change it. */
const curating = regimes.all.filter(({ batches, options }) => {
  return batches({ t: 2, n: 100, options: defaultsOf(options) }).some(({ curation }) => curation);
});

/** With curation, and without. */
const compared = (settings: Settings): EnsembleConfig[] => [
  ensembleUnder(String(settings.rule), settings),
  ensembleUnder('replace', settings),
];

const law = { label: 'infinitely many values', at: curationAlone };

/** What selection does by itself, beside what chance does. */
export const selection: Demo<'ensembles'> = {
  ...manyRuns,
  id: 'selection',
  title: 'What does selection do to the model?',
  fields: policyFields(
    [{ ...regimeField('rule', 'What is done to the output', 'truncated', curating), radio: true }],
    {
      n: 1_000,
      generations: 40,
      replicates: 200,
      seed: 'choose',
      maxN: 10_000,
      maxGenerations: 500,
    },
    curating,
  ),
  folded: ['replicates', 'seed', 'estimator', 'mu', 'sigma'],
  presets: [],
  input: (settings) => ({ ensembles: compared(settings), keep: ['sigma'], levels: LEVELS }),
  sentence: selectionSentence,
  even: true,
  caption: policiesCaption,
  figures: [policySpread('selected', 0, { law }), policySpread('unselected', 1)],
  config: (settings) => ensembleUnder(String(settings.rule), settings),
};
