import type { EnsemblesResult } from '../../../lib/jobs/ensembles.ts';
import type { Settings } from '../../../settings/fields.ts';
import type { Demo } from './demo.ts';
import { ensembleCaption } from '../../charts/captions.ts';
import { generationAt, only } from '../../charts/ensemble.ts';
import { count } from '../../charts/words.ts';
import { ensembleConfig } from './ensembleSettings.ts';

/**
 * What every demo of an ensemble over the generations shares: one frame for each generation kept.
 */
export const manyRuns = {
  job: 'ensembles',
  grows: true,
  speeds: [
    { value: 10, label: '10 a second' },
    { value: 4, label: '4 a second' },
    { value: 1, label: '1 a second' },
    { value: 30, label: '30 a second' },
  ],
  repair: (settings: Settings) => ({ settings, notes: [] as string[] }),
  frames: (result: EnsemblesResult) => only(result).config.at.length,
  /** The last generation that any run has reached. */
  openAt: (result: EnsemblesResult) =>
    Math.max(
      0,
      only(result).bands.findLastIndex(({ survivors }) => survivors > 0),
    ),
  frameLabel(result: EnsemblesResult, frame: number) {
    const ensemble = only(result);
    return `Generation ${count(generationAt(ensemble, frame))} of ${count(ensemble.config.generations)}`;
  },
  caption: (result: EnsemblesResult) => ensembleCaption(only(result)),
  config: ensembleConfig,
} satisfies Partial<Demo<'ensembles'>>;
