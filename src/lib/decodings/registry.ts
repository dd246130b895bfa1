import { createRegistry } from '../registry.ts';
import type { Decoding } from '../types.ts';

/**
 * The registry itself, with what every page needs: nothing, as a type is drawn as the model has it
 * where nobody names another way. index.ts adds the rest.
 */
export const decodings = createRegistry<Decoding>('decoding', []);
