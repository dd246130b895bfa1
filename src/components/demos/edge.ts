import type { EnsemblesInput } from '../../lib/jobs/ensembles.ts';
import type { Settings } from '../../settings/fields.ts';
import { mortalCaption } from '../charts/captions.ts';
import type { Demo } from './shared/demo.ts';
import { edgePath, edgeSentence } from '../figures/edge.ts';
import { only } from '../charts/ensemble.ts';
import { edgeNow } from '../figures/edgeNow.ts';
import { EDGE, edgeEnsemble, edgeFields, edgeRun } from './shared/edgeSettings.ts';
import { manyRuns } from './shared/manyRuns.ts';

const SOURCE = { n: 200, generations: 100, threshold: 10, meanlog: 2, sdlog: 0.5 };

function input(settings: Settings): EnsemblesInput {
  return {
    ensembles: [edgeEnsemble(settings)],
    keep: EDGE.map(({ name }) => name),
    levels: [0.05, 0.5, 0.95],
    runs: [edgeRun(settings)],
  };
}

/** The demo opens where its question has an answer: before the runs are lost. */
const EARLY = 10;

/** The recursion of the lognormal with a threshold. */
export const edge: Demo<'ensembles'> = {
  ...manyRuns,
  id: 'edge',
  title: 'Which of the three parameters wanders furthest?',
  fields: edgeFields({ n: 200, generations: 100, replicates: 300, seed: 'edge' }),
  folded: ['replicates', 'threshold', 'meanlog', 'sdlog'],
  presets: [
    { id: 'source', label: 'Wicklin’s settings', settings: { ...SOURCE, estimator: 'mle' } },
    {
      id: 'divisor',
      label: 'Divisor n − 1',
      settings: { ...SOURCE, estimator: 'mle-unbiased-scale' },
    },
    { id: 'nearly-normal', label: 'Less skewed', settings: { ...SOURCE, sdlog: 0.2 } },
    { id: 'skewed', label: 'More skewed', settings: { ...SOURCE, sdlog: 1 } },
  ],
  input,
  openAt: (result) =>
    Math.min(
      manyRuns.openAt(result),
      only(result).config.at.findLastIndex((t) => t <= EARLY),
    ),
  sentence: (result, frame) => edgeSentence(result, frame, EDGE),
  caption: mortalCaption,
  figures: [...EDGE.map((wanderer) => edgePath(wanderer)), edgeNow],
  config: edgeRun,
};
