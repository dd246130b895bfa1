import type { EnsembleConfig } from '../../lib/ensemble/types.ts';
import { regimes } from '../../lib/regimes/index.ts';
import { realCount } from '../../lib/regimes/options.ts';
import type { Settings } from '../../settings/fields.ts';
import { policiesCaption } from '../charts/captions.ts';
import type { Demo } from './shared/demo.ts';
import { LEVELS } from '../charts/ensemble.ts';
import { policyMean, policySentence } from '../figures/policyMean.ts';
import { policySpread } from '../figures/policySpread.ts';
import { resting } from '../figures/resting.ts';
import { manyRuns } from './shared/manyRuns.ts';
import { ensembleUnder, policyFields, regimeField } from './shared/regimeSettings.ts';

const MIXES = [regimes.get('fresh-real'), regimes.get('fixed-real')];

/** Shares that are simulated besides the reader's own; one value at least. */
const SHARES = [0.001, 0.02, 0.05, 0.1, 0.2, 0.5, 1];

/** The resting point is known for the source's estimator: there is no other in this demo. */
const ownOf = (settings: Settings) =>
  ensembleUnder(String(settings.kind), { ...settings, estimator: 'unbiased-variance' });

/** The reader's own share first, then the others, each number of real values once. */
function compared(settings: Settings): EnsembleConfig[] {
  const n = Number(settings.n);
  const own = ownOf(settings);
  const taken = new Set([realCount(n, Number(settings.share))]);
  const others = SHARES.filter((share) => {
    const real = realCount(n, share);
    return !taken.has(real) && taken.add(real);
  });
  return [
    own,
    ...others.map((share) => ({
      ...ownOf({ ...settings, share }),
      at: own.at,
    })),
  ];
}

/** How much real data it takes. */
export const realShare: Demo<'ensembles'> = {
  ...manyRuns,
  id: 'real-share',
  title: 'How much real data does it take?',
  fields: policyFields(
    [{ ...regimeField('kind', 'The real values are', 'fresh-real', MIXES), radio: true }],
    {
      n: 100,
      generations: 400,
      replicates: 1_000,
      seed: 'share',
      maxN: 1_000,
      maxGenerations: 1_000,
    },
    MIXES,
  ).filter(({ name }) => name !== 'estimator'),
  folded: ['replicates', 'seed', 'mu', 'sigma'],
  presets: [
    { id: 'tenth', label: 'Ten values of a hundred', settings: { n: 100, share: 0.1 } },
    { id: 'one', label: 'One value of a hundred', settings: { n: 100, share: 0.01 } },
    { id: 'half', label: 'Half', settings: { n: 100, share: 0.5 } },
  ],
  input: (settings) => ({
    ensembles: compared(settings),
    keep: ['mu', 'sigma'],
    levels: LEVELS,
  }),
  sentence: policySentence,
  caption: ({ ensembles }) => policiesCaption({ ensembles: ensembles.slice(0, 1) }),
  figures: [policySpread('share-spread', 0), policyMean, resting],
  config: ownOf,
};
