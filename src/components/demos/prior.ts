import type { EnsembleConfig } from '../../lib/ensemble/types.ts';
import { entryAt } from '../../lib/entryAt.ts';
import { optionOf } from '../../lib/regimes/options.ts';
import { estimatorFor } from '../../lib/estimators/index.ts';
import type { EnsembleSoFar, EnsemblesResult } from '../../lib/jobs/ensembles.ts';
import { parameterField, type Settings } from '../../settings/fields.ts';
import { policiesCaption } from '../charts/captions.ts';
import { bandOf, generationAt, LEVELS, only, simulated } from '../charts/ensemble.ts';
import { originally } from '../charts/statistic.ts';
import { count, short } from '../charts/words.ts';
import { policySpread } from '../figures/policySpread.ts';
import type { Demo } from './shared/demo.ts';
import { ensembleConfig, ensembleFields } from './shared/ensembleSettings.ts';
import { manyRuns } from './shared/manyRuns.ts';

const options = estimatorFor('normal', 'prior').options ?? [];
const [strength, tau] = [entryAt(options, 0), entryAt(options, 1)];

const under = (settings: Settings, expects: number): EnsembleConfig => ({
  ...ensembleConfig({ ...settings, estimator: 'prior' }),
  estimatorOptions: {
    strength: Number(settings.strength),
    tau: expects * Number(settings.sigma),
  },
});

const expectedBy = ({ config }: EnsembleSoFar) => optionOf(config.estimatorOptions, tau);

const nameOf = (ensemble: EnsembleSoFar) =>
  `${expectedBy(ensemble) === ensemble.config.truth.sigma ? 'Right prior' : 'Prior'}, τ = ${short(expectedBy(ensemble))}`;

/** Where the typical runs are, beside what was expected and what is true. */
function priorSentence(result: EnsemblesResult, frame: number): string {
  const parts = result.ensembles.map((ensemble) => {
    const band = bandOf(ensemble, frame);
    const s = band.survivors > 0 ? short(simulated(ensemble, band, 0.5)) : 'gone';
    return `${s} where the prior expects ${short(expectedBy(ensemble))}`;
  });
  const first = only(result);
  return `Generation ${count(generationAt(first, frame))}: the typical run’s standard deviation is ${parts.join(' and ')}; the original has ${short(originally(first, 'spread'))}.`;
}

/** A prior in the place of real data: right in one picture, the reader’s in the other. */
export const prior: Demo<'ensembles'> = {
  ...manyRuns,
  id: 'prior',
  title: 'Can a prior stand in for real data?',
  fields: [
    parameterField(tau, {
      name: 'expects',
      label: 'What the prior of the second picture expects, in SD of the original',
      min: 0.1,
      max: 10,
      default: 0.5,
    }),
    parameterField(strength),
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
    { id: 'half', label: 'Expects half', settings: { expects: 0.5, strength: 10 } },
    { id: 'double', label: 'Expects twice as much', settings: { expects: 2, strength: 10 } },
    { id: 'weak', label: 'Counts for one value', settings: { expects: 0.5, strength: 1 } },
  ],
  input: (settings) => ({
    ensembles: [1, Number(settings.expects)].map((expects) => under(settings, expects)),
    keep: ['sigma'],
    levels: LEVELS,
  }),
  sentence: priorSentence,
  even: true,
  caption: policiesCaption,
  figures: [policySpread('prior-right', 0, { nameOf }), policySpread('prior-wrong', 1, { nameOf })],
  config: (settings) => under(settings, 1),
};
