import type { PassagesInput } from '../../lib/jobs/passages.ts';
import type { Settings } from '../../settings/fields.ts';
import { meanFirstPassage, quantileOfFirstPassage } from '../../lib/theory/firstPassage.ts';
import type { Demo } from './shared/demo.ts';
import { fadingSentence, passages } from '../figures/passages.ts';
import { overGenerations } from './shared/ensembleDemo.ts';
import { COST_OF_A_STEP, ensembleConfig, ensembleFields } from './shared/ensembleSettings.ts';
import { collapsingOnly, fractionField } from './shared/fadingSettings.ts';

const fadingOf = (settings: Settings) => ({
  n: Number(settings.n),
  estimator: String(settings.estimator),
  fraction: Number(settings.fraction),
});

/** All but one run in a thousand are there by the last generation simulated. */
const horizon = (settings: Settings) =>
  Math.max(20, Math.ceil(quantileOfFirstPassage({ ...fadingOf(settings), p: 0.999 })));

function input(settings: Settings, replicates = Number(settings.replicates)): PassagesInput {
  const generations = horizon(settings);
  return {
    ensemble: { ...ensembleConfig({ ...settings, generations }), replicates },
    threshold: { name: 'sigma', level: Number(settings.fraction) * Number(settings.sigma) },
  };
}

/** How long until a run has lost most of its spread. */
export const fading: Demo<'passages'> = {
  ...overGenerations,
  id: 'fading',
  title: 'How long until a run has lost nine tenths of its spread?',
  job: 'passages',
  fields: [
    ...collapsingOnly(
      ensembleFields({
        n: 100,
        generations: 1,
        replicates: 5_000,
        seed: 'fade',
        maxN: 1_000,
        maxReplicates: 20_000,
      }),
    ).filter(({ name }) => name !== 'generations'),
    fractionField(0.1),
  ],
  folded: ['replicates', 'seed', 'mu', 'sigma'],
  presets: [],
  input: (settings) => input(settings),
  preview(settings) {
    const affordable = Math.floor(60_000 / meanFirstPassage(fadingOf(settings)));
    return input(settings, Math.min(Number(settings.replicates), 300, Math.max(20, affordable)));
  },
  cost: (settings) =>
    COST_OF_A_STEP * Number(settings.replicates) * meanFirstPassage(fadingOf(settings)),
  still: true,
  frames: () => 1,
  openAt: () => 0,
  frameLabel: () => 'All runs',
  sentence: fadingSentence,
  figures: [passages],
  config: (settings) => ensembleConfig({ ...settings, generations: horizon(settings) }),
};
