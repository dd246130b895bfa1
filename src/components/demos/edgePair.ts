import '../../lib/withLognormals.ts';
import type { EnsemblesInput } from '../../lib/jobs/ensembles.ts';
import { settingOf, type Field, type Settings } from '../../settings/fields.ts';
import { estimatorsFor } from '../../lib/estimators/index.ts';
import { mortalCaption } from '../charts/captions.ts';
import type { Demo } from './shared/demo.ts';
import { contrastSentence, edgePath } from '../figures/edge.ts';
import { EDGE, edgeEnsemble, edgeFields, edgeRun } from './shared/edgeSettings.ts';
import { manyRuns } from './shared/manyRuns.ts';
import { choice } from './shared/runSettings.ts';

const methods = estimatorsFor('lognormal3');

const second: Field = {
  ...choice('against', 'Against', methods),
  default: 'mle-unbiased-scale',
};

/** The settings of the first and of the second method. */
const both = (settings: Settings): Settings[] => [
  settings,
  { ...settings, estimator: settingOf(settings, 'against') },
];

const input = (settings: Settings): EnsemblesInput => ({
  ensembles: both(settings).map(edgeEnsemble),
  keep: [EDGE[0].name],
  levels: [0.05, 0.5, 0.95],
  runs: both(settings).map(edgeRun),
});

/** Two ways to estimate, on common random numbers. */
export const edgePair: Demo<'ensembles'> = {
  ...manyRuns,
  id: 'edge-pair',
  title: 'How much hangs on the method of estimation?',
  fields: [
    ...edgeFields({ n: 200, generations: 60, replicates: 200, seed: 'pair' }).flatMap((field) =>
      field.name === 'estimator' ? [field, second] : [field],
    ),
  ],
  folded: ['replicates', 'threshold', 'meanlog', 'sdlog'],
  presets: [],
  input,
  sentence: contrastSentence,
  even: true,
  caption: mortalCaption,
  figures: [edgePath(EDGE[0], 0), edgePath(EDGE[0], 1)],
  config: edgeRun,
};
