import type { RunInput } from '../../../lib/jobs/run.ts';
import type { Settings } from '../../../settings/fields.ts';
import type { Demo } from './demo.ts';
import { runCaption } from '../../charts/captions.ts';
import { count } from '../../charts/words.ts';
import { repairStream, runConfig, runFields, type RunDefaults } from './runSettings.ts';

/** What every demo of one run of the normal model shares: settings, job, programs. */
export function runDemoBasis(defaults: RunDefaults) {
  return {
    fields: runFields(defaults),
    job: 'run',
    repair: repairStream,
    caption: runCaption,
    config: runConfig,
    input: (settings: Settings): RunInput => ({ config: runConfig(settings) }),
  } satisfies Partial<Demo<'run'>>;
}

/** The clock of a demo that shows one generation a frame: it opens on the last that was reached. */
export const oneFrameAGeneration = {
  frames: (result) => Math.max(1, result.reached),
  openAt: (result) => Math.max(0, result.reached - 1),
  frameLabel: ({ asked }, frame) => `Generation ${count(frame + 1)} of ${count(asked)}`,
} satisfies Pick<Demo<'run'>, 'frames' | 'openAt' | 'frameLabel'>;

/** The settings of the source's two graphs; both use its own generator and 500 generations. */
export const FIRST_GRAPH = {
  n: 200,
  generations: 500,
  seed: '12345',
  stream: 'source',
  estimator: 'unbiased-variance',
  mu: 125,
  sigma: 30,
} as const;
export const SECOND_GRAPH = { ...FIRST_GRAPH, seed: '2468' } as const;
