import type { EnsembleConfig } from '../../lib/ensemble/types.ts';
import { regimes } from '../../lib/regimes/index.ts';
import { onLogScale } from '../../lib/special/logScale.ts';
import type { Settings } from '../../settings/fields.ts';
import { slopesCaption, slopesFigure, slopesSentence } from '../figures/slopes.ts';
import type { Demo } from './shared/demo.ts';
import { ensembleFields } from './shared/ensembleSettings.ts';
import { manyRuns } from './shared/manyRuns.ts';
import { ensembleUnder, optionField } from './shared/regimeSettings.ts';

const REGIME = 'accumulate-fresh';

/** Shares drawn for comparison: two below one half, one half, and nothing but real values. */
const SHARES = [0, 0.25, 0.5, 1];

/** Generations that are evenly spread on a logarithmic axis. */
const spread = (generations: number) => [
  ...new Set(Array.from({ length: 41 }, (_, i) => Math.round(onLogScale(1, generations, i / 40)))),
];

/** The reader's own share first. */
const compared = (settings: Settings): EnsembleConfig[] =>
  [Number(settings.share), ...SHARES].map((share) => {
    const config = ensembleUnder(REGIME, { ...settings, share });
    return { ...config, at: spread(config.generations) };
  });

/** What a share of real values does to a store that nothing leaves. */
export const slopes: Demo<'ensembles'> = {
  ...manyRuns,
  id: 'slopes',
  title: 'How fast does the error fall if some of what comes new is real?',
  fields: [
    optionField(regimes.get(REGIME), 'share'),
    ...ensembleFields({
      n: 100,
      generations: 1_000,
      replicates: 500,
      seed: 'slopes',
      maxN: 1_000,
      maxGenerations: 2_000,
    }),
  ],
  folded: ['replicates', 'seed', 'estimator', 'mu', 'sigma'],
  presets: [],
  input: (settings) => ({ ensembles: compared(settings), keep: ['mu'], levels: [0.5] }),
  sentence: slopesSentence,
  caption: slopesCaption,
  figures: [slopesFigure],
  config: (settings) => ensembleUnder(REGIME, settings),
};
