import { entryAt } from '../../lib/entryAt.ts';
import type { EnsembleConfig } from '../../lib/ensemble/types.ts';
import { regimes } from '../../lib/regimes/index.ts';
import type { Settings } from '../../settings/fields.ts';
import type { Demo } from './shared/demo.ts';
import {
  definitionsGrid,
  definitionsSentence,
  definitionsCaption,
} from '../figures/definitions.ts';
import { linkToPolicy } from './policy.ts';
import { manyRuns } from './shared/manyRuns.ts';
import { ensembleFields } from './shared/ensembleSettings.ts';
import { ensembleUnder, optionField } from './shared/regimeSettings.ts';

const COMPARED = [
  'replace',
  'soft-selection',
  'fixed-real',
  'fresh-real',
  'accumulate-subsample',
  'accumulate',
];

const STOPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/**
 * Every policy at n, then every policy at four times as many: how the risk depends on n is one of
 * the questions.
 */
function compared(settings: Settings): EnsembleConfig[] {
  const generations = Number(settings.generations);
  // Half the time, for the definitions that ask whether it goes on.
  const stops = [...STOPS, Math.round(generations / 2)].filter((t) => t >= 1 && t < generations);
  const at = [...new Set(stops), generations].sort((a, b) => a - b);
  const usual = { ...settings, estimator: 'unbiased-variance' };
  return [1, 4].flatMap((times) =>
    COMPARED.map((regime) => {
      // Fixed real values are as many as there are, however many synthetic ones stand beside them.
      const share = Number(settings.share) / (regime === 'fixed-real' ? times : 1);
      const n = times * Number(settings.n);
      return { ...ensembleUnder(regime, { ...usual, n, share }), at };
    }),
  );
}

/** The same runs under every definition of collapse. */
export const definitions: Demo<'ensembles'> = {
  ...manyRuns,
  id: 'definitions',
  title: 'Has it collapsed? It depends on the definition',
  fields: [
    ...ensembleFields({
      n: 100,
      generations: 200,
      replicates: 300,
      seed: 'define',
      maxN: 500,
      maxGenerations: 1_000,
      maxReplicates: 2_000,
    }).filter(({ name }) => name !== 'estimator'),
    optionField(regimes.get('fresh-real'), 'share', { default: 0.1 }),
  ],
  folded: ['replicates', 'seed', 'mu', 'sigma'],
  presets: [],
  speeds: [
    { value: 2, label: '2 a second' },
    { value: 1, label: '1 a second' },
  ],
  input: (settings) => ({ ensembles: compared(settings), keep: ['mu', 'sigma'], levels: [0.5] }),
  sentence: definitionsSentence,
  caption: definitionsCaption,
  figures: [definitionsGrid(linkToPolicy)],
  config: (settings) => entryAt(compared(settings), 0),
};
