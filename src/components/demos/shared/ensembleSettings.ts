import { spreadGenerations } from '../../../lib/ensemble/config.ts';
import type { EnsembleConfig } from '../../../lib/ensemble/types.ts';
import type { Field, NumberField, Settings } from '../../../settings/fields.ts';
import { count } from '../../charts/words.ts';
import { runConfig, runFields, type RunDefaults } from './runSettings.ts';

/** Defaults that differ from demo to demo. */
export interface EnsembleDefaults extends Omit<RunDefaults, 'stream'> {
  readonly replicates: number;
  readonly maxReplicates?: number;
}

/** What an ensemble is asked for where a link or a form says nothing else: many runs on this site's own streams. */
export function ensembleFields({
  replicates,
  maxReplicates = 100_000,
  ...defaults
}: EnsembleDefaults): Field[] {
  const runs: NumberField = {
    kind: 'number',
    name: 'replicates',
    label: 'Runs',
    min: 10,
    max: maxReplicates,
    integer: true,
    scale: 'log',
    default: replicates,
  };
  const [n, generations, ...rest] = runFields({ ...defaults, stream: 'keyed' });
  // Only the site's own streams have many runs for each seed.
  return [n!, generations!, runs, ...rest.filter(({ name }) => name !== 'stream')];
}

/** The ensemble that the settings ask for, with the generations that a chart shows. */
export function ensembleConfig(settings: Settings): EnsembleConfig {
  const config = runConfig({ ...settings, stream: 'keyed' });
  return {
    ...config,
    replicates: Number(settings.replicates),
    at: spreadGenerations(config.generations),
  };
}

/** Generations by shortcut that a preview may make on the page's own thread: some 4 ms. */
const PREVIEW_STEPS = 60_000;

/** The first replicates of the same ensemble, as many as a drag can afford; shared between `ensembles` of them. */
export function fewer(config: EnsembleConfig, ensembles = 1): EnsembleConfig {
  const affordable = Math.floor(PREVIEW_STEPS / (ensembles * config.generations));
  const replicates = Math.min(config.replicates, 400, Math.max(20, affordable));
  return { ...config, replicates };
}

/** What a generation by shortcut costs, in draws of a value. */
export const COST_OF_A_STEP = 5;

/** "3,400 of 10,000 runs". */
export const runsDone = (settings: Settings, share: number) =>
  `${count(Math.round(share * Number(settings.replicates)))} of ${count(Number(settings.replicates))} runs`;
