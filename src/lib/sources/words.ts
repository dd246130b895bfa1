import { sources } from './registry.ts';
import { text } from './text.ts';
import { zipf } from './zipf.ts';

/** The sources of words, put into the registry. A new one is its file and a word here. */
export const wordSources = [zipf, text];
wordSources.forEach(sources.add);
