import { createRegistry } from '../registry.ts';
import type { Regime } from '../types.ts';
import { replace } from './replace.ts';

/** Every training-data policy that the engine knows. */
export const regimes = createRegistry<Regime>('regime', [replace]);
