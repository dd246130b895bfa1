import { createRegistry } from '../registry.ts';
import type { Regime } from '../types.ts';
import { replace } from './replace.ts';

/** The registry itself, with what every page needs; index.ts adds the rest. */
export const regimes = createRegistry<Regime>('regime', [replace]);
