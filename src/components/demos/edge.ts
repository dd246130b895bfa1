import type { EnsemblesInput } from '../../lib/jobs/ensembles.ts';
import type { Settings } from '../../settings/fields.ts';
import type { Demo } from './shared/demo.ts';
import { edgePath, edgeSentence } from '../figures/edge.ts';
import { only } from '../charts/ensemble.ts';
import { edgeNow } from '../figures/edgeNow.ts';
import { edgeEnsemble, edgeFields, edgeRun } from './shared/edgeSettings.ts';
import { overGenerations } from './shared/ensembleDemo.ts';

/** What drawing and fitting one value costs, in draws of a normal value. */
const COST_OF_A_VALUE = 9;

/** Values that a preview may draw and fit on the page's own thread: some 8 ms. */
const PREVIEW_VALUES = 60_000;

const SOURCE = { n: 200, generations: 100, threshold: 10, meanlog: 2, sdlog: 0.5 };

function input(settings: Settings, replicates = Number(settings.replicates)): EnsemblesInput {
  return {
    ensembles: [{ ...edgeEnsemble(settings), replicates }],
    keep: ['threshold', 'meanlog', 'sdlog'],
    levels: [0.05, 0.5, 0.95],
    runs: [edgeRun(settings)],
  };
}

const valuesOfARun = (settings: Settings) => Number(settings.n) * Number(settings.generations);

/** Rough count of draws for the runs of an ensemble. */
export const edgeCost = (settings: Settings) =>
  COST_OF_A_VALUE * Number(settings.replicates) * valuesOfARun(settings);

/** The demo opens where its question has an answer: before the runs are lost. */
const EARLY = 10;

/** Runs that a preview can afford for each of so many ensembles. */
export const previewRuns = (settings: Settings, ensembles: number) =>
  Math.min(
    Number(settings.replicates),
    Math.max(3, Math.floor(PREVIEW_VALUES / ensembles / valuesOfARun(settings))),
  );

/** The recursion of the lognormal with a threshold. */
export const edge: Demo<'ensembles'> = {
  ...overGenerations,
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
  input: (settings) => input(settings),
  preview: (settings) => input(settings, previewRuns(settings, 1)),
  openAt: (result) =>
    Math.min(
      overGenerations.openAt(result),
      only(result).config.at.findLastIndex((t) => t <= EARLY),
    ),
  cost: edgeCost,
  sentence: edgeSentence,
  figures: [edgePath(0), edgePath(1), edgePath(2), edgeNow],
  config: edgeRun,
};
