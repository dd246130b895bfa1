import type { Settings } from '../../settings/fields.ts';
import type { Demo } from './shared/demo.ts';
import { generation } from '../figures/generation.ts';
import { parameters } from '../figures/parameters.ts';
import { pickedRun as runOf } from './fan.ts';
import { FIRST_GRAPH, oneFrameAGeneration, runDemoBasis } from './shared/runDemo.ts';
import { run } from './run.ts';

/** The run picked out among all runs, step by step. */
export const pickedRun: Demo<'run'> = {
  ...run,
  ...runDemoBasis({ ...FIRST_GRAPH, run: 1 }),
  id: 'picked-run',
  title: 'What does the run that you picked look like, step by step?',
  folded: ['n', 'generations', 'estimator', 'mu', 'sigma', 'stream', 'run'],
  presets: [],
  figures: [
    { ...parameters, staticRows: 11 },
    { ...generation, staticRows: 21 },
  ],
  ...oneFrameAGeneration,
  follows: {
    demo: 'fan',
    settings(theirs: Settings): Settings {
      const { n, generations, estimator, truth, seed, stream, replicate = 0 } = runOf(theirs);
      const { mu, sigma } = truth as { mu: number; sigma: number };
      return { n, generations, estimator, mu, sigma, seed, stream, run: replicate + 1 };
    },
  },
};
