import { entryAt } from '../../lib/entryAt.ts';
import { spreadGenerations } from '../../lib/ensemble/config.ts';
import type { EnsembleConfig } from '../../lib/ensemble/types.ts';
import type { Field, NumberField, Settings } from '../../settings/fields.ts';
import { fallTimeOfMedian } from '../../lib/theory/fallTimeOfMedian.ts';
import type { Demo } from './shared/demo.ts';
import {
  halfLifeSentence,
  halfLives,
  type FallView,
  halfLivesCaption,
} from '../figures/halfLives.ts';
import { manyRuns } from './shared/manyRuns.ts';
import { ensembleConfig, ensembleFields } from './shared/ensembleSettings.ts';
import { collapsingOnly, fractionField } from './shared/fadingSettings.ts';

/** Sample sizes that are simulated, besides the reader's own. */
const SIZES = [5, 10, 20, 50, 100, 200, 500, 1000];

/** The simulation goes on until the typical run has surely fallen so far. */
const LONGER = 1.4;

function fields(): Field[] {
  const all = ensembleFields({
    n: 200,
    generations: 1,
    replicates: 1_000,
    seed: 'half',
    maxN: 1_000,
    maxReplicates: 10_000,
  });
  return [
    ...collapsingOnly(all).filter(({ name }) => name !== 'generations'),
    fractionField(0.5),
  ].map((field) => (field.name === 'n' ? { ...(field as NumberField), min: 5 } : field));
}

function ensemblesOf(settings: Settings): EnsembleConfig[] {
  const own = Number(settings.n);
  const sizes = [...new Set([...SIZES, own])].sort((a, b) => a - b);
  return sizes.map((n) => {
    const estimator = String(settings.estimator);
    const fall = fallTimeOfMedian({ n, estimator, fraction: Number(settings.fraction) });
    const generations = Math.ceil(LONGER * fall) + 5;
    return {
      ...ensembleConfig({ ...settings, n, generations }),
      at: spreadGenerations(generations, 81),
    };
  });
}

/** Half-life against n. */
export const halfLife: Demo<'ensembles', FallView> = {
  ...manyRuns,
  id: 'half-life',
  title: 'How long until the typical spread has halved?',
  fields: fields(),
  folded: ['replicates', 'seed', 'mu', 'sigma'],
  presets: [],
  input: (settings) => ({ ensembles: ensemblesOf(settings), keep: ['sigma'], levels: [0.5] }),
  view: ({ fraction, n }) => ({ fraction: Number(fraction), n: Number(n) }),
  still: true,
  frames: () => 1,
  openAt: () => 0,
  frameLabel: () => 'All sample sizes',
  sentence: halfLifeSentence,
  caption: halfLivesCaption,
  figures: [halfLives],
  config: (settings) =>
    ensemblesOf(settings).find(({ n }) => n === Number(settings.n)) ??
    entryAt(ensemblesOf(settings), 0),
};
