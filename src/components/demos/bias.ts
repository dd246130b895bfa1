import type { ShapesInput } from '../../lib/jobs/shapes.ts';
import type { ChoiceField, Field, NumberField, Settings } from '../../settings/fields.ts';
import type { RunConfig } from '../../lib/types.ts';
import { plain } from '../charts/words.ts';
import type { Demo } from './shared/demo.ts';
import {
  shapesBySize,
  shapesSentence,
  type ShapesView,
  shapesCaption,
} from '../figures/shapesBySize.ts';
import { edgeRun } from './shared/edgeSettings.ts';
import { runConfig, seedField } from './shared/runSettings.ts';

const SIZES = [5, 10, 20, 50, 100, 200, 500, 1000];
const statistic: ChoiceField = {
  kind: 'choice',
  name: 'statistic',
  view: true,
  label: 'Show',
  radio: true,
  options: [
    { value: 'skewness', label: 'skewness' },
    { value: 'kurtosis', label: 'kurtosis' },
  ],
  default: 'skewness',
};

const family: ChoiceField = {
  kind: 'choice',
  name: 'family',
  label: 'Drawn from',
  radio: true,
  options: [
    { value: 'lognormal', label: 'a lognormal' },
    { value: 'normal', label: 'a normal' },
  ],
  default: 'lognormal',
};

const sdlog: NumberField = {
  kind: 'number',
  name: 'sdlog',
  label: 'Log-scale of the lognormal',
  symbol: 'σ',
  min: 0.1,
  max: 1.2,
  integer: false,
  scale: 'log',
  default: 0.5,
};

const fields: readonly Field[] = [
  statistic,
  family,
  sdlog,
  {
    kind: 'number',
    name: 'replicates',
    label: 'Samples of each size',
    min: 100,
    max: 20_000,
    integer: true,
    scale: 'log',
    default: 2_000,
  },
  seedField('bias'),
];

const input = (settings: Settings): ShapesInput => ({
  family: String(settings.family),
  params:
    settings.family === 'normal'
      ? { mu: 0, sigma: 1 }
      : { meanlog: 0, sdlog: Number(settings.sdlog) },
  sizes: SIZES,
  replicates: Number(settings.replicates),
  seed: String(settings.seed),
});

/** What is drawn, in words. */
const valuesOf = ({ family: id, params }: ShapesInput) =>
  id === 'normal' ? 'normal values' : `lognormal values, σ = ${plain(params.sdlog ?? NaN)}`;

/** One sample of 200, as a run of one generation: what a program can show of this. */
function config(settings: Settings): RunConfig {
  const { seed = '', sdlog: scale = NaN } = settings;
  return settings.family === 'normal'
    ? runConfig({
        n: 200,
        generations: 1,
        seed,
        estimator: 'unbiased-variance',
        mu: 0,
        sigma: 1,
        stream: 'keyed',
      })
    : edgeRun({
        n: 200,
        generations: 1,
        seed,
        estimator: 'moments',
        threshold: 0,
        meanlog: 0,
        sdlog: scale,
      });
}

/** Bias of skewness and kurtosis. */
export const bias: Demo<'shapes', ShapesView> = {
  id: 'bias',
  title: 'How skewed does a small sample look?',
  job: 'shapes',
  grows: true,
  fields,
  folded: ['replicates', 'seed'],
  presets: [],
  speeds: [{ value: 1, label: 'still' }],
  still: true,
  repair: (settings) => ({ settings, notes: [] }),
  input,
  view: (settings) => ({ statistic: settings.statistic as ShapesView['statistic'] }),
  frames: () => 1,
  openAt: () => 0,
  frameLabel: () => 'All sizes',
  sentence: shapesSentence,
  caption: (result) => shapesCaption(result, valuesOf(result.input)),
  figures: [shapesBySize],
  config,
};
