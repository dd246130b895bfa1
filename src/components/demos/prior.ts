import type { EnsembleConfig } from '../../lib/ensemble/types.ts';
import { estimatorFor } from '../../lib/estimators/index.ts';
import type { EnsembleSoFar, EnsemblesResult } from '../../lib/jobs/ensembles.ts';
import { parameterField, type Settings } from '../../settings/fields.ts';
import { policiesCaption } from '../charts/captions.ts';
import { LEVELS, simulated } from '../charts/ensemble.ts';
import { count, short } from '../charts/words.ts';
import { policySpread } from '../figures/policySpread.ts';
import type { Demo } from './shared/demo.ts';
import { ensembleConfig, ensembleFields } from './shared/ensembleSettings.ts';
import { manyRuns } from './shared/manyRuns.ts';

const [strength, tau] = estimatorFor('normal', 'prior').options!;

const under = (settings: Settings, guess: number): EnsembleConfig => ({
  ...ensembleConfig({ ...settings, estimator: 'prior' }),
  estimatorOptions: {
    strength: Number(settings.strength),
    tau: guess * Number(settings.sigma),
  },
});

const expectedBy = ({ config }: EnsembleSoFar) => config.estimatorOptions!.tau!;

const nameOf = (ensemble: EnsembleSoFar) =>
  `${expectedBy(ensemble) === ensemble.config.truth.sigma ? 'Right prior' : 'Prior'}, τ = ${short(expectedBy(ensemble))}`;

/** Where the typical runs are, beside what was expected and what is true. */
function priorSentence({ ensembles }: EnsemblesResult, frame: number): string {
  const parts = ensembles.map((ensemble) => {
    const band = ensemble.bands[frame]!;
    const s = band.survivors > 0 ? short(simulated(ensemble, band, 0.5)) : 'gone';
    return `${s} where the prior expects ${short(expectedBy(ensemble))}`;
  });
  const { bands, config } = ensembles[0]!;
  return `Generation ${count(bands[frame]!.t)}: the typical run’s standard deviation is ${parts.join(' and ')}; the original has ${short(config.truth.sigma!)}.`;
}

/** A prior in the place of real data: right in one picture, the reader’s in the other. */
export const prior: Demo<'ensembles'> = {
  ...manyRuns,
  id: 'prior',
  title: 'Can a prior stand in for real data?',
  fields: [
    parameterField(tau!, {
      name: 'guess',
      label: 'What the prior of the second picture expects, in SD of the original',
      min: 0.1,
      max: 10,
      default: 0.5,
    }),
    parameterField(strength!),
    ...ensembleFields({
      n: 100,
      generations: 200,
      replicates: 1_000,
      seed: 'prior',
      maxN: 1_000,
      maxGenerations: 1_000,
    }).filter(({ name }) => name !== 'estimator'),
  ],
  folded: ['replicates', 'seed', 'mu', 'sigma'],
  presets: [
    { id: 'half', label: 'Expects half', settings: { guess: 0.5, strength: 10 } },
    { id: 'double', label: 'Expects twice as much', settings: { guess: 2, strength: 10 } },
    { id: 'weak', label: 'Counts for one value', settings: { guess: 0.5, strength: 1 } },
  ],
  input: (settings) => ({
    ensembles: [1, Number(settings.guess)].map((guess) => under(settings, guess)),
    keep: ['sigma'],
    levels: LEVELS,
  }),
  sentence: priorSentence,
  even: true,
  caption: policiesCaption,
  figures: [policySpread('prior-right', 0, { nameOf }), policySpread('prior-wrong', 1, { nameOf })],
  config: (settings) => under(settings, 1),
};
