import type { PassagesInput } from '../../lib/jobs/passages.ts';
import type { Settings } from '../../settings/fields.ts';
import { quantileOfFirstPassage } from '../../lib/theory/firstPassage.ts';
import type { Demo } from './shared/demo.ts';
import { fadingSentence, passages, passagesCaption } from '../figures/passages.ts';
import { manyRuns } from './shared/manyRuns.ts';
import { ensembleConfig, ensembleFields } from './shared/ensembleSettings.ts';
import { collapsingOnly, fractionField } from './shared/fadingSettings.ts';

const fadingOf = (settings: Settings) => ({
  n: Number(settings.n),
  estimator: String(settings.estimator),
  fraction: Number(settings.fraction),
});

/** All but one run in a thousand are there by the last generation simulated. */
const horizon = (settings: Settings) =>
  Math.max(20, Math.ceil(quantileOfFirstPassage({ ...fadingOf(settings), p: 0.999 })));

function input(settings: Settings): PassagesInput {
  const generations = horizon(settings);
  return {
    ensemble: ensembleConfig({ ...settings, generations }),
    below: { name: 'sigma', level: Number(settings.fraction) * Number(settings.sigma) },
  };
}

/** How long until a run has lost most of its spread. */
export const fading: Demo<'passages'> = {
  ...manyRuns,
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
  input,
  still: true,
  frames: () => 1,
  openAt: () => 0,
  frameLabel: () => 'All runs',
  sentence: fadingSentence,
  caption: passagesCaption,
  figures: [passages],
  config: (settings) => ensembleConfig({ ...settings, generations: horizon(settings) }),
};
