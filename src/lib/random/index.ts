import { createRegistry } from '../registry.ts';
import type { StreamFamily } from '../types.ts';
import { keyed } from './keyed.ts';
import { source } from './source.ts';

/** Every way of turning a seed into random numbers. */
export const streams = createRegistry<StreamFamily>('stream', [keyed, source]);
