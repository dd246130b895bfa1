import { spreadGenerations } from '../../../lib/ensemble/config.ts';
import type { EnsembleConfig } from '../../../lib/ensemble/types.ts';
import type { Field, NumberField, Settings } from '../../../settings/fields.ts';
import { runConfig, runFields, type RunDefaults } from './runSettings.ts';

/** Defaults that differ from demo to demo. */
export interface EnsembleDefaults extends Omit<RunDefaults, 'stream'> {
  readonly replicates: number;
  readonly maxReplicates?: number;
}

/**
 * What an ensemble is asked for where a link or a form says nothing else: many runs on this site's
 * own streams.
 */
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
  const fields = runFields({ ...defaults, stream: 'keyed' });
  // Only the site's own streams have many runs for each seed.
  const rest = fields.slice(2).filter(({ name }) => name !== 'stream');
  return [...fields.slice(0, 2), runs, ...rest];
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
