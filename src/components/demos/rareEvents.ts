import type { Demo } from './shared/demo.ts';
import { fitAt, fitsOf } from '../figures/generation.ts';
import { zones, zoneShares } from '../figures/zones.ts';
import { count, percent } from '../charts/words.ts';
import { originalOf } from '../charts/bell.ts';
import { FIRST_GRAPH, oneFrameAGeneration, runDemoBasis, SECOND_GRAPH } from './shared/runDemo.ts';

/** The tails go first: what a model makes of values that were rare in the original. */
export const rareEvents: Demo<'run'> = {
  ...runDemoBasis(SECOND_GRAPH),
  id: 'rare-events',
  title: 'Which values disappear first?',
  folded: ['estimator', 'mu', 'sigma', 'stream'],
  presets: [
    { id: 'second-graph', label: 'Second graph', settings: SECOND_GRAPH },
    { id: 'first-graph', label: 'First graph', settings: FIRST_GRAPH },
  ],
  speeds: [
    { value: 25, label: '25 a second' },
    { value: 5, label: '5 a second' },
    { value: 100, label: '100 a second' },
  ],
  figures: [zones],
  ...oneFrameAGeneration,
  sentence(result, frame) {
    const fit = fitAt(result, frame);
    if (!fit) return 'This run has no model to show.';
    const truth = originalOf(result.config);
    const lost = firstBelow(result, zoneShares(truth, truth).rare / 10);
    const { rare } = zoneShares(fit, truth);
    const rareNow = Math.round(1000 * rare);
    const some = rareNow === 0 ? 'hardly any are' : `about ${count(rareNow)} are`;
    const now = `Of 1,000 values that generation ${count(frame + 1)} makes, ${some} rare; the original made ${count(Math.round(1000 * zoneShares(truth, truth).rare))}.`;
    return lost === null
      ? `${now} In this run they never fall below a tenth of that.`
      : `${now} They first fall below a tenth of that, ${percent(zoneShares(truth, truth).rare / 10)}, in generation ${count(lost)}.`;
  },
};

/** The first generation whose share of rare values is below `share`, or null. */
function firstBelow(result: Parameters<typeof rareEvents.sentence>[0], share: number) {
  const original = originalOf(result.config);
  const found = fitsOf(result).findIndex((fit) => zoneShares(fit, original).rare < share);
  return found < 0 ? null : found + 1;
}
