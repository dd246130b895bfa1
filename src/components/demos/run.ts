import { failureText } from '../../lib/failures.ts';
import type { Demo } from './shared/demo.ts';
import { fitAt, generation } from '../figures/generation.ts';
import { parameters } from '../figures/parameters.ts';
import { spread } from '../figures/spread.ts';
import { count, percent, short } from '../charts/words.ts';
import { originalOf } from '../charts/bell.ts';
import { FIRST_GRAPH, oneFrameAGeneration, runDemoBasis, SECOND_GRAPH } from './shared/runDemo.ts';

/** One run of fit, simulate, fit: three linked views on one clock. */
export const run: Demo<'run'> = {
  ...runDemoBasis(FIRST_GRAPH),
  id: 'run',
  title: 'What happens when a model learns from its own output, 500 times?',
  folded: ['mu', 'sigma', 'stream'],
  presets: [
    { id: 'first-graph', label: 'First graph', settings: FIRST_GRAPH },
    { id: 'second-graph', label: 'Second graph', settings: SECOND_GRAPH },
    {
      id: 'tiny-sample',
      label: 'Tiny sample',
      settings: { ...FIRST_GRAPH, n: 10, seed: 'tiny', stream: 'keyed' },
    },
    {
      id: 'huge-sample',
      label: 'Huge sample',
      settings: { ...FIRST_GRAPH, n: 10_000, seed: 'huge', stream: 'keyed' },
    },
  ],
  speeds: [
    { value: 25, label: '25 a second' },
    { value: 5, label: '5 a second' },
    { value: 1, label: '1 a second' },
    { value: 100, label: '100 a second' },
    { value: 500, label: '500 a second' },
  ],
  figures: [parameters, generation, spread],
  ...oneFrameAGeneration,
  sentence(result, frame) {
    const truth = originalOf(result.config);
    const fit = fitAt(result, frame);
    const { ended } = result;
    const end =
      ended && frame >= result.reached - 1
        ? ` The run ends at generation ${count(ended.t)}: ${failureText(ended.reason)}`
        : '';
    if (!fit) return end.trim();
    return (
      `Generation ${count(frame + 1)} says: mean ${short(fit.mean)} (the original was ${short(truth.mean)}), ` +
      `standard deviation ${short(fit.sd)}, which is ${percent(fit.sd / truth.sd)} of the ` +
      `original ${short(truth.sd)}.${end}`
    );
  },
};
