import { entryAt } from '../../lib/entryAt.ts';
import type { Demo } from './shared/demo.ts';
import { byHandFigure, FRAMES_A_ROUND, roundOf, STEPS } from '../figures/byHand.ts';
import { fitAt } from '../figures/generation.ts';
import { count, short } from '../charts/words.ts';
import { originalOf } from '../charts/bell.ts';
import { runDemoBasis } from './shared/runDemo.ts';

/** One round with ten values, in four steps; Play goes on to the next rounds. */
export const byHand: Demo<'run'> = {
  ...runDemoBasis({
    n: 10,
    generations: 12,
    seed: 'ten values',
    stream: 'keyed',
    maxN: 60,
    maxGenerations: 100,
  }),
  id: 'by-hand',
  title: 'What is one round of fit, simulate, fit?',
  folded: ['generations', 'estimator', 'mu', 'sigma', 'stream'],
  presets: [],
  speeds: [
    { value: 1, label: '1 a second' },
    { value: 0.5, label: '1 step in 2 seconds' },
    { value: 4, label: '4 a second' },
    { value: 20, label: '20 a second' },
  ],
  figures: [byHandFigure],
  frames: (result) => Math.max(1, result.reached * FRAMES_A_ROUND),
  openAt: (result) => Math.min(FRAMES_A_ROUND, Math.max(1, result.reached * FRAMES_A_ROUND)) - 1,
  frameLabel({ asked }, frame) {
    const { round: index, step } = roundOf(frame);
    return `Generation ${count(index + 1)} of ${count(asked)}, step ${step + 1} of 4: ${entryAt(STEPS, step).toLowerCase()}`;
  },
  sentence(result, frame) {
    const { round: index, step } = roundOf(frame);
    const truth = originalOf(result.config);
    const fit = fitAt(result, index);
    if (!fit) return 'All values are equal: no curve can be fitted to them.';
    const estimates = `mean ${short(fit.mean)} and standard deviation ${short(fit.sd)}`;
    if (step === 0)
      return 'Look at the values only: they are all that the next model will ever know.';
    if (step === 1) return `The values come down to two numbers: ${estimates}.`;
    if (step === 2)
      return `The two numbers are a model: a normal curve with ${estimates}. The original has ${short(truth.mean)} and ${short(truth.sd)}.`;
    return 'The curve makes new values. They are the data of the next generation; the old ones are thrown away.';
  },
};
