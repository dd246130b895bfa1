import type { Demo } from './shared/demo.ts';
import { copiesFigure } from '../figures/copies.ts';
import { fitAt } from '../figures/generation.ts';
import { count, percent, short } from '../charts/words.ts';
import { originalOf } from '../charts/bell.ts';
import { FIRST_GRAPH, oneFrameAGeneration, runDemoBasis, SECOND_GRAPH } from './shared/runDemo.ts';

/** The site's motif, live: the fitted curve, copied and copied again. */
export const copies: Demo<'run'> = {
  ...runDemoBasis(FIRST_GRAPH),
  id: 'copies',
  title: 'What is left of a copy of a copy of a copy?',
  folded: ['n', 'generations', 'estimator', 'mu', 'sigma', 'stream'],
  presets: [
    { id: 'first-graph', label: 'First graph', settings: FIRST_GRAPH },
    { id: 'second-graph', label: 'Second graph', settings: SECOND_GRAPH },
  ],
  speeds: [
    { value: 50, label: '50 a second' },
    { value: 10, label: '10 a second' },
    { value: 250, label: '250 a second' },
  ],
  figures: [copiesFigure],
  ...oneFrameAGeneration,
  sentence(result, frame) {
    const fit = fitAt(result, frame);
    if (!fit) return 'This run has no model to show.';
    const truth = originalOf(result.config);
    return (
      `Copy number ${count(frame + 1)}: mean ${short(fit.mean)}, standard deviation ${short(fit.sd)}, ` +
      `${percent(fit.sd / truth.sd)} of the original’s.`
    );
  },
};
