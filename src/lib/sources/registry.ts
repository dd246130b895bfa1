import { createRegistry } from '../registry.ts';
import type { Source } from '../types.ts';

/**
 * The registry itself, with what every page needs: nothing, as a family is its own source where
 * nobody names another. index.ts adds the rest.
 */
export const sources = createRegistry<Source>('source', []);
