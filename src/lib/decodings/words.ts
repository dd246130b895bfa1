import { nucleus } from './nucleus.ts';
import { decodings } from './registry.ts';
import { temperature } from './temperature.ts';
import { topK } from './topK.ts';

/** Every decoding, put into the registry. A new one is its file and a word here. */
export const furtherDecodings = [temperature, topK, nucleus];
furtherDecodings.forEach(decodings.add);
