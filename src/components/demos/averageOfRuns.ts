import type { ChoiceField } from '../../settings/fields.ts';
import type { Demo } from './shared/demo.ts';
import { average, averageSentence, type AverageView } from '../figures/average.ts';
import { manyRuns } from './shared/manyRuns.ts';
import { ensembleConfig, ensembleFields } from './shared/ensembleSettings.ts';

const show: ChoiceField = {
  kind: 'choice',
  name: 'show',
  view: true,
  label: 'Show',
  radio: true,
  options: [
    { value: 'typical', label: 'The typical run' },
    { value: 'average', label: 'The average of runs' },
    { value: 'both', label: 'Both' },
  ],
  default: 'both',
};

const FEW_VALUES = { n: 20, generations: 300, estimator: 'unbiased-variance' };

/** Typical run against average of runs. */
export const averageOfRuns: Demo<'ensembles', AverageView> = {
  ...manyRuns,
  id: 'average-of-runs',
  title: 'Does the average of all runs collapse too?',
  fields: [
    show,
    ...ensembleFields({ n: 20, generations: 300, replicates: 1_000, seed: 'average' }),
  ],
  folded: ['seed', 'estimator', 'mu', 'sigma'],
  presets: [
    { id: 'hundred', label: '100 runs', settings: { ...FEW_VALUES, replicates: 100 } },
    { id: 'thousand', label: '1,000 runs', settings: { ...FEW_VALUES, replicates: 1_000 } },
    { id: 'most', label: '100,000 runs', settings: { ...FEW_VALUES, replicates: 100_000 } },
    {
      id: 'source',
      label: 'As in Wicklin’s article',
      settings: { ...FEW_VALUES, n: 200, generations: 500, replicates: 10_000 },
    },
  ],
  input: (settings) => ({
    ensembles: [ensembleConfig(settings)],
    keep: ['sigma'],
    levels: [0.5],
  }),
  view: ({ show: shown }) => ({ show: shown as AverageView['show'] }),
  sentence: averageSentence,
  figures: [average],
};
