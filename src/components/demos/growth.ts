import { spreadGenerations } from '../../lib/ensemble/config.ts';
import type { EnsembleConfig } from '../../lib/ensemble/types.ts';
import { regimes } from '../../lib/regimes/index.ts';
import type { Settings } from '../../settings/fields.ts';
import type { Demo } from './shared/demo.ts';
import { LEVELS } from '../charts/ensemble.ts';
import { growthFigure, growthSentence, growthCaption } from '../figures/growth.ts';
import { manyRuns } from './shared/manyRuns.ts';
import { ensembleFields } from './shared/ensembleSettings.ts';
import { ensembleUnder, optionField } from './shared/regimeSettings.ts';

/**
 * Powers drawn for comparison: constant samples, two kinds of growth that are too slow, and two
 * that are fast enough.
 */
const POWERS = [0, 0.5, 1, 1.5, 2];

const compared = (settings: Settings): EnsembleConfig[] =>
  [Number(settings.power), ...POWERS].map((power) => {
    const config = ensembleUnder('growing', { ...settings, power });
    return { ...config, at: spreadGenerations(config.generations, 81) };
  });

/** How fast samples must grow so that the spread survives. */
export const growth: Demo<'ensembles'> = {
  ...manyRuns,
  id: 'growth',
  title: 'How fast must the samples grow?',
  fields: [
    optionField(regimes.get('growing'), 'power', { default: 1.2 }),
    ...ensembleFields({
      n: 10,
      generations: 1_000,
      replicates: 2_000,
      seed: 'growth',
      maxN: 1_000,
      maxGenerations: 2_000,
    }),
  ],
  folded: ['replicates', 'seed', 'estimator', 'mu', 'sigma'],
  presets: [],
  input: (settings) => ({ ensembles: compared(settings), keep: ['sigma'], levels: LEVELS }),
  sentence: growthSentence,
  caption: growthCaption,
  figures: [growthFigure],
  config: (settings) => ensembleUnder('growing', settings),
};
