import type { Normal } from '../types.ts';
import type { ShortcutSteps } from './shortcut.ts';

/** How the states of the normal's shortcuts begin: mean, standard deviation. */
export const normalState = {
  holds: ['mu', 'sigma'],
  model: (state: Float64Array): Normal => ({ mu: state[0]!, sigma: state[1]! }),
} satisfies Partial<ShortcutSteps>;
