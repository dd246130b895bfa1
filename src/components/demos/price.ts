import { spreadGenerations } from '../../lib/ensemble/config.ts';
import type { EnsembleConfig } from '../../lib/ensemble/types.ts';
import { regimes } from '../../lib/regimes/index.ts';
import type { Settings } from '../../settings/fields.ts';
import type { Demo } from './shared/demo.ts';
import { priceFigure, priceSentence, priceCaption } from '../figures/price.ts';
import { manyRuns } from './shared/manyRuns.ts';
import { ensembleFields } from './shared/ensembleSettings.ts';
import { ensembleUnder, optionField } from './shared/regimeSettings.ts';

const COMPARED = ['replace', 'accumulate-subsample', 'accumulate', 'fresh-real'];

const compared = (settings: Settings): EnsembleConfig[] =>
  COMPARED.map((regime) => {
    const config = ensembleUnder(regime, settings);
    return { ...config, at: spreadGenerations(config.generations, 81) };
  });

/** What keeping data buys, counted in honest fits. */
export const price: Demo<'ensembles'> = {
  ...manyRuns,
  id: 'price',
  title: 'How much worse than one honest fit does it get?',
  fields: [
    ...ensembleFields({
      n: 100,
      generations: 200,
      replicates: 2_000,
      seed: 'price',
      maxN: 1_000,
      maxGenerations: 1_000,
    }),
    optionField(regimes.get('fresh-real'), 'share', { default: 0.1 }),
  ],
  folded: ['replicates', 'seed', 'estimator', 'mu', 'sigma'],
  presets: [],
  input: (settings) => ({ ensembles: compared(settings), keep: ['mu'], levels: [0.5] }),
  sentence: priceSentence,
  caption: priceCaption,
  figures: [
    priceFigure({
      keepsAll: 'accumulate',
      names: { 'accumulate-subsample': 'budget', 'fresh-real': 'fresh share' },
    }),
  ],
  config: (settings) => ensembleUnder('accumulate', settings),
};
