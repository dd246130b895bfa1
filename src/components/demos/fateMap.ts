import type { EnsembleConfig } from '../../lib/ensemble/types.ts';
import { defaultsOf } from '../../lib/parameters.ts';
import { optionOf, realCount, share } from '../../lib/regimes/options.ts';
import { regimes } from '../../lib/regimes/index.ts';
import type { Settings } from '../../settings/fields.ts';
import { captionOfEach } from '../charts/captions.ts';
import type { Demo } from './shared/demo.ts';
import { fates, fatesSentence, type PolicyNames } from '../figures/fates.ts';
import { linkToPolicy } from './policy.ts';
import { manyRuns } from './shared/manyRuns.ts';
import { ensembleFields } from './shared/ensembleSettings.ts';
import { ensembleUnder } from './shared/regimeSettings.ts';

const SIZES = [10, 30, 100, 300, 1000];

/** Generations that the clock stops at: enough to see it happen, few enough to play. */
const STOPS = [1, 2, 5, 10, 20, 50, 100, 200, 300, 500, 1000];

/**
 * Options with which a policy stands in the map, where its own defaults would say less; one row
 * each.
 */
const ROWS: Readonly<Record<string, readonly ((n: number) => Settings)[]>> = {
  'fresh-real': [(n) => ({ share: 1 / n }), () => ({ share: 0.1 })],
  weighted: [() => ({ share: 0.5 })],
};

function cells(settings: Settings): EnsembleConfig[] {
  const generations = Number(settings.generations);
  const at = [...STOPS.filter((t) => t < generations), generations];
  return regimes.all.flatMap(({ id, options }) =>
    (ROWS[id] ?? [() => ({})]).flatMap((changes) =>
      SIZES.map((n) => {
        const chosen = { ...defaultsOf(options), ...changes(n) };
        return { ...ensembleUnder(id, { ...settings, ...chosen, n }), at };
      }),
    ),
  );
}

/** Where the share is one value of n, that is said instead of a number. */
const ONE_VALUE: PolicyNames = { name: 'Fresh real data, one value', short: 'Fresh, one value' };

const namesOf = ({ regime, regimeOptions, n }: EnsembleConfig) =>
  regime === 'fresh-real' && realCount(n, optionOf(regimeOptions, share)) <= 1 ? ONE_VALUE : null;

const USUAL = { estimator: 'unbiased-variance' };

const input = (settings: Settings) => cells({ ...settings, ...USUAL });

/** Every policy at every sample size. */
export const fateMap: Demo<'ensembles'> = {
  ...manyRuns,
  id: 'fate-map',
  title: 'Which policy keeps the model alive, and at which sample size?',
  fields: ensembleFields({
    n: 100,
    generations: 300,
    replicates: 100,
    seed: 'map',
    maxGenerations: 1_000,
    maxReplicates: 1_000,
  }).filter(({ name }) => name !== 'n' && name !== 'estimator'),
  folded: ['replicates', 'mu', 'sigma'],
  presets: [],
  speeds: [
    { value: 2, label: '2 a second' },
    { value: 1, label: '1 a second' },
  ],
  input: (settings) => ({ ensembles: input(settings), keep: ['mu', 'sigma'], levels: [0.5] }),
  sentence: (result, frame) => fatesSentence(result, frame, namesOf),
  caption: ({ ensembles }) =>
    captionOfEach(ensembles, 'in each cell', { after: ['unbiased variance'] }),
  figures: [fates(linkToPolicy, namesOf)],
  config: (settings) => ensembleUnder('accumulate', { ...settings, ...USUAL, n: 100 }),
};
